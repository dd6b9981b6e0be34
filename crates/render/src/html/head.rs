//! The head of the page: title, policy, style and script.

use crate::html::markup::Markup;
use crate::html::{Context, short_name};
use crate::words::fill;
use munilint_model::FileReport;
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");

const SCRIPT: &str = include_str!("script.js");

/// Writes the head.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    page.element("head", &[], |page| {
        page.void("meta", &[("charset", "utf-8")]);
        page.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy())]);
        page.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        page.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
        page.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
        page.void("meta", &[("name", "robots"), ("content", "noindex")]);
        page.void("meta", &[("name", "generator"), ("content", concat!("munilint ", env!("CARGO_PKG_VERSION")))]);
        page.leaf("title", &[], &fill(context.words.title, &[("name", &subject(context))]));
        page.own("style", STYLE);
        page.own("script", SCRIPT);
    });
}

/// What the report is about: a file's name, or a folder's with how many files there are.
pub(crate) fn subject(context: Context<'_>) -> String {
    let files = &context.report.files;
    let count = context.words.counted(&context.words.file, files.len() as u64);
    match &files[..] {
        [file] => short_name(file).to_owned(),
        [first, rest @ ..] => match common_folder(&first.path, rest) {
            Some(folder) => format!("{folder} ({count})"),
            None => count,
        },
        [] => count,
    }
}

/// The folder that all files lie in, without those it lies in itself.
fn common_folder<'a>(first: &'a str, rest: &[FileReport]) -> Option<&'a str> {
    let folders = first.match_indices('/').map(|(at, _)| &first[..=at]).rev();
    let mut common = folders.filter(|folder| rest.iter().all(|file| file.path.starts_with(folder)));
    common.next()?.trim_end_matches('/').rsplit('/').next().filter(|name| !matches!(*name, "" | "." | ".."))
}

/// Nothing is fetched, and only the style and the script that are in the page are used.
fn policy() -> String {
    let hash = |text: &str| base64(&Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// Base64 (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let known = digit <= three.len();
            let value = (bits >> (18 - 6 * digit)) as usize & 63;
            out.push(if known { char::from(DIGITS[value]) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_that_files_have_in_common_is_named() {
        let file = |path: &str| FileReport { path: path.into(), ..FileReport::default() };
        let of = |first: &'static str, other: &str| common_folder(first, &[file(other)]);
        assert_eq!(of("data/2024/a.csv", "data/2024/b.csv"), Some("2024"));
        assert_eq!(of("data/2024/a.csv", "data/2023/b.csv"), Some("data"));
        assert_eq!(of("data/a.csv", "b.csv"), None);
        assert_eq!(of("../a.csv", "../b.csv"), None);
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        // RFC 4648, section 10.
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }
}
