//! See `codelist-without-version.md`.

use super::pairs::pairs;
use crate::field_names::FieldNames;
use crate::years::leading_year;
use munilint_model::{Body, Described, DescribedFound, FieldDescription, FieldFacts, Occurrences, Options, Said};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many fields a message names.
const NAMED: usize = 3;

/// Words that name a list: of one that is named without them nobody can tell that it is one.
const OF_LISTS: [&str; 7] = ["klass", "kodeliste", "kodeverk", "standard for", "inndeling", "code list", "codelist"];

/// Editions that are named with two digits.
const SHORT_EDITIONS: [&str; 3] = ["styrk08", "styrk98", "sn94"];

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let coded = || pairs(described).into_iter().filter(|(field, said)| is_coded(field, said) && !says_edition(said));
    for (variant, is_listed) in [("", true), ("no-list", false)] {
        let open: Vec<_> = coded().filter(|(_, said)| names_list(said) == is_listed).collect();
        if open.is_empty() {
            continue;
        }
        let mut seen = Occurrences::default();
        open.iter().for_each(|(_, said)| seen.add(|| said.at));
        let names = FieldNames::of(open.iter().map(|(field, _)| field.name.as_str()), NAMED);
        let draft = found.of_metadata.add(None, seen).variant(variant).word("fields", names.to_string());
        draft.excerpt("table", &described.facts.table.source).kind = variant;
    }
}

/// True for codes of a list with editions; codes that the metadata lists itself need no other list.
fn is_coded(field: &FieldFacts, said: &FieldDescription) -> bool {
    field.role.role.has_editions() && said.codes.is_empty()
}

/// Everything that is said of a field.
fn texts(said: &FieldDescription) -> impl Iterator<Item = String> {
    let texts = said.titles.iter().chain(&said.definitions).map(|said| &said.what.text);
    let plain = [&said.codelist, &said.format].into_iter().flatten().map(|said: &Said<String>| &said.what);
    texts.chain(plain).map(|text| text.to_lowercase())
}

fn names_list(said: &FieldDescription) -> bool {
    said.codelist.is_some() || texts(said).any(|text| OF_LISTS.iter().any(|word| text.contains(word)))
}

/// True when a year, or a word for an edition, tells which one is meant.
fn says_edition(said: &FieldDescription) -> bool {
    texts(said).any(|text| {
        let bare: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let digits = text.split(|c: char| !c.is_ascii_digit());
        text.contains("versjon")
            || text.contains("version")
            || SHORT_EDITIONS.iter().any(|edition| bare.contains(edition))
            || digits.filter(|run| run.len() == 4).any(|run| leading_year(run).is_some())
    })
}
