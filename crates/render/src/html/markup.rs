//! Markup that text cannot become: names of elements and attributes are of this program, and all else is escaped.

use std::fmt::Write as _;

/// An attribute's name and its value, which is escaped.
pub(crate) type Attribute<'a> = (&'static str, &'a str);

/// A page that grows.
#[derive(Default)]
pub(crate) struct Markup {
    out: String,
}

impl Markup {
    /// What was written, in UTF-8.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.out.as_bytes()
    }

    /// The line that says that what follows is HTML.
    pub(crate) fn doctype(&mut self) {
        self.out.push_str("<!DOCTYPE html>\n");
    }

    /// An element with what `inside` writes. It is always closed.
    pub(crate) fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Markup),
    ) {
        self.start(name, attributes);
        self.out.push('>');
        inside(self);
        let _ = write!(self.out, "</{name}>");
        if is_block(name) {
            self.out.push('\n');
        }
    }

    /// An element with a text in it.
    pub(crate) fn leaf(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |page| page.text(text));
    }

    /// An element of HTML that has no end: `meta`.
    pub(crate) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.out.push_str(">\n");
    }

    /// An element of a picture that holds nothing.
    pub(crate) fn shape(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    /// A text of this program's own that must not be escaped: what `style` and `script` hold.
    pub(crate) fn own(&mut self, name: &'static str, text: &'static str) {
        let _ = writeln!(self.out, "<{name}>{text}</{name}>");
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// A text in which what stands between two backticks is code.
    pub(crate) fn prose(&mut self, text: &str) {
        let parts: Vec<&str> = text.split('`').collect();
        // A backtick without a second one is a backtick.
        let paired = parts.len() % 2 == 1;
        for (at, part) in parts.iter().enumerate() {
            if at % 2 == 1 && paired {
                self.leaf("code", &[], part);
            } else if at > 0 && !paired {
                self.text("`");
                self.text(part);
            } else {
                self.text(part);
            }
        }
    }

    fn start(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in attributes {
            let _ = write!(self.out, " {attribute}=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }
}

/// True for elements behind which a line may end.
fn is_block(name: &str) -> bool {
    !matches!(name, "a" | "b" | "code" | "mark" | "span" | "strong" | "em" | "svg" | "button")
}

/// True for characters that act on who reads them: control characters, and those that turn the direction of a text.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Lines of a message are set in one.
            '\n' | '\t' => out.push(' '),
            // Nothing of the kind should be left in a report: see `munilint_model::mask`.
            _ if acts(c) => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut page = Markup::default();
        page.leaf("p", &[("id", "\"><img src=x onerror='a'>")], "</p><script>alert(1)</script>&amp;\u{202e}\u{1b}[31m");
        let expected = "<p id=\"&quot;&gt;&lt;img src=x onerror=&#39;a&#39;&gt;\">&lt;/p&gt;&lt;script&gt;alert(1)\
                        &lt;/script&gt;&amp;amp;\u{fffd}\u{fffd}[31m</p>\n";
        assert_eq!(page.out, expected);
    }

    #[test]
    fn code_stands_between_backticks() {
        let shown = |text: &str| {
            let mut page = Markup::default();
            page.prose(text);
            page.out
        };
        assert_eq!(shown("skriv `a<b` og `c`."), "skriv <code>a&lt;b</code> og <code>c</code>.");
        assert_eq!(shown("en ` alene"), "en ` alene");
    }
}
