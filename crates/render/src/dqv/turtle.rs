//! Turtle in which nothing that comes from data can become syntax (RDF 1.1 Turtle, 2.4 and 2.5; RFC 3986, 2).

use munilint_model::Language;
use std::fmt::{self, Display, Write as _};

/// A string in quotes.
pub(crate) struct Literal<'a>(pub(crate) &'a str);

impl Display for Literal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                // No string of XML Schema holds it.
                '\0' => f.write_char('\u{fffd}')?,
                _ if c.is_control() => write!(f, "\\u{:04X}", u32::from(c))?,
                _ => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

/// A string with the language it is in.
pub(crate) struct Text<'a>(pub(crate) &'a str, pub(crate) &'static str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", Literal(self.0), self.1)
    }
}

/// The name of a file, as an IRI that is relative to the document's base; with a column, that column of it
/// (RFC 7111: `#col=2`).
pub(crate) struct FileIri<'a>(pub(crate) &'a str, pub(crate) Option<u32>);

impl Display for FileIri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", crate::sarif::uri(self.0))?;
        if let Some(column) = self.1 {
            write!(f, "#col={column}")?;
        }
        f.write_char('>')
    }
}

/// The tag of the language that a report is in (BCP 47). Nynorsk stands beside Bokmål where a text is not translated, so it
/// is called Norwegian.
pub(crate) fn tag(language: Language) -> &'static str {
    match language {
        Language::Nb => "nb",
        Language::Nn => "no",
        Language::En => "en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_string_or_a_name() {
        assert_eq!(Literal("a\"b\\c\n\r\t\0\u{1b}\u{85}æ").to_string(), r#""a\"b\\c\n\r\t�\u001B\u0085æ""#);
        assert_eq!(Text("a\"@en", "nb").to_string(), r#""a\"@en"@nb"#);
        let name = "mappe/a b>.\"c#d?e:%41\\{|}^`æ\n.csv";
        let iri = "<mappe/a%20b%3E.%22c%23d%3Fe%3A%2541%5C%7B%7C%7D%5E%60%C3%A6%0A.csv>";
        assert_eq!(FileIri(name, None).to_string(), iri);
        assert_eq!(FileIri("a.csv", Some(3)).to_string(), "<a.csv#col=3>");
    }
}
