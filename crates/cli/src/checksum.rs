//! Digests of tables that metadata gives a checksum of.

use digest::Digest;
use munilint_model::{Link, Metadata};
use std::io::{self, Read, Write};

/// Adds to each link whose form has a checksum what the table's own is by that algorithm. `open` opens the table of a link; a table
/// that it cannot open, and an algorithm that is not known, is left out.
pub(crate) fn add<R: Read>(metadata: &[&Metadata], links: &mut [Link], open: impl Fn(&Link) -> Option<R>) {
    for link in links {
        let form = |at: usize| metadata[link.metadata].datasets[link.dataset].distributions.get(at);
        let said = link.distribution.and_then(form).and_then(|form| form.checksum.as_ref());
        link.digest = said.and_then(|said| digest(&said.what.0, || open(link)));
    }
}

/// The digest of what `open` opens, in hexadecimal digits.
fn digest<R: Read>(algorithm: &str, open: impl Fn() -> Option<R>) -> Option<String> {
    match algorithm {
        "md5" => of::<md5::Md5, R>(open()?),
        "sha1" => of::<sha1::Sha1, R>(open()?),
        "sha224" => of::<sha2::Sha224, R>(open()?),
        "sha256" => of::<sha2::Sha256, R>(open()?),
        "sha384" => of::<sha2::Sha384, R>(open()?),
        "sha512" => of::<sha2::Sha512, R>(open()?),
        _ => return None,
    }
    .ok()
}

fn of<D: Digest + Write, R: Read>(mut from: R) -> io::Result<String> {
    let mut hash = D::new();
    io::copy(&mut from, &mut hash)?;
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn digests_are_those_of_the_standards() {
        // RFC 1321 and FIPS 180-4, the example "abc".
        for (algorithm, expected) in [
            ("md5", "900150983cd24fb0d6963f7d28e17f72"),
            ("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            ("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ] {
            assert_eq!(super::digest(algorithm, || Some(&b"abc"[..])).as_deref(), Some(expected), "{algorithm}");
        }
        assert_eq!(super::digest("crc32", || Some(&b"abc"[..])), None);
    }
}
