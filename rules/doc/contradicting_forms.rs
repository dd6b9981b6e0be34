//! See `contradicting-forms.md`.

use super::pairs::is_same;
use crate::field_names::FieldNames;
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options, StandardKind, TableFacts};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many fields a message names.
const NAMED: usize = 3;

/// Standards in which the files of a dataset are forms of the same data. Elsewhere they are tables that belong together.
const OF_FORMS: [StandardKind; 3] = [StandardKind::Dcat, StandardKind::SchemaOrg, StandardKind::Croissant];

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let Some(form) = described.form().filter(|_| OF_FORMS.contains(&described.metadata.standard.kind)) else { return };
    let own = described.facts;
    // Files of several years or areas are called by them, and are forms of nothing in common.
    let is_form = |other: &&&TableFacts| stem(&other.table.source) == stem(&own.table.source);
    let Some(other) = described.earlier.iter().find(is_form) else { return };
    let mut tell = |variant, fields: String| {
        let draft = found.of_metadata.add(None, Occurrences::at(form.at)).variant(variant);
        draft.excerpt("table", &own.table.source).excerpt("other", &other.table.source).word("fields", fields);
        draft.count("rows", own.rows).count("others", other.rows).kind = variant;
    };
    let lacking = |of: &TableFacts, those: &TableFacts| {
        let is_there = |name: &str| of.fields.iter().any(|field| is_same(&field.name, name));
        let absent = those.fields.iter().map(|field| field.name.as_str()).filter(|name| !is_there(name));
        FieldNames::of(absent.collect::<Vec<_>>(), NAMED).to_string()
    };
    if own.rows != other.rows {
        tell("", String::new());
    }
    // Without a header nobody knows the names.
    if [own, other].iter().all(|facts| facts.layout().header_row.is_some()) {
        for (variant, fields) in [("lacks", lacking(own, other)), ("adds", lacking(other, own))] {
            if !fields.is_empty() {
                tell(variant, fields);
            }
        }
    }
}

/// The name of a file without its folder and ending, in lower case.
fn stem(source: &str) -> String {
    let name = source.rsplit('/').next().unwrap_or(source).to_lowercase();
    name.split_once('.').map_or(name.clone(), |(stem, _)| stem.to_owned())
}
