//! URLs: references are resolved and compared as RFC 3986 says.

/// The five parts of a URL reference (RFC 3986, appendix B).
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(url: &'a str) -> Self {
        let (rest, fragment) = cut(url, '#');
        let (rest, query) = cut(rest, '?');
        let (scheme, rest) = match rest.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find('/').unwrap_or(rest.len());
                (Some(&rest[..end]), &rest[end..])
            }
            None => (None, rest),
        };
        Self { scheme, authority, path, query, fragment }
    }

    fn join(&self, path: &str) -> String {
        let mut url = String::new();
        if let Some(scheme) = self.scheme {
            url.push_str(&scheme.to_ascii_lowercase());
            url.push(':');
        }
        if let Some(authority) = self.authority {
            url.push_str("//");
            url.push_str(authority);
        }
        url.push_str(path);
        for (mark, part) in [('?', self.query), ('#', self.fragment)] {
            if let Some(part) = part {
                url.push(mark);
                url.push_str(part);
            }
        }
        url
    }
}

fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// True when the text has a scheme and something behind it.
pub(crate) fn is_absolute(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty())
}

/// The URL without its fragment.
pub(crate) fn without_fragment(url: &str) -> &str {
    cut(url, '#').0
}

/// A reference resolved against a base (RFC 3986, section 5.2).
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let (base, mut parts) = (Parts::of(base), Parts::of(reference));
    if parts.scheme.is_some() {
        return parts.join(&without_dots(parts.path));
    }
    parts.scheme = base.scheme;
    if parts.authority.is_some() {
        return parts.join(&without_dots(parts.path));
    }
    parts.authority = base.authority;
    if parts.path.is_empty() {
        parts.query = parts.query.or(base.query);
        return parts.join(base.path);
    }
    if parts.path.starts_with('/') {
        return parts.join(&without_dots(parts.path));
    }
    let folder = match base.path.rfind('/') {
        Some(end) => &base.path[..=end],
        None if base.authority.is_some() => "/",
        None => "",
    };
    parts.join(&without_dots(&format!("{folder}{}", parts.path)))
}

/// A path without `.` and `..` (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." if last => kept.push(""),
            "." => {}
            ".." => {
                // Above a relative path nothing is known, so that it stays.
                if kept.last().is_none_or(|above| *above == "..") && !rooted {
                    kept.push("..");
                } else {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            segment => kept.push(segment),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, kept.join("/"))
}

/// A URL as it is compared (RFC 3986, sections 6.2.2 and 6.2.3 for HTTP and HTTPS).
pub(crate) fn normalize(url: &str) -> String {
    let escaped = canonical_escapes(url);
    let mut parts = Parts::of(&escaped);
    let scheme = parts.scheme.map(str::to_ascii_lowercase);
    let port = match scheme.as_deref() {
        Some("http") => ":80",
        Some("https") => ":443",
        _ => ":",
    };
    let authority = parts.authority.map(|authority| {
        let (user, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
        let host = host.to_ascii_lowercase();
        let host = host.strip_suffix(port).or(host.strip_suffix(':')).unwrap_or(&host);
        user.map_or(host.to_owned(), |user| format!("{user}@{host}"))
    });
    parts.authority = authority.as_deref();
    let path = if parts.scheme.is_some() { without_dots(parts.path) } else { parts.path.to_owned() };
    let web = matches!(scheme.as_deref(), Some("http" | "https"));
    parts.join(if path.is_empty() && web { "/" } else { &path })
}

/// Escapes in upper case, and none of characters that need none.
fn canonical_escapes(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = String::with_capacity(url.len());
    let mut rest = url;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let start = bytes.len() - rest.len() + at;
        let digit = |offset: usize| bytes.get(start + offset).and_then(|byte| char::from(*byte).to_digit(16));
        let (Some(high), Some(low)) = (digit(1), digit(2)) else {
            out.push('%');
            rest = &rest[at + 1..];
            continue;
        };
        match char::from_u32(high * 16 + low) {
            Some(c) if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~') => out.push(c),
            _ => out.push_str(&rest[at..at + 3].to_ascii_uppercase()),
        }
        rest = &rest[at + 3..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{normalize, resolve};

    #[test]
    fn references_are_resolved() {
        let base = "http://a/b/c/d;p?q";
        // RFC 3986, section 5.4.
        for (reference, url) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("g;x=1/../y", "http://a/b/c/y"),
        ] {
            assert_eq!(resolve(base, reference), url, "{reference}");
        }
        assert_eq!(resolve("data/metadata.json", "../table.csv"), "table.csv");
        assert_eq!(resolve("metadata.json", "../table.csv"), "../table.csv");
    }

    #[test]
    fn equal_urls_are_normalized_alike() {
        assert_eq!(normalize("HTTP://Example.ORG:80"), "http://example.org/");
        assert_eq!(normalize("http://example.org/%7ea/./b/../%c3%a5"), "http://example.org/~a/%C3%A5");
        assert_eq!(normalize("https://example.org:8443/a"), "https://example.org:8443/a");
    }
}
