//! What is done where the page is unclear or silent.

use crate::table::Decision;

/// Every decision, by number.
pub static DECISIONS: &[Decision] = &[
    Decision::new(
        1,
        "Names have the lengths of the search request, phone numbers too: 30 characters for a \
         person's names, 40 for a company's, 20 for a number.",
        "The page folds away what is in `name` and `phoneNumbers` of a change.",
    ),
    Decision::new(
        2,
        "`postalCode` may be a JSON number that is an integer and not negative: it becomes its \
         digits, in a string.",
        "The page's type is string, its example the number 179. A documented example must validate.",
    ),
    Decision::new(
        3,
        "A change with neither `lastName` nor `companyName` is sent with the last name `-`, and what \
         it leaves out is sent as null.",
        "The server stores just that; to send it shows it before it happens.",
    ),
    Decision::new(
        4,
        "A phone number is `+` and 2 to 15 ASCII digits, the first not 0, without blanks.",
        "The page demands E.164, whose numbers have at most 15 digits; the page's example has the `+`.",
    ),
    Decision::new(
        5,
        "An integer is a JSON integer of 64 bits, or a string of its digits, with `-` in front if \
         negative, which becomes the number.",
        "Forms send strings.",
    ),
    Decision::new(
        6,
        "`countryCode` may be any text of at most 3 characters.",
        "The page asks for \"ISO 3166-2 format\", which is that of regions, and gives the country NO \
         as its example.",
    ),
    Decision::new(
        7,
        "Strings are trimmed, and a blank one counts as absent.",
        "The page's example searches with an empty `careOfAddress`.",
    ),
    Decision::new(
        8,
        "What is present counts for the search's \"one of\" rule whatever else is wrong with it, an \
         empty list too.",
        "One fault is reported once.",
    ),
    Decision::new(
        9,
        "`attachedUsers` of a response may be a list or an object, and what is in it is kept as it \
         came. A search with more than five customers is an error of its own.",
        "The page calls it an array of objects, prints an object and folds its content away; it says \
         that no search gives more than five.",
    ),
    Decision::new(
        10,
        "The sentences of violations follow Front Payment's, and a list or a map is judged element by \
         element even where its type is wrong.",
        "The API documents no body for what it refuses.",
    ),
];
