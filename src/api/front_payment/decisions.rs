//! What is done where the API's sources disagree or are silent.

use crate::table::Decision;

/// Every decision, by number.
pub static DECISIONS: &[Decision] = &[
    Decision::new(
        1,
        "`personalNumber` is a string of exactly 11 digits. The page's example, \"925710482\", is \
         refused with one violation, and so is a JSON number.",
        "The page's rule says exactly 11, its example has nine. A JSON number loses leading zeros, \
         and they matter.",
    ),
    Decision::new(
        2,
        "`organizationId` may be a JSON number: it is judged by its decimal text, and sent as that \
         text in a string. 192933933 and 1.0 (text \"1\") pass; -5, 1.5 and integers over 2^63-1 are \
         refused.",
        "The page's example gives the number 192933933 while its type column says string. A \
         documented example must validate, and the server looks at the decimal text too.",
    ),
    Decision::new(
        3,
        "The private `msisdn` may have any length, and `organizationId` may be left out.",
        "An earlier revision limited the first to 8-12 characters and required the second of \
         companies. The current page does neither; a stricter rule set may.",
    ),
    Decision::new(
        4,
        "Country codes are the 249 officially assigned ones of ISO 3166-1 alpha-2, in capitals. UK, \
         EU and XK are refused.",
        "The page names the standard and a rule of the server's own that is not public. Reserved and \
         user-assigned codes are not countries of the standard.",
    ),
    Decision::new(
        5,
        "A key under `additionalContact` that contains `.`, `*` or `:` stands in the path as it is.",
        "The server words such a path oddly, by accident of its implementation; nobody is helped by \
         a copy of that.",
    ),
    Decision::new(
        6,
        "Nesting deeper than 128, a lone surrogate escape, and invalid UTF-8 are syntax errors, as is \
         malformed JSON.",
        "The server takes a body that it cannot read for an empty one, and answers with every \
         `required` message. Saying where the body breaks helps more.",
    ),
    Decision::new(
        7,
        "The HTTP status of a response decides, and not the `status_code` in its body; but a success \
         that the body denies is what the body names. Both are kept.",
        "A proxy may answer in the server's place, and then there is no other status. No update is to \
         be taken for made while either says that it was not.",
    ),
    Decision::new(
        8,
        "A response that says something of the customer (200, 202, 404, 417, 422) has a JSON object \
         as its body, and is unexpected otherwise; one of another status may have any body.",
        "A proxy or a wrong base URL has pages of its own, and its 404 does not mean that the customer \
         is gone.",
    ),
    Decision::new(
        9,
        "An update is made by 200 as by 202, and refused by 422 as by 417; 422 has its sentences under \
         their fields.",
        "The page writes \"202 OK\", the number of one and the name of the other. 422 is how the \
         server's framework refuses, where nobody made it 417.",
    ),
];
