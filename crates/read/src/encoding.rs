//! Which encoding a text is in, told from its bytes.

use munilint_model::Encoding;

/// An encoding with the length of its byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Detected {
    pub(crate) encoding: Encoding,
    pub(crate) bom: usize,
}

/// Tells the encoding of a text from its first bytes and, when those are ASCII, from the first that are not. `ends` says
/// that nothing follows those.
pub(crate) fn detect(head: &[u8], later: &[u8], ends: bool) -> Detected {
    let at = |encoding, bom| Detected { encoding, bom };
    match head {
        [0xEF, 0xBB, 0xBF, ..] => return at(Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => return at(Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => return at(Encoding::Utf16Be, 2),
        _ => {}
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return at(encoding, 0);
    }
    let sample = if head.is_ascii() { later } else { head };
    at(if is_mostly_utf8(sample, ends) { Encoding::Utf8 } else { single_byte(sample) }, 0)
}

/// Western text in UTF-16 has a zero in every second byte.
fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    let sample = &head[..head.len().min(4096) & !1];
    if sample.len() < 8 {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count() * 2;
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= sample.len() * 7 && even * 20 < sample.len() {
        Some(Encoding::Utf16Le)
    } else if even * 10 >= sample.len() * 7 && odd * 20 < sample.len() {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// True when the text is UTF-8, or UTF-8 with some stray bytes: of what is not ASCII most is well formed.
fn is_mostly_utf8(text: &[u8], ends: bool) -> bool {
    let (mut good, mut bad) = (0u32, 0u32);
    let mut rest = text;
    loop {
        match std::str::from_utf8(rest) {
            Ok(valid) => return bad == 0 || good + multibyte(valid.as_bytes()) > bad,
            Err(error) => {
                good += multibyte(&rest[..error.valid_up_to()]);
                // Half a character at the end is where the sample was cut.
                let Some(length) = error.error_len() else {
                    bad += u32::from(ends);
                    return bad == 0 || good > bad;
                };
                bad += 1;
                rest = &rest[error.valid_up_to() + length..];
            }
        }
    }
}

fn multibyte(valid: &[u8]) -> u32 {
    u32::try_from(valid.iter().filter(|&&byte| byte >= 0xC0).count()).unwrap_or(u32::MAX)
}

/// Tells the single-byte encodings apart by where their bytes stand: letters stand between letters.
///
/// The Norwegian letters and most of the West European ones have the same bytes in all of Windows-1252, ISO-8859-1, -10
/// and -15; what differs is listed here.
fn single_byte(text: &[u8]) -> Encoding {
    let letter = |byte: u8| byte.is_ascii_alphabetic() || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7);
    let mut score = Scores::default();
    for (i, &byte) in text.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        let before = i > 0 && letter(text[i - 1]);
        let after = text.get(i + 1).is_some_and(|&next| letter(next));
        let inside = before && after;
        match byte {
            // å ø æ Å Ø of Mac OS Roman; in Windows-1252 these are Œ ¿ ¾ and two that are not in use.
            0x8C | 0xBE | 0xBF | 0x81 | 0xAF | 0xAE if before || after => score.macintosh += 1,
            _ => {}
        }
        match byte {
            0x80..=0x9F => score.windows += 1,
            // đ š ŧ ž ŋ in Latin-6; ¹ º » ¼ ¿ in Latin-1, which do not stand inside words.
            0xB9..=0xBC | 0xBF if inside => score.latin6 += 1,
            // Š š Ž ž Œ œ Ÿ in Latin-9; ¦ ¨ ´ ¸ ¼ ½ ¾ in Latin-1. The euro sign before or behind a number.
            0xA6 | 0xA8 | 0xB4 | 0xB8 | 0xBD if before || after => score.latin9 += 1,
            0xA4 if !inside => score.latin9 += 1,
            0xC0..=0xFF => score.common += 1,
            _ => {}
        }
    }
    score.best()
}

#[derive(Default)]
struct Scores {
    windows: u32,
    macintosh: u32,
    latin6: u32,
    latin9: u32,
    common: u32,
}

impl Scores {
    fn best(&self) -> Encoding {
        if self.macintosh > 2 * self.common && self.macintosh > 0 && self.windows <= self.macintosh {
            Encoding::Macintosh
        } else if self.windows > 0 {
            Encoding::Windows1252
        } else if self.latin6 > self.latin9 {
            Encoding::Iso8859_10
        } else if self.latin9 > 0 {
            Encoding::Iso8859_15
        } else {
            Encoding::Iso8859_1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(bytes: &[u8]) -> Encoding {
        detect(bytes, &[], true).encoding
    }

    #[test]
    fn encodings_are_told_apart_by_their_bytes() {
        assert_eq!(encoding("Tromsø;Bodø".as_bytes()), Encoding::Utf8);
        assert_eq!(encoding(b"plain"), Encoding::Utf8);
        assert_eq!(encoding(b"Troms\xF8;V\xE5ler;\xC5s"), Encoding::Iso8859_1);
        assert_eq!(encoding(b"Troms\xF8"), Encoding::Iso8859_1);
        assert_eq!(encoding(b"K\xE1r\xE1\x9Ajohka;Troms\xF8"), Encoding::Windows1252);
        assert_eq!(encoding(b"K\xE1r\xE1\xBAjohka;Troms\xF8"), Encoding::Iso8859_10);
        assert_eq!(encoding(b"K\xE1r\xE1\xA8johka;Troms\xF8"), Encoding::Iso8859_15);
        assert_eq!(encoding(b"pris 100 \xA4;Troms\xF8"), Encoding::Iso8859_15);
        assert_eq!(encoding(b"Troms\xBF;V\x8Cler;K\xBErlighet"), Encoding::Macintosh);
        let utf16: Vec<u8> = "kommune;antall\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(encoding(&utf16), Encoding::Utf16Le);
        let utf16: Vec<u8> = "kommune;antall\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(encoding(&utf16), Encoding::Utf16Be);
        assert_eq!(detect(b"\xEF\xBB\xBFa", &[], true), Detected { encoding: Encoding::Utf8, bom: 3 });
    }

    #[test]
    fn a_stray_byte_does_not_make_utf8_something_else() {
        assert_eq!(encoding("Tromsø;Bodø;Ås\n\u{e6}".as_bytes()), Encoding::Utf8);
        let mut mixed = "Tromsø;Bodø;Ås;Hå".as_bytes().to_vec();
        mixed.extend_from_slice(b";B\xE6rum");
        assert_eq!(encoding(&mixed), Encoding::Utf8);
    }
}
