//! Characters that should not stand in a table: control characters, invisible characters, text that was decoded twice.

/// What is wrong with a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextFault {
    /// A control character other than tab and line breaks.
    Control,
    /// A no-break or other typographic space, a zero-width character, a direction mark, a soft hyphen.
    Invisible,
    /// UTF-8 that was read as Windows-1252 (or ISO-8859-1) and written again: `Ã¸` for `ø`.
    Mojibake,
    /// The replacement character U+FFFD: a character was lost for good.
    Replacement,
}

/// Judges the character that begins at byte `at` of a UTF-8 text; with it the length in bytes of what is wrong.
///
/// A letter `Ã` or `Â` with an ordinary letter behind it is not mojibake. The second character of a pair that is mojibake is
/// judged with the first (`Â` and a no-break space is mojibake, not an invisible character). What is not UTF-8 is not judged.
#[must_use]
pub fn text_fault_utf8(bytes: &[u8], at: usize) -> Option<(TextFault, usize)> {
    let rest = bytes.get(at..)?;
    if let Some(&first) = rest.first()
        && first < 0x80
    {
        return is_control(first).then_some((TextFault::Control, 1));
    }
    if let Some(found) = mojibake_utf8(rest) {
        return Some(found);
    }
    let before = at.checked_sub(2).map(|start| &bytes[start..]);
    if let Some((fault, length)) = before.and_then(mojibake_utf8)
        && length > 2
    {
        return Some((fault, length - 2));
    }
    match rest {
        [0xC2, 0x80..=0x9F, ..] => Some((TextFault::Control, 2)),
        [0xC2, 0xA0 | 0xAD, ..] => Some((TextFault::Invisible, 2)),
        [0xE2, 0x80, 0x80..=0x8F | 0xA8..=0xAF, ..]
        | [0xE2, 0x81, 0x9F..=0xA4 | 0xA6..=0xA9, ..]
        | [0xE3, 0x80, 0x80, ..]
        | [0xEF, 0xBB, 0xBF, ..] => Some((TextFault::Invisible, 3)),
        [0xEF, 0xBF, 0xBD, ..] => Some((TextFault::Replacement, 3)),
        _ => None,
    }
}

