//! Strings with a form: names and tokens of XML, and binary values.

/// The form of a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Any,
    Normalized,
    Token,
    /// XML, HTML or JSON, which are not validated.
    Markup,
    Language,
    Name,
    NcName,
    NmToken,
    QName,
}

impl Form {
    /// True when the text has the form.
    pub(super) fn has(self, text: &str) -> bool {
        match self {
            Self::Any | Self::Normalized | Self::Token | Self::Markup => true,
            Self::Language => is_language(text),
            Self::Name => is_name(text),
            Self::NcName => is_name(text) && !text.contains(':'),
            Self::NmToken => !text.is_empty() && text.chars().all(is_name_char),
            Self::QName => {
                let (prefix, local) =
                    text.split_once(':').map_or((None, text), |(prefix, local)| (Some(prefix), local));
                Self::NcName.has(local) && prefix.is_none_or(|prefix| Self::NcName.has(prefix))
            }
        }
    }
}

/// XML Schema's own form of a language, which is wider than BCP 47.
fn is_language(text: &str) -> bool {
    text.split('-').enumerate().all(|(at, part)| {
        (1..=8).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphabetic() || at > 0 && byte.is_ascii_digit())
    })
}

fn is_name(text: &str) -> bool {
    text.starts_with(is_name_start) && text.chars().all(is_name_char)
}

/// XML 1.0, production 4.
fn is_name_start(c: char) -> bool {
    matches!(c,
        ':' | 'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// XML 1.0, production 4a.
fn is_name_char(c: char) -> bool {
    is_name_start(c) || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// How many bytes are written in hexadecimal.
pub(super) fn hex_length(text: &str) -> Option<usize> {
    (text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(text.len() / 2)
}

/// How many bytes are written in Base64.
pub(super) fn base64_length(text: &str) -> Option<usize> {
    let written = text.replace(' ', "");
    let digits = written.trim_end_matches('=');
    let padding = written.len() - digits.len();
    let valid = digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    (valid && padding <= 2 && written.len().is_multiple_of(4)).then(|| written.len() / 4 * 3 - padding)
}
