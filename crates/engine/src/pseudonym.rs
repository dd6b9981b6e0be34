//! Pseudonyms that only the holder of a key can make.

use hmac::{Hmac, Mac};
use munilint_model::CellMend;
use sha2::Sha256;
use std::fmt::{self, Write as _};
use std::sync::Arc;

/// A key of fewer bytes is guessed too easily (NIST SP 800-107, 5.3.4: at least 112 bits).
const SHORTEST: usize = 16;

/// How many bytes of the HMAC a pseudonym has: with a million persons, two get the same one once in 10²⁶ times.
const KEPT: usize = 16;

/// A secret of the user's.
#[derive(Clone)]
pub struct Key(Arc<[u8]>);

/// It is never shown.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// The key that a file holds; one line end behind it is no part of it. `None` when it is too short.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        (bytes.len() >= SHORTEST).then(|| Key(Arc::from(bytes)))
    }

    /// Makes a pseudonym of what `subject` makes of a value: HMAC-SHA-256 (RFC 2104), its first 16 bytes in hexadecimal,
    /// behind a letter so that no program takes it for a number.
    pub(crate) fn pseudonyms(&self, subject: CellMend) -> CellMend {
        let key = self.clone();
        CellMend::new(move |value| Some(key.pseudonym(&subject.subject(value)?)))
    }

    fn pseudonym(&self, subject: &str) -> String {
        // HMAC takes keys of every length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return String::new() };
        mac.update(subject.as_bytes());
        let mut text = "p".to_owned();
        for byte in &mac.finalize().into_bytes()[..KEPT] {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pseudonym_is_the_hmac_of_rfc_4231() {
        let key = Key(Arc::from(&b"Jefe"[..]));
        assert_eq!(key.pseudonym("what do ya want for nothing?"), "p5bdcc146bf60754e6a042426089575c7");
    }

    #[test]
    fn a_short_key_is_none() {
        assert!(Key::of(b"0123456789abcde\r\n").is_none());
        assert!(Key::of(b"0123456789abcdef\n").is_some());
    }
}
