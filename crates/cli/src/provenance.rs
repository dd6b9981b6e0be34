//! What a report was made with, so that it can be made again.

use crate::project::Projects;
use munilint_model::Provenance;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::Path;

/// Hashes of rules, code lists and configurations.
pub(crate) fn provenance(projects: &Projects) -> Provenance {
    let mut rules: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut configurations = BTreeMap::new();
    for project in projects.all() {
        rules.extend(project.rulebook().iter().map(|rule| (&*rule.id, &*rule.page)));
        configurations.extend(project.configuration());
    }
    let mut hash = Sha256::new();
    for (id, page) in rules {
        // Lengths keep two texts apart that run into each other.
        hash.update(format!("{id} {}\n", page.len()));
        hash.update(page);
    }
    let built_in = munilint_rules::codelists().iter().map(|(name, text)| ((*name).to_owned(), of(text.as_bytes())));
    let own = projects.library().codelist_hashes().iter().map(|(name, hash)| (name.clone(), hash.clone()));
    let codelists: BTreeMap<String, String> = built_in.chain(own).collect();
    Provenance {
        rules: Some(hex(hash)),
        codelists: codelists.into_iter().collect(),
        configurations: configurations.into_iter().collect(),
    }
}

/// SHA-256 of bytes, in hexadecimal digits.
pub(crate) fn of(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

/// SHA-256 of a file's bytes, in hexadecimal digits.
pub(crate) fn of_file(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(path)?, &mut hash)?;
    Ok(hex(hash))
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_sha_256() {
        // FIPS 180-4, the example of one block.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(super::of(b"abc"), expected);
    }
}
