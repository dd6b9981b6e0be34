//! Codes of diagnoses by their form: ICD-10 and ICPC-2. Whether a code is in use is not known.

/// How a code is written behind its first three characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Three characters, which have no dot in either form: `F32`, `P76`.
    Short,
    /// `F32.1`.
    Dotted,
    /// `F321`.
    Plain,
}

/// The form of a code, by itself or with a name behind it; `None` for what is written as no code is.
///
/// A capital and two digits, then up to two further digits, or a dot and up to four, and the mark of a double code (`+`, `*`).
/// Blocks (`F30-F39`) count as short.
pub(super) fn form(text: &str) -> Option<Form> {
    let code = text.split_whitespace().next()?;
    if let Some((from, to)) = code.split_once('-') {
        return [from, to].iter().all(|end| form(end) == Some(Form::Short)).then_some(Form::Short);
    }
    let code = code.trim_end_matches(['+', '*', '†', ':']);
    let [b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9', rest @ ..] = code.as_bytes() else { return None };
    let digits = |rest: &[u8], most: usize| (1..=most).contains(&rest.len()) && rest.iter().all(u8::is_ascii_digit);
    match rest {
        [] => Some(Form::Short),
        [b'.', rest @ ..] if digits(rest, 4) => Some(Form::Dotted),
        rest if digits(rest, 2) => Some(Form::Plain),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read() {
        for (text, expected) in [
            ("F32", Form::Short),
            ("P76", Form::Short),
            ("F30-F39", Form::Short),
            ("F32.1", Form::Dotted),
            ("S72.00", Form::Dotted),
            ("G63.2*", Form::Dotted),
            ("L72.0001", Form::Dotted),
            ("F321", Form::Plain),
            ("F32.1 Moderat depressiv episode", Form::Dotted),
        ] {
            assert_eq!(form(text), Some(expected), "{text}");
        }
        for text in ["F3O.1", "f32", "32.1", "F3", "F32.", "F32,1", "F32.x", "FF2", "", "Ukjent"] {
            assert_eq!(form(text), None, "{text}");
        }
    }
}
