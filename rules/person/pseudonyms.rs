//! Fields of pseudonyms, and tables that are the key to them.

use super::person_rows::naming;
use munilint_detect::header::words;
use munilint_model::{FieldFacts, Form, Role, TableFacts};

/// Words for what stands in the place of a person, folded and without spaces.
const PSEUDONYMS: [&str; 14] = [
    "pseudonym", "psevdonym", "pseudoid", "pseudonr", "koblingsnokkel", "koplingsnokkel", "koblingsid", "koplingsid",
    "studieid", "forsoksid", "anonymid", "kryptertid", "kryptertfnr", "respondentid",
];

/// The same in English, which stand for other things as parts of longer words.
const ENGLISH: [&str; 4] = ["studyid", "subjectid", "linkagekey", "linkkey"];

/// Numbers that run from row to row, folded and without spaces.
const RUNNING: [&str; 6] = ["id", "lnr", "lopenr", "lopenummer", "nr", "snr"];

/// Words for a file that holds a key, folded and without spaces.
const KEY_FILES: [&str; 10] = [
    "nokkelfil", "koblingsnokkel", "koplingsnokkel", "koblingsfil", "koplingsfil", "kodenokkel", "keyfile", "linkfile",
    "linkagefile", "linkkey",
];

/// How a field is known to hold pseudonyms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// By its name, or because its values are digests.
    Plain,
    /// It numbers the rows, and nothing else stands beside the identity numbers.
    Running,
    /// By the name of the file.
    File,
}

/// A table that names persons and holds their pseudonyms.
pub(super) struct Key<'a> {
    /// The field of pseudonyms; `None` when the file says that it is a key and no field stands out.
    pub(super) pseudonym: Option<&'a FieldFacts>,
    pub(super) sign: Sign,
    /// The fields that name the person.
    pub(super) names: Vec<&'a FieldFacts>,
}

/// The key that a table is.
pub(super) fn key(facts: &TableFacts) -> Option<Key<'_>> {
    let names = naming(facts);
    if names.is_empty() || facts.rows == 0 {
        return None;
    }
    let is_other = |field: &&FieldFacts| names.iter().all(|name| name.column != field.column) && field.present() > 0;
    let mut others = facts.fields.iter().filter(is_other);
    if let Some(plain) = others.clone().find(|field| is_pseudonym(field)) {
        return Some(Key { pseudonym: Some(plain), sign: Sign::Plain, names });
    }
    let running = others.clone().find(|field| numbers_rows(field, facts));
    if is_key_file(&facts.table.source) {
        return Some(Key { pseudonym: running, sign: Sign::File, names });
    }
    let are_numbers = names.iter().all(|field| field.role.role == Role::IdentityNumber);
    let is_alone = others.next().is_some() && others.next().is_none();
    let pseudonym = running.filter(|_| are_numbers && is_alone)?;
    Some(Key { pseudonym: Some(pseudonym), sign: Sign::Running, names })
}

/// True for a field that says that it holds pseudonyms, or whose values are digests.
pub(super) fn is_pseudonym(field: &FieldFacts) -> bool {
    let words = words(&field.name);
    let joined = words.concat();
    let is_named = !joined.contains("pseudonymiser") && PSEUDONYMS.iter().any(|term| joined.contains(term));
    is_named
        || ENGLISH.contains(&joined.as_str())
        || field.form(Form::Digest).count * 10 >= field.present() * 9 && field.present() > 0
}

fn numbers_rows(field: &FieldFacts, facts: &TableFacts) -> bool {
    RUNNING.contains(&words(&field.name).concat().as_str())
        && field.present() == facts.rows
        && field.distinct.count * 100 >= facts.rows * 96
}

/// `nøkkelfil.csv`, `koblingsnøkkel prosjekt.csv`, `key.csv`; not `nøkkeltall.csv`.
fn is_key_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let words = words(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let joined = words.concat();
    words.iter().any(|word| matches!(word.as_str(), "key" | "nokkel"))
        || KEY_FILES.iter().any(|term| joined.contains(term))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_keys_are_told_by_their_names() {
        for path in ["a/Nøkkelfil.csv", "koblingsnøkkel_2024.csv", "key.csv", "prosjekt nøkkel.csv", "link-file.csv"]
        {
            assert!(is_key_file(path), "{path}");
        }
        for path in ["nøkkeltall.csv", "nokkel/data.csv", "keyword.csv", "kostnadsnøkkel.csv", ""] {
            assert!(!is_key_file(path), "{path}");
        }
    }
}
