//! A sign behind a number that says something of it.

use munilint_detect::number::number;

/// The number and the sign behind it: `123*`, `1 234**`, `12,5¹`, `12 1)`. `None` when there is none.
pub(super) fn number_and_flag(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let bare = text.trim_end_matches(['*', '†', '‡', '¹', '²', '³']);
    let bare = if bare.len() == text.len() { without_note(text)? } else { bare };
    let figure = bare.trim_end();
    number(figure.as_bytes())?;
    Some((figure, text[bare.len()..].trim()))
}

/// The text before the number of a footnote: `12` of `12 1)`.
fn without_note(text: &str) -> Option<&str> {
    let (bare, note) = text.strip_suffix(')')?.rsplit_once([' ', '\u{a0}'])?;
    let is_note = note.len() == 1 && note.bytes().all(|byte| byte.is_ascii_digit());
    is_note.then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_taken_off() {
        for (text, figure, flag) in [
            ("123*", "123", "*"),
            ("1 234 **", "1 234", "**"),
            ("12,5¹", "12,5", "¹"),
            ("2023*", "2023", "*"),
            ("12 1)", "12", "1)"),
        ] {
            assert_eq!(number_and_flag(text), Some((figure, flag)), "{text}");
        }
        for text in ["123", "*", "**", "abc*", "12)", "(12)", "m²", "12 m²", "12 10)", "", "1.1)"] {
            assert_eq!(number_and_flag(text), None, "{text}");
        }
    }
}