/// Judges the byte at `at` of a text in Windows-1252 or one of the ISO-8859 encodings; with it the length in bytes of what
/// is wrong. UTF-8 inside such a text is mojibake. Mac OS Roman has other characters in these places: do not ask for it.
#[must_use]
pub fn text_fault_single(bytes: &[u8], at: usize) -> Option<(TextFault, usize)> {
    let rest = bytes.get(at..)?;
    if let Some(found) = utf8_in_single(rest) {
        return Some(found);
    }
    let before = at.checked_sub(1).map(|start| &bytes[start..]);
    if let Some((fault, length)) = before.and_then(utf8_in_single)
        && length > 1
    {
        return Some((fault, length - 1));
    }
    match rest {
        [byte, ..] if is_control(*byte) => Some((TextFault::Control, 1)),
        // The places that Windows-1252 leaves empty.
        [0x81 | 0x8D | 0x8F | 0x90 | 0x9D, ..] => Some((TextFault::Control, 1)),
        [0xA0 | 0xAD, ..] => Some((TextFault::Invisible, 1)),
        _ => None,
    }
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// Twice-decoded text at the start of UTF-8 bytes.
fn mojibake_utf8(bytes: &[u8]) -> Option<(TextFault, usize)> {
    let length = match bytes {
        // Ã and Â: the first bytes of what is at U+0080 to U+00FF, æøå among it.
        [0xC3, 0x82 | 0x83, second @ ..] => 2 + high_windows_1252(second)?,
        // Å and Ä are letters here; only what stands for Sámi letters (š ž ŋ đ č Č) is sure.
        [0xC3, 0x85, 0xC2, 0xA1 | 0xBE, ..] | [0xC3, 0x84, 0xC2, 0x8D, ..] | [0xC3, 0x84, 0xC5, 0x92, ..] => 4,
        [0xC3, 0x85, 0xE2, 0x80, 0xB9, ..] | [0xC3, 0x84, 0xE2, 0x80, 0x98, ..] => 5,
        // â€: dashes, quotation marks, dots; â‚¬: the euro sign; âˆ: the minus sign; â„: the trade mark.
        [0xC3, 0xA2, 0xE2, 0x82, 0xAC, third @ ..] => 5 + high_windows_1252(third).unwrap_or(0),
        [0xC3, 0xA2, 0xE2, 0x80, 0x9A, 0xC2, 0xAC, ..] => 7,
        [0xC3, 0xA2, 0xC2, 0x80..=0x9F, third @ ..] => 4 + high_windows_1252(third).unwrap_or(0),
        [0xC3, 0xA2, 0xCB, 0x86, ..] => 4,
        [0xC3, 0xA2, 0xE2, 0x80, 0x9E, 0xC2, 0xA2, ..] => 7,
        // ï»¿: the byte order mark; ðŸ: emoji.
        [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF, ..] => 6,
        [0xC3, 0xB0, 0xC5, 0xB8, ..] => 4,
        // ï¿½: the replacement character was decoded twice, so the text was lost before that.
        [0xC3, 0xAF, 0xC2, 0xBF, 0xC2, 0xBD, ..] => return Some((TextFault::Replacement, 6)),
        _ => return None,
    };
    Some((TextFault::Mojibake, length))
}

/// Length of the character at the start of UTF-8 bytes when it is one of what Windows-1252 and ISO-8859-1 have at 0x80 to 0xBF:
/// the second byte of a two-byte character, decoded.
fn high_windows_1252(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [0xC2, 0x80..=0xBF, ..] => Some(2),
        // Œ œ Š š Ÿ Ž ž, ƒ, ˆ ˜
        [0xC5, 0x92 | 0x93 | 0xA0 | 0xA1 | 0xB8 | 0xBD | 0xBE, ..] | [0xC6, 0x92, ..] | [0xCB, 0x86 | 0x9C, ..] => Some(2),
        // – — ‘ ’ ‚ “ ” „ † ‡ • … ‰ ‹ ›
        [0xE2, 0x80, 0x93 | 0x94 | 0x98..=0x9A | 0x9C..=0x9E | 0xA0..=0xA2 | 0xA6 | 0xB0 | 0xB9 | 0xBA, ..]
        // € ™
        | [0xE2, 0x82, 0xAC, ..]
        | [0xE2, 0x84, 0xA2, ..] => Some(3),
        _ => None,
    }
}

