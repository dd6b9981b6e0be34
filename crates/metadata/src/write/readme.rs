//! As a README in Markdown: what the dataset is, and a table of variables for each file, as this crate reads them.

use munilint_model::{Contact, Description, Distribution, FieldDescription, Language, Said};

/// The words of one language: names of lines and of columns that a README is read by.
struct Words {
    publisher: &'static str,
    contact: &'static str,
    licence: &'static str,
    source: &'static str,
    frequency: &'static str,
    period: &'static str,
    area: &'static str,
    /// Headers of the table of variables: name, meaning, datatype, unit, code list.
    headers: [&'static str; 5],
    /// Before values that a field may hold, and before signs of missing ones.
    values: [&'static str; 2],
}

static NB: Words = Words {
    publisher: "Utgiver",
    contact: "Kontakt",
    licence: "Lisens",
    source: "Kilde",
    frequency: "Oppdateres",
    period: "Periode",
    area: "Område",
    headers: ["Felt", "Beskrivelse", "Type", "Enhet", "Kodeliste"],
    values: ["Verdier", "Mangler"],
};

static NN: Words = Words {
    source: "Kjelde",
    headers: ["Felt", "Beskriving", "Type", "Eining", "Kodeliste"],
    values: ["Verdiar", "Manglar"],
    ..NB
};

static EN: Words = Words {
    publisher: "Publisher",
    contact: "Contact",
    licence: "Licence",
    source: "Source",
    frequency: "Update frequency",
    period: "Period",
    area: "Area",
    headers: ["Field", "Description", "Type", "Unit", "Codelist"],
    values: ["Values", "Missing"],
};

/// Writes a README.
pub(super) fn write(description: &Description, language: Language) -> String {
    let words = language.pick([&NB, &NN, &EN]);
    let mut out = String::new();
    for said in description.titles.iter().take(1) {
        out.push_str(&format!("# {}\n\n", plain(&said.what.text)));
    }
    for said in description.descriptions.iter().take(1) {
        out.push_str(&format!("{}\n\n", plain(&said.what.text)));
    }
    let mut fact = |name: &str, value: Option<&str>| {
        value.iter().for_each(|value| out.push_str(&format!("- {name}: {}\n", plain(value))));
    };
    let first = |said: &'_ [Said<String>]| said.first().map(|said| said.what.clone());
    let publisher = description.publishers.first().map(|said| &said.what);
    fact(words.publisher, publisher.and_then(|agent| agent.name.as_deref().or(agent.iri.as_deref())));
    fact(words.contact, description.contacts.first().map(|said| contact(&said.what)).as_deref());
    let of_form = description.distributions.iter().find_map(|form| first(&form.licences));
    fact(words.licence, first(&description.licences).or(of_form).as_deref());
    fact(words.source, first(&description.sources).as_deref());
    fact(words.frequency, first(&description.frequencies).as_deref());
    fact(words.area, first(&description.areas).as_deref());
    let period = description.periods.first().map(|said| {
        let ends = [&said.what.start, &said.what.end];
        ends.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("–")
    });
    fact(words.period, period.as_deref());
    description.distributions.iter().for_each(|form| table(&mut out, form, words));
    out
}

fn contact(contact: &Contact) -> String {
    let address = contact.email.as_ref().or(contact.url.as_ref());
    match (&contact.name, address) {
        (Some(name), Some(address)) => format!("{name} ({address})"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => contact.telephone.clone().unwrap_or_default(),
    }
}

fn table(out: &mut String, form: &Distribution, words: &Words) {
    let file = form.download_urls.first().map_or("", |said| said.what.as_str());
    out.push_str(&format!("\n## {}\n\n", plain(file)));
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let headers: Vec<String> = words.headers.iter().map(|header| (*header).to_owned()).collect();
    out.push_str(&row(&headers));
    out.push_str(&format!("|{}\n", " --- |".repeat(headers.len())));
    for field in &form.fields {
        let said = [&field.datatype, &field.unit, &field.codelist];
        let said = said.map(|said| said.as_ref().map_or_else(String::new, |said| plain(&said.what)));
        let mut cells = vec![plain(&field.name), plain(&meaning(field, words))];
        cells.extend(said);
        out.push_str(&row(&cells));
    }
}

/// What a field means, with its values.
fn meaning(field: &FieldDescription, words: &Words) -> String {
    let mut text = field.definitions.first().map_or_else(String::new, |said| said.what.text.clone());
    for (name, values) in words.values.iter().zip([&field.codes, &field.missing]) {
        let values: Vec<String> = values
            .iter()
            .filter(|(value, _)| !value.is_empty())
            .map(|(value, label)| label.as_ref().map_or_else(|| value.clone(), |label| format!("{value} = {label}")))
            .collect();
        if !values.is_empty() {
            text.push_str(&format!(" {name}: {}.", values.join("; ")));
        }
    }
    text
}

/// Text in one line that stays text (CommonMark 0.31, 2.4).
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out.trim().to_owned()
}
