//! What this crate does where Connect's page is unclear or silent.

use crate::table::Decision;

/// Every decision, by number.
pub static DECISIONS: &[Decision] = &[
    Decision::new(
        1,
        "Names and phone numbers of a change have the same maximum lengths as in the search \
         request: 30 characters for a person's names, 40 for a company's, 20 for a phone number.",
        "The page does not show the members of `name` and `phoneNumbers` of a change.",
    ),
    Decision::new(
        2,
        "`postalCode` may be a JSON number if it is an integer and not negative. It is sent as a \
         string of its digits.",
        "The page gives the type string and the example 179, a number. A documented example must \
         validate.",
    ),
    Decision::new(
        3,
        "A change with neither `lastName` nor `companyName` is sent with the last name `-`. Fields \
         that the change leaves out are sent as null.",
        "The server would store these values anyway; sending them makes that visible in the request.",
    ),
    Decision::new(
        4,
        "A phone number is `+` and 2 to 15 ASCII digits without blanks; the first digit is not 0.",
        "The page demands E.164, which allows at most 15 digits. The page's example starts with `+`.",
    ),
    Decision::new(
        5,
        "An integer is a 64-bit JSON integer, or a string of its digits, with `-` in front if it is \
         negative. A JSON number counts by the text that PHP makes of it, here and for `postalCode`: \
         `-0` is 0, `12.0` is 12 and `1.5e3` is 1500. An integer is sent as a number.",
        "Forms send strings. One rule for all numbers: Front Payment's server looks at this text.",
    ),
    Decision::new(
        6,
        "`countryCode` may be any text of at most 3 characters.",
        "The page asks for \"ISO 3166-2 format\", which is for regions, but its example is the \
         country NO.",
    ),
    Decision::new(
        7,
        "Strings are trimmed. A blank string counts as absent.",
        "The page's example searches with an empty `careOfAddress`.",
    ),
    Decision::new(
        8,
        "A present field satisfies the search's \"one of\" rule even if it is invalid, such as an \
         empty list.",
        "Otherwise one fault would be reported twice.",
    ),
    Decision::new(
        9,
        "`attachedUsers` of a response may be a list or an object; its content is kept unchanged. A \
         search response with more than five customers is an error.",
        "The page calls `attachedUsers` an array of objects, but its example is an object whose \
         content is not shown. It says that a search gives at most five customers.",
    ),
    Decision::new(
        10,
        "Messages follow Front Payment's wording. The elements of a list or object are judged even \
         if the container has the wrong one of these two types.",
        "The page does not document the body of a refusal.",
    ),
];
