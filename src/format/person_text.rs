//! The text of a person: a name, a street, a city.

text_format! {
    /// A text as a person means it, such as a name or a street: one line that can be seen
    /// as it is, with a letter or a digit in it.
    ///
    /// Characters that control something, turn the direction of writing, or show nothing
    /// are refused: they make two texts look the same, or one look like another. That
    /// goes for the joiners of Persian and Indic writing and for the variants of an emoji
    /// too. Blanks that take room are taken, and letters of any script, and emoji next to
    /// them.
    ///
    /// Source: Unicode Technical Report 36, "Unicode Security Considerations", and the
    /// properties of the Unicode Character Database that stand at `is_unseen`.
    ///
    /// ```
    /// use customer_rules::format::PersonText;
    ///
    /// let name = PersonText::parse("Åse O'Neil-Ødegård, jr.").unwrap();
    /// assert_eq!(name.as_str(), "Åse O'Neil-Ødegård, jr.");
    /// assert_eq!(format!("{name:?}"), "PersonText(***)");
    /// assert_eq!(PersonText::parse("Kari\u{202E}Nordmann"), None);
    /// assert_eq!(PersonText::parse("--"), None);
    /// ```
    PersonText, "a text of a person", is_person_text
}

fn is_person_text(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric) && !text.chars().any(is_unseen)
}

/// Whether a character is not there for the eye: a control character or the end of a
/// line, one of Unicode's `Bidi_Control` or `Default_Ignorable_Code_Point`, an anchor of
/// an annotation, or the Braille blank.
fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\0'..='\x1F'
            | '\x7F'..='\u{9F}'
            | '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    const ACCEPTED: &[&str] = &[
        "Kari",
        "Åse O'Neil-Ødegård, jr.",
        "Luramyrveien 65 (2. etg.)",
        "7",
        "李小龍",
        "علي",
        "אָדָם",
        "क्षितिज",
        "Ka\u{301}ri",
        "Kari\u{A0}Nordmann",
        " Kari ",
        "Kari 😀",
    ];
    const REFUSED: &[&str] = &[
        "",
        " ",
        "-",
        "...",
        "¡¿?!",
        "、。",
        "+ € |",
        "\u{301}",
        "😀",
        "Kari\0",
        "Kari\nNordmann",
        "Kari\tNordmann",
        "Kari\u{85}",
        "Kari\u{2028}",
        "Kari\u{202E}nnamdroN",
        "\u{2067}Kari",
        "Kari\u{200F}",
        "Ka\u{200B}ri",
        "Ka\u{200D}ri",
        "Ka\u{AD}ri",
        "\u{FEFF}Kari",
        "\u{3164}",
        "Kari\u{2800}",
        "Kari\u{E0041}",
        "Kari ❤\u{FE0F}",
    ];

    #[test]
    fn accepted() {
        for text in ACCEPTED {
            assert!(PersonText::parse(*text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(PersonText::parse(*text), None, "{text:?}");
        }
    }

    #[test]
    fn the_unseen_characters_are_those_of_unicode() {
        let unseen = Regex::new(
            r"[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}\u{2800}]",
        )
        .unwrap();
        for character in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let expected = unseen.is_match(character.encode_utf8(&mut bytes));
            assert_eq!(is_unseen(character), expected, "{character:?}");
        }
    }
}
