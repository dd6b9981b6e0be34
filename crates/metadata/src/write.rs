//! A description as metadata of a standard, for a person to finish: what `munilint init` makes. What is written here is read by
//! this crate as the same description; parts for which a standard has no place are left out.

mod data_package;
mod dcat;
mod hint;
mod odcs;
mod readme;

use munilint_model::{Description, Language, StandardKind};

/// Writes a description as `standard`, with comments in `language` where the standard has such; `None` for a standard that is only read.
#[must_use]
pub fn write(description: &Description, standard: StandardKind, language: Language) -> Option<String> {
    Some(match standard {
        StandardKind::DataPackage => data_package::write(description),
        StandardKind::Dcat => dcat::write(description, language),
        StandardKind::Odcs => odcs::write(description, language),
        StandardKind::Readme => readme::write(description, language),
        _ => return None,
    })
}

/// A name of small letters, digits and `-`, as identifiers of most standards have to be.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            'æ' => out.push_str("ae"),
            'ø' => out.push('o'),
            'å' => out.push('a'),
            _ if c.is_ascii_alphanumeric() => out.push(c),
            _ if !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let slug = out.trim_matches('-');
    if slug.is_empty() { "data".to_owned() } else { slug.to_owned() }
}

/// The name of the first table, which the dataset goes by where it has no identifier.
fn table_name(description: &Description) -> &str {
    let names = description.distributions.iter().flat_map(|form| &form.names);
    names.map(|said| said.what.as_str()).next().unwrap_or("data")
}
