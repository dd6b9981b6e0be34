//! Numbers of properties (matrikkelnummer): farm, holding and what is leased of it.

/// Words before such a number.
pub(super) const WORDS: [&str; 8] = ["gnr", "gbnr", "g.nr", "matrikkel", "eiendom", "eigedom", "gårds", "gards"];

/// Where the number ends whose groups of digits end at `ends`: `208 bnr. 37`, `208/37`, `0301-208/37`.
pub(super) fn end(text: &str, length: usize, joint: char, ends: &[usize]) -> Option<usize> {
    if ends.len() >= 2 && (joint == '/' || (length == 4 && joint == '-')) {
        return ends.last().copied();
    }
    let rest = text[*ends.first()?..].trim_start_matches([' ', ',', '.', '/']);
    let word = rest.find(|c: char| c == ' ' || c == ':' || c.is_ascii_digit())?;
    if !rest.starts_with(['b', 'B']) {
        return None;
    }
    let says = rest[..word].to_lowercase();
    if !matches!(says.trim_end_matches('.'), "bnr" | "b.nr" | "bruksnr" | "bruksnummer") {
        return None;
    }
    let rest = rest[word..].trim_start_matches(['.', ' ', ':']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| text.len() - rest.len() + digits)
}
