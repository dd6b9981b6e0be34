//! What is written of a description is read again as the same: texts, fields, types, codes and signs of missing values, whatever
//! stands in them.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_metadata::{read, write};
use munilint_model::{
    Agent, Contact, Description, Distribution, FieldDescription, LangText, Language, Metadata, Place, Said,
    StandardKind,
};
use proptest::prelude::*;
use std::path::Path;
use std::sync::Arc;

/// Standards that are written, and a name that is read as theirs.
const STANDARDS: [(StandardKind, &str); 4] = [
    (StandardKind::DataPackage, "datapackage.json"),
    (StandardKind::Dcat, "tabell.dcat.ttl"),
    (StandardKind::Odcs, "tabell.odcs.yaml"),
    (StandardKind::Readme, "README.md"),
];

/// Values of a kind.
type Values = Vec<(String, Option<String>)>;

/// A field: its name, what it means, its unit, codes and signs of missing values.
type FieldParts = (String, Option<String>, Option<String>, Values, Values);

/// What is compared of a dataset.
#[derive(Debug, PartialEq)]
struct Parts {
    title: Option<String>,
    description: Option<String>,
    publisher: Option<String>,
    contact: Option<String>,
    file: Option<String>,
    fields: Vec<FieldParts>,
}

fn parts(description: &Description, standard: StandardKind) -> Parts {
    // Markdown knows one kind of blank, and only one line.
    let shown = |text: &str| {
        if standard == StandardKind::Readme {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text.trim_end().to_owned()
        }
    };
    let text = |texts: &[Said<LangText>]| texts.first().map(|said| shown(&said.what.text));
    let form = &description.distributions[0];
    let field = |field: &FieldDescription| {
        let (codes, missing) = match standard {
            StandardKind::Readme => Default::default(),
            _ => (field.codes.clone(), field.missing.iter().filter(|(value, _)| !value.is_empty()).cloned().collect()),
        };
        let unit = field.unit.as_ref().map(|said| shown(&said.what));
        (
            shown(&field.name),
            text(&field.definitions).filter(|_| standard != StandardKind::Readme),
            unit,
            codes,
            missing,
        )
    };
    Parts {
        title: text(&description.titles),
        description: text(&description.descriptions),
        publisher: description.publishers.first().and_then(|said| said.what.name.as_deref()).map(shown),
        contact: description.contacts.first().and_then(|said| said.what.name.as_deref()).map(shown),
        file: form.download_urls.first().map(|said| said.what.clone()).filter(|_| standard != StandardKind::Readme),
        fields: if standard == StandardKind::Dcat { Vec::new() } else { form.fields.iter().map(field).collect() },
    }
}

fn again(text: &str, name: &str) -> Option<Metadata> {
    Some(read(Path::new(name), &Arc::from(name), text.as_bytes())?.metadata)
}

fn said<T>(what: T) -> Said<T> {
    Said { what, at: Place::File }
}

fn lang(text: String) -> Said<LangText> {
    said(LangText { text, language: Some("nb".to_owned()) })
}

/// Texts that people write, and what means something in one notation or another.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zæøå]{1,8}",
        prop::sample::select(vec![
            " ", "\n", "\t", "\"", "'", "\\", "|", "`", "*", "_", "#", "# ", ": ", "- ", "<b>", "&amp;", "{", "}",
            "[x](y)", "@nb", "^^", "%", "~", "\u{85}", "\u{2028}", "…", "😀", "!", "1. ", "\\n", "'''", "\"\"\"",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| format!("tekst {}", parts.concat()).trim().to_owned())
}

fn descriptions() -> impl Strategy<Value = Description> {
    let values = || prop::collection::btree_set("[a-z0-9:.\"' -]{1,4}", 0..3);
    let field = (words(), words(), values(), values());
    (words(), words(), words(), words(), prop::collection::vec(field, 1..4)).prop_map(
        |(title, text, publisher, contact, fields)| {
            let mut description = Description::at(Place::File);
            description.titles.push(lang(title));
            description.descriptions.push(lang(text));
            description.publishers.push(said(Agent { iri: None, name: Some(publisher) }));
            description.contacts.push(said(Contact { name: Some(contact), ..Contact::default() }));
            let mut form = Distribution::at(Place::File);
            form.download_urls.push(said("tabell.csv".to_owned()));
            form.names.push(said("tabell".to_owned()));
            for (number, (name, definition, codes, missing)) in fields.into_iter().enumerate() {
                let mut field = FieldDescription::named(format!("{name} {number}"), Place::File);
                field.definitions.push(lang(definition));
                field.datatype = Some(said("string".to_owned()));
                field.unit = (number == 0).then(|| said("kr".to_owned()));
                field.codes = codes.into_iter().map(|code| (code, None)).collect();
                field.missing = missing.into_iter().map(|sign| (sign, None)).collect();
                form.fields.push(field);
            }
            description.distributions.push(form);
            description
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn what_is_written_is_read_again(description in descriptions(), which in 0..STANDARDS.len()) {
        let (standard, name) = STANDARDS[which];
        let text = write(&description, standard, Language::Nb).expect("it is written");
        let metadata = again(&text, name);
        prop_assert!(metadata.is_some(), "{text}");
        let metadata = metadata.unwrap_or_else(|| unreachable!());
        prop_assert!(metadata.faults.is_empty() && metadata.datasets.len() == 1, "{text}");
        prop_assert_eq!(metadata.standard.kind, standard);
        prop_assert_eq!(parts(&metadata.datasets[0], standard), parts(&description, standard), "{}", text);
    }
}

#[test]
fn what_is_only_read_is_not_written() {
    let description = Description::at(Place::File);
    for standard in [StandardKind::Csvw, StandardKind::Datadoc, StandardKind::Kostra] {
        assert_eq!(write(&description, standard, Language::En), None);
    }
}
