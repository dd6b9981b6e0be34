//! URI templates (RFC 6570): their syntax, and their expansion with variables that are strings.

/// A template that follows the syntax.
pub(crate) struct Template {
    parts: Vec<Part>,
}

enum Part {
    Literal(String),
    Expression { operator: Option<char>, variables: Vec<Variable> },
}

struct Variable {
    name: String,
    /// At most so many characters of the value.
    prefix: Option<usize>,
}

impl Template {
    /// The template, when its expressions follow the syntax.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (literal, from) = rest.split_at(at);
            if !literal.is_empty() {
                parts.push(Part::Literal(literal.to_owned()));
            }
            let (expression, behind) = from.strip_prefix('{')?.split_once('}')?;
            parts.push(expression_of(expression)?);
            rest = behind;
        }
        if !rest.is_empty() {
            parts.push(Part::Literal(rest.to_owned()));
        }
        Some(Self { parts })
    }

    /// The URI with values of variables; one without a value is left out.
    pub(crate) fn expand(&self, value: impl Fn(&str) -> Option<String>) -> String {
        let mut uri = String::new();
        for part in &self.parts {
            match part {
                Part::Literal(text) => escape(text, true, &mut uri),
                Part::Expression { operator, variables } => {
                    let (first, separator, named, reserved) = style(*operator);
                    let mut between = first;
                    for variable in variables {
                        let Some(value) = value(&variable.name) else { continue };
                        uri.push_str(between);
                        between = separator;
                        if named {
                            uri.push_str(&variable.name);
                            if *operator != Some(';') || !value.is_empty() {
                                uri.push('=');
                            }
                        }
                        let value: String = value.chars().take(variable.prefix.unwrap_or(usize::MAX)).collect();
                        escape(&value, reserved, &mut uri);
                    }
                }
            }
        }
        uri
    }
}

/// What stands before the first value and between values, whether they are named, whether reserved characters stay
/// (RFC 6570, appendix A).
fn style(operator: Option<char>) -> (&'static str, &'static str, bool, bool) {
    match operator {
        Some('+') => ("", ",", false, true),
        Some('#') => ("#", ",", false, true),
        Some('.') => (".", ".", false, false),
        Some('/') => ("/", "/", false, false),
        Some(';') => (";", ";", true, false),
        Some('?') => ("?", "&", true, false),
        Some('&') => ("&", "&", true, false),
        _ => ("", ",", false, false),
    }
}

fn expression_of(text: &str) -> Option<Part> {
    let operator = text.chars().next().filter(|c| "+#./;?&".contains(*c));
    let names = &text[operator.map_or(0, char::len_utf8)..];
    let variables = names.split(',').map(variable_of).collect::<Option<Vec<_>>>()?;
    Some(Part::Expression { operator, variables })
}

fn variable_of(text: &str) -> Option<Variable> {
    let text = text.strip_suffix('*').unwrap_or(text);
    let (name, prefix) = match text.split_once(':') {
        Some((name, length)) => {
            let digits = length.len() <= 4 && !length.starts_with('0') && length.bytes().all(|b| b.is_ascii_digit());
            (name, Some(length.parse().ok().filter(|_| digits)?))
        }
        None => (text, None),
    };
    is_variable(name).then(|| Variable { name: name.to_owned(), prefix })
}

/// True for a variable name of RFC 6570: letters, digits, `_`, escapes, and dots between them.
pub(crate) fn is_variable(name: &str) -> bool {
    let word = |text: &str| {
        let mut rest = text.as_bytes();
        while let [first, behind @ ..] = rest {
            rest = match (first, behind) {
                (b'%', [high, low, behind @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => behind,
                (byte, _) if byte.is_ascii_alphanumeric() || *byte == b'_' => behind,
                _ => return false,
            };
        }
        !text.is_empty()
    };
    name.split('.').all(word)
}

/// The text with all escaped that is not unreserved, and when `reserved` stays, not reserved or an escape either.
pub(crate) fn escape(text: &str, reserved: bool, out: &mut String) {
    for (at, c) in text.char_indices() {
        let escaped = |hex: &[u8]| hex.len() == 2 && hex.iter().all(u8::is_ascii_hexdigit);
        let stays = c.is_ascii_alphanumeric()
            || "-._~".contains(c)
            || reserved
                && (":/?#[]@!$&'()*+,;=".contains(c)
                    || c == '%' && text.as_bytes().get(at + 1..at + 3).is_some_and(escaped));
        if stays {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Template, is_variable};
    use proptest::prelude::*;

    fn expand(template: &str) -> String {
        let value = |name: &str| match name {
            "var" => Some("value".to_owned()),
            "hello" => Some("Hello World!".to_owned()),
            "path" => Some("/foo/bar".to_owned()),
            "empty" => Some(String::new()),
            "x" => Some("1024".to_owned()),
            "y" => Some("768".to_owned()),
            _ => None,
        };
        Template::parse(template).expect("the template is valid").expand(value)
    }

    #[test]
    fn templates_are_expanded() {
        // RFC 6570, section 3.2, as far as values are strings.
        for (template, uri) in [
            ("{var}", "value"),
            ("{hello}", "Hello%20World%21"),
            ("O{empty}X", "OX"),
            ("O{undef}X", "OX"),
            ("{x,hello,y}", "1024,Hello%20World%21,768"),
            ("{var:3}", "val"),
            ("{+path}/here", "/foo/bar/here"),
            ("{+hello}", "Hello%20World!"),
            ("{#path:6}here", "#/foo/bhere"),
            ("X{.var}", "X.value"),
            ("{/var,x}/here", "/value/1024/here"),
            ("{;x,y,empty}", ";x=1024;y=768;empty"),
            ("{?x,y,undef}", "?x=1024&y=768"),
            ("?fixed=yes{&x}", "?fixed=yes&x=1024"),
        ] {
            assert_eq!(expand(template), uri, "{template}");
        }
    }

    #[test]
    fn templates_have_a_syntax() {
        for wrong in ["{", "}", "{}", "{a b}", "{a", "a}", "{=a}", "{a:0}", "{a:10000}", "{a,}", "{{a}}", "{a..b}"] {
            assert!(Template::parse(wrong).is_none(), "{wrong}");
        }
        assert!(
            is_variable("a.b_1%20")
                && !is_variable("a b")
                && !is_variable("")
                && !is_variable("å")
                && !is_variable("a%2")
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,40}") {
            if let Some(template) = Template::parse(&text) {
                template.expand(|name| Some(name.to_owned()));
            }
        }

        #[test]
        fn a_value_can_be_told_from_the_uri(value in "\\PC{0,20}") {
            let uri = Template::parse("{a}").expect("it is valid").expand(|_| Some(value.clone()));
            let mut bytes = Vec::new();
            let mut rest = uri.as_bytes();
            while let [first, behind @ ..] = rest {
                if *first == b'%' {
                    let hex = std::str::from_utf8(&behind[..2]).expect("two digits");
                    bytes.push(u8::from_str_radix(hex, 16).expect("hex"));
                    rest = &behind[2..];
                } else {
                    bytes.push(*first);
                    rest = behind;
                }
            }
            prop_assert_eq!(String::from_utf8(bytes).expect("UTF-8"), value);
        }
    }
}
