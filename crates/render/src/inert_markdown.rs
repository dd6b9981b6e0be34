//! Text of data, names and metadata in Markdown as GitHub and GitLab take it, where it can become nothing but text: no markup,
//! HTML, link, mention, reference or emoji.
//!
//! Markup is undone by character references, which hold in HTML blocks, too, where backslashes do not. What is found in the
//! text itself, after markup (`@name`, `#12`, `:smile:`, `www.`), is taken apart by a zero-width space.

/// The zero-width space, as a character reference.
const APART: &str = "&#8203;";

/// Longest name, in bytes as it is written here.
const NAME: usize = 600;

/// `text` in one line, fit to stand anywhere but at the start of a line.
pub(crate) fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = [' '; 3];
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        push(&mut out, c);
        let next = rest.peek().copied().unwrap_or(' ');
        before = [before[1], before[2], c];
        if links(before, next) {
            out.push_str(APART);
        }
    }
    out
}

/// True when what follows `before` would be taken for more than text.
fn links(before: [char; 3], next: char) -> bool {
    let [first, second, last] = before;
    match last {
        '@' | '#' | '!' | '~' | '$' | '%' | '&' | '^' | '＠' => next.is_alphanumeric() || next == '"',
        // `http://`, `mailto:x`, `:smile:`, `:+1:`
        ':' => next.is_alphabetic() || matches!(next, '/' | '+' | '-'),
        'w' | 'W' => next == '.' && second.eq_ignore_ascii_case(&'w') && first.eq_ignore_ascii_case(&'w'),
        // `GH-12`
        '-' => next.is_ascii_digit() && second.eq_ignore_ascii_case(&'h') && first.eq_ignore_ascii_case(&'g'),
        _ => false,
    }
}

fn push(out: &mut String, c: char) {
    match c {
        '\n' | '\r' | '\t' => out.push(' '),
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '^' | '@' | '{' | '}' => {
            out.push_str(&format!("&#{};", u32::from(c)));
        }
        _ => out.push(c),
    }
}

/// A name set as code.
pub(crate) fn code(name: &str) -> String {
    format!("<code>{}</code>", cut(&inert(name), NAME))
}

/// Inert text of at most `most` bytes, never cut inside a character reference.
pub(crate) fn cut(inert: &str, most: usize) -> String {
    if inert.len() <= most {
        return inert.to_owned();
    }
    let mut end = most.saturating_sub('…'.len_utf8());
    while !inert.is_char_boundary(end) {
        end -= 1;
    }
    let kept = &inert[..end];
    // Every `&` begins a reference, and a `;` ends it.
    let kept = match kept.rfind('&') {
        Some(start) if !kept[start..].contains(';') => &kept[..start],
        _ => kept,
    };
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_is_taken_apart() {
        for (text, written) in [
            ("a | b `c` *d* _e_", "a &#124; b &#96;c&#96; &#42;d&#42; &#95;e&#95;"),
            ("<b>&amp;", "&lt;b&gt;&amp;&#8203;amp;"),
            ("@ola #12 !3", "&#64;&#8203;ola &#35;&#8203;12 !&#8203;3"),
            ("http://x.no www.x.no", "http:&#8203;//x.no www&#8203;.x.no"),
            (":smile: 12:30", ":&#8203;smile: 12:30"),
            ("GH-12 UTF-8", "GH-&#8203;12 UTF-8"),
            ("[x](javascript:alert(1))\n/close", "&#91;x&#93;(javascript:&#8203;alert(1)) /close"),
            ("12 % av 3, 7 & 8", "12 % av 3, 7 &amp; 8"),
        ] {
            assert_eq!(inert(text), written);
        }
    }

    #[test]
    fn a_cut_keeps_references_whole() {
        for most in 0..40 {
            let text = cut(&inert("å@b|c&d http://e"), most);
            assert!(text.len() <= most.max('…'.len_utf8()), "{text}");
            let open = text.rfind('&').is_some_and(|start| !text[start..].contains(';'));
            assert!(!open, "{text}");
        }
    }
}
