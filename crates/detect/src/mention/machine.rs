//! Addresses of machines that are written with colons or hyphens.

use crate::network_address::{ip_address, mac_address};
use std::ops::Range;

/// Length of `00-00-5e-00-53-af`.
const HYPHENED: usize = 17;

/// Hands over where every address with colons or hyphens stands; those with dots are told as numbers are.
pub(super) fn machines(text: &str, found: &mut impl FnMut(Range<usize>)) {
    // All bytes are looked at, many at a time, which is faster than to look for either sign.
    if !text.bytes().fold(false, |found, byte| found | matches!(byte, b'-' | b':')) {
        return;
    }
    hyphens(text, found);
    colons(text, found);
}

fn hyphens(text: &str, found: &mut impl FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    for (hyphen, _) in text.match_indices('-') {
        let Some(start) = hyphen.checked_sub(2) else { continue };
        let end = start + HYPHENED;
        let begins = start == 0 || !(bytes[start - 1].is_ascii_alphanumeric() || bytes[start - 1] == b'-');
        let ends = bytes.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if begins && ends && bytes.get(start..end).is_some_and(mac_address) {
            found(start..end);
        }
    }
}

fn colons(text: &str, found: &mut impl FnMut(Range<usize>)) {
    let is_part = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b':';
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(colon) = bytes[at..].iter().position(|&byte| byte == b':').map(|skipped| at + skipped) {
        let start = colon - bytes[at..colon].iter().rev().take_while(|byte| is_part(byte)).count();
        let end = colon + bytes[colon..].iter().take_while(|byte| is_part(byte)).count();
        let begins = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        let ends = bytes.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let address = &bytes[start..end];
        let is_address = mac_address(address) || (address.len() >= 9 && ip_address(address));
        if begins && ends && is_address {
            found(start..end);
        }
        at = end;
    }
}