/// UTF-8 at the start of bytes in a single-byte encoding.
fn utf8_in_single(bytes: &[u8]) -> Option<(TextFault, usize)> {
    match bytes {
        [0xEF, 0xBF, 0xBD, ..] => Some((TextFault::Replacement, 3)),
        [0xEF, 0xBB, 0xBF, ..] | [0xE2, 0x80..=0x84, 0x80..=0xBF, ..] => Some((TextFault::Mojibake, 3)),
        [0xC2 | 0xC3, 0x80..=0xBF, ..] => Some((TextFault::Mojibake, 2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TextFault::{Control, Invisible, Mojibake, Replacement};
    use proptest::prelude::*;

    /// Windows-1252 at 0x80 to 0x9F.
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

    fn twice(text: &str) -> String {
        let decode = |byte: u8| match byte {
            0x80..=0x9F => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap(),
            _ => char::from(byte),
        };
        text.bytes().map(decode).collect()
    }

    fn judge(text: &str) -> Option<TextFault> {
        text_fault_utf8(text.as_bytes(), 0).map(|(fault, length)| {
            assert!(text.is_char_boundary(length), "{text}");
            fault
        })
    }

    #[test]
    fn faults_are_named() {
        for text in ["\0", "\u{7}", "\u{1b}[31m", "\u{7f}", "\u{85}", "\u{9b}"] {
            assert_eq!(judge(text), Some(Control), "{text:?}");
        }
        let invisible = "\u{a0}\u{ad}\u{2000}\u{2009}\u{200b}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{202f}\u{205f}\u{2060}\u{2064}\u{2066}\u{2069}\u{3000}\u{feff}";
        for c in invisible.chars() {
            assert_eq!(judge(&c.to_string()), Some(Invisible), "{c:?}");
        }
        assert_eq!(judge("\u{fffd}"), Some(Replacement));
        assert_eq!(judge(&twice("\u{fffd}")), Some(Replacement));
    }

    #[test]
    fn good_text_is_left() {
        for text in [
            "\t", "\n", "\r", "a", "ø", "Å", "Ä‰", "Å…", "Å»", "Âge", "Ão", "Ã", "Â", "â", "ï", "š", "ŋ", "–", "«",
            "€", "😀", "½", "…",
        ] {
            assert_eq!(judge(text), None, "{text:?}");
        }
        assert_eq!(text_fault_utf8(b"", 0), None);
        assert_eq!(text_fault_utf8(b"a", 7), None);
    }

    #[test]
    fn twice_decoded_text_is_seen_from_both_its_characters() {
        for c in "æøåÆØÅéäöüßàáŠšžŋđč–—“”’…€−™\u{a0}«»½\u{feff}😀".chars().filter(|&c| c != 'Š')
        {
            let text = twice(&c.to_string());
            assert_eq!(judge(&text), Some(Mojibake), "{c} as {text}");
        }
        let text = "x\u{c2}\u{a0}y";
        assert_eq!(text_fault_utf8(text.as_bytes(), 1), Some((Mojibake, 4)));
        assert_eq!(text_fault_utf8(text.as_bytes(), 3), Some((Mojibake, 2)));
        assert_eq!(text_fault_utf8("Å\u{a0}".as_bytes(), 2), Some((Invisible, 2)));
    }

    #[test]
    fn single_byte_text_is_judged_too() {
        assert_eq!(text_fault_single(b"0101\xA0-\xA0Halden", 4), Some((Invisible, 1)));
        assert_eq!(text_fault_single(b"a\xADb", 1), Some((Invisible, 1)));
        assert_eq!(text_fault_single(b"\xC3\xB8", 0), Some((Mojibake, 2)));
        assert_eq!(text_fault_single(b"\xC3\xB8", 1), Some((Mojibake, 1)));
        assert_eq!(text_fault_single(b"\xC2\xA0", 1), Some((Mojibake, 1)));
        assert_eq!(text_fault_single(b"\xE2\x80\x93", 0), Some((Mojibake, 3)));
        assert_eq!(text_fault_single(b"\xEF\xBF\xBD", 0), Some((Replacement, 3)));
        assert_eq!(text_fault_single(b"\x07", 0), Some((Control, 1)));
        for text in [&b"\xF8"[..], b"\x9A", b"\x96", b"\xC3o", b"\xE2ge", b"\t", b"K\xC5"] {
            assert_eq!(text_fault_single(text, text.len() - 1), None, "{text:?}");
            assert_eq!(text_fault_single(text, 0), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(prop_oneof![0x80_u8..=0xFF, Just(0xC3), Just(0xE2), any::<u8>()], 0..20), at in 0_usize..25) {
            for found in [text_fault_utf8(&bytes, at), text_fault_single(&bytes, at)].into_iter().flatten() {
                prop_assert!(found.1 >= 1 && at + found.1 <= bytes.len());
            }
        }

        #[test]
        fn norwegian_text_is_left(text in "[a-zæøåA-ZÆØÅ0-9 ,.«»–-]{0,40}") {
            for (at, _) in text.char_indices() {
                prop_assert_eq!(text_fault_utf8(text.as_bytes(), at), None);
            }
        }
    }
}
