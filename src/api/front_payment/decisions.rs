//! What this crate does where Front Payment's sources disagree or are silent.

use crate::table::Decision;

/// Every decision, by number.
pub static DECISIONS: &[Decision] = &[
    Decision::new(
        1,
        "`personalNumber` is a string of exactly 11 digits. The page's example, \"925710482\", is \
         refused with one violation, and so is a JSON number.",
        "The page's rule says exactly 11 digits; its example has nine. A JSON number loses leading \
         zeros, and they matter.",
    ),
    Decision::new(
        2,
        "`organizationId` may be a JSON number. It is judged by its decimal text and sent as a string \
         of that text. 192933933, -0 and 1.0 (texts \"192933933\", \"0\", \"1\") pass; -5, 1.5 and \
         integers over 2^63-1 are refused.",
        "The page's type column says string, but its example is the number 192933933. A documented \
         example must validate, and the server looks at the decimal text too.",
    ),
    Decision::new(
        3,
        "The private `msisdn` may have any length, and `organizationId` is optional.",
        "An earlier revision limited `msisdn` to 8-12 characters and required `organizationId` of \
         companies. The current page does neither. A stricter table of your own may.",
    ),
    Decision::new(
        4,
        "Country codes are the 249 officially assigned codes of ISO 3166-1 alpha-2, in capitals. UK, \
         EU and XK are refused.",
        "The page names the standard, and a rule of the server's own that is not public. Reserved and \
         user-assigned codes are not countries of the standard.",
    ),
    Decision::new(
        5,
        "A key under `additionalContact` that contains `.`, `*` or `:` appears in the path unchanged.",
        "The server words such a path oddly, by accident of its implementation. Copying that would \
         help nobody. A refusal in such words is understood; capitals, blanks and underscores of the \
         key are lost in it.",
    ),
    Decision::new(
        6,
        "Nesting deeper than 128 levels, a lone surrogate escape and invalid UTF-8 are syntax errors, \
         like malformed JSON.",
        "The server treats a body that it cannot read as an empty one and answers with every \
         `required` message. An error with line and column helps more.",
    ),
    Decision::new(
        7,
        "The HTTP status decides, not the body's `status_code`. Exception: if the HTTP status is a \
         success and the body's is not, the body decides. Both are kept.",
        "A proxy may answer instead of the server, and its body has no `status_code`. An update counts \
         as done only if neither reports a failure.",
    ),
    Decision::new(
        8,
        "A response with status 200, 202, 404, 417 or 422 must have a JSON object as its body; \
         otherwise it is unexpected. A response with any other status may have any body.",
        "These five say something about the customer. A proxy or a wrong base URL answers with pages \
         of its own, and its 404 does not mean that the customer is gone.",
    ),
    Decision::new(
        9,
        "200 and 202 mean updated; 417 and 422 mean refused. A 422 body has its messages keyed by \
         field.",
        "The page writes \"202 OK\", which mixes the two. 422 is Laravel's default, which this API \
         overrides with 417.",
    ),
    Decision::new(
        10,
        "A number beyond the floats, such as 1e400, is a value like another, as on the server. In a \
         row that no rule refuses it for, it is sent as null.",
        "PHP reads it as infinity, which JSON cannot write.",
    ),
    Decision::new(
        11,
        "A list in a response with more than 10,000 elements makes the response unexpected.",
        "A part of it would pass for the whole. The bound keeps what a response costs in memory \
         known.",
    ),
];
