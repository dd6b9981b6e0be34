//! Line ends of a text.

use munilint_model::{LineEnding, OddityKind};

/// Line breaks in `text`: `\n`, `\r\n` and `\r` each count once.
pub(crate) fn line_breaks(text: &[u8]) -> u64 {
    let both = memchr::memmem::find_iter(text, b"\r\n").count();
    (memchr::memchr2_iter(b'\n', b'\r', text).count() - both) as u64
}

/// How most lines of `text` end.
pub(crate) fn most_common(text: &[u8]) -> LineEnding {
    let crlf = memchr::memmem::find_iter(text, b"\r\n").count();
    let lf = memchr::memchr_iter(b'\n', text).count() - crlf;
    let cr = memchr::memchr_iter(b'\r', text).count() - crlf;
    if crlf > lf && crlf >= cr {
        LineEnding::Crlf
    } else if cr > lf {
        LineEnding::Cr
    } else {
        LineEnding::Lf
    }
}

/// How a text that ends with a line end ends it.
pub(crate) fn last(text: &[u8]) -> Option<OddityKind> {
    match text {
        [.., b'\r', b'\n'] => Some(OddityKind::EndsCrlf),
        [.., b'\n'] => Some(OddityKind::EndsLf),
        [.., b'\r'] => Some(OddityKind::EndsCr),
        _ => None,
    }
}

/// True for a byte that a text may hold and still be empty.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
