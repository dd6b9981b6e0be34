//! A description as text, line by line, each part with the line where it stands.

use munilint_model::{
    Agent, Contact, Description, Distribution, FieldDescription, LangText, Metadata, Period, Place, Said,
};
use std::fmt::Write as _;

/// What a file says.
pub(crate) fn described(metadata: &Metadata) -> String {
    let mut out = format!("{}, {}\n", metadata.written_as, metadata.standard);
    for fault in &metadata.faults {
        let _ = writeln!(out, "fault {:?} {:?} {}", fault.kind, fault.message.arguments, line(fault.at));
    }
    for dataset in &metadata.datasets {
        dataset_of(dataset, &mut out);
    }
    out
}

fn dataset_of(dataset: &Description, out: &mut String) {
    let _ = writeln!(out, "dataset {:?} {}", dataset.id.as_deref().unwrap_or(""), line(dataset.at));
    texts("title", &dataset.titles, out);
    texts("description", &dataset.descriptions, out);
    written("identifier", &dataset.identifiers, out);
    for Said { what: Agent { iri, name }, at } in &dataset.publishers {
        let _ = writeln!(out, "  publisher {} {}", parts(&[iri, name]), line(*at));
    }
    for Said { what, at } in &dataset.contacts {
        let Contact { iri, name, email, is_mailto: _, telephone, url } = what;
        let _ = writeln!(out, "  contact {} {}", parts(&[iri, name, email, telephone, url]), line(*at));
    }
    written("licence", &dataset.licences, out);
    written("theme", &dataset.themes, out);
    texts("keyword", &dataset.keywords, out);
    written("access", &dataset.access_rights, out);
    written("legal basis", &dataset.legal_bases, out);
    for Said { what: Period { start, end }, at } in &dataset.periods {
        let (start, end) = (start.as_deref().unwrap_or(""), end.as_deref().unwrap_or(""));
        let _ = writeln!(out, "  period {start}..{end} {}", line(*at));
    }
    written("area", &dataset.areas, out);
    written("frequency", &dataset.frequencies, out);
    written("issued", &dataset.issued, out);
    written("modified", &dataset.modified, out);
    written("language", &dataset.languages, out);
    written("source", &dataset.sources, out);
    written("conforms to", &dataset.conforms_to, out);
    for (name, said) in &dataset.others {
        written(name, said, out);
    }
    if let Some(said) = &dataset.personal_data {
        let _ = writeln!(out, "  personal data {} {}", said.what, line(said.at));
    }
    for form in &dataset.distributions {
        form_of(form, out);
    }
    dataset.fields.iter().for_each(|field| field_of(field, out));
}

fn form_of(form: &Distribution, out: &mut String) {
    let _ = writeln!(out, "  form {}", line(form.at));
    let mut inner = String::new();
    texts("title", &form.titles, &mut inner);
    texts("description", &form.descriptions, &mut inner);
    written("access", &form.access_urls, &mut inner);
    written("download", &form.download_urls, &mut inner);
    written("name", &form.names, &mut inner);
    written("format", &form.formats, &mut inner);
    written("media type", &form.media_types, &mut inner);
    written("licence", &form.licences, &mut inner);
    written("rights", &form.rights, &mut inner);
    written("issued", &form.issued, &mut inner);
    written("modified", &form.modified, &mut inner);
    optional("bytes", form.byte_size.as_ref(), &mut inner);
    optional("encoding", form.encoding.as_ref(), &mut inner);
    optional("delimiter", form.delimiter.as_ref(), &mut inner);
    if let Some(Said { what: (algorithm, digits), at }) = &form.checksum {
        let _ = writeln!(inner, "  checksum {algorithm} {digits} {}", line(*at));
    }
    form.fields.iter().for_each(|field| field_of(field, &mut inner));
    written("key", &form.primary_key, &mut inner);
    inner.lines().for_each(|line| {
        let _ = writeln!(out, "  {line}");
    });
}

fn field_of(field: &FieldDescription, out: &mut String) {
    let _ = writeln!(out, "  field {:?} {}", field.name, line(field.at));
    let mut inner = String::new();
    texts("title", &field.titles, &mut inner);
    texts("definition", &field.definitions, &mut inner);
    optional("datatype", field.datatype.as_ref(), &mut inner);
    optional("unit", field.unit.as_ref(), &mut inner);
    optional("code list", field.codelist.as_ref(), &mut inner);
    for (name, values) in [("code", &field.codes), ("missing", &field.missing)] {
        for (value, meaning) in values {
            let _ = writeln!(inner, "  {name} {value:?} {}", meaning.as_deref().unwrap_or(""));
        }
    }
    let constraints = &field.constraints;
    for (name, flag) in
        [("required", &constraints.required), ("unique", &constraints.unique), ("personal data", &field.personal_data)]
    {
        if let Some(said) = flag {
            let _ = writeln!(inner, "  {name} {} {}", said.what, line(said.at));
        }
    }
    optional("minimum", constraints.minimum.as_ref(), &mut inner);
    optional("maximum", constraints.maximum.as_ref(), &mut inner);
    for (name, length) in [("shortest", &constraints.min_length), ("longest", &constraints.max_length)] {
        if let Some(said) = length {
            let _ = writeln!(inner, "  {name} {} {}", said.what, line(said.at));
        }
    }
    optional("pattern", constraints.pattern.as_ref(), &mut inner);
    inner.lines().for_each(|line| {
        let _ = writeln!(out, "  {line}");
    });
}

fn texts(name: &str, said: &[Said<LangText>], out: &mut String) {
    for Said { what: LangText { text, language }, at } in said {
        let language = language.as_ref().map_or_else(String::new, |language| format!("@{language}"));
        let _ = writeln!(out, "  {name} {text:?}{language} {}", line(*at));
    }
}

fn written(name: &str, said: &[Said<String>], out: &mut String) {
    said.iter().for_each(|said| optional(name, Some(said), out));
}

fn optional(name: &str, said: Option<&Said<String>>, out: &mut String) {
    if let Some(Said { what, at }) = said {
        let _ = writeln!(out, "  {name} {what:?} {}", line(*at));
    }
}

fn parts(parts: &[&Option<String>]) -> String {
    let told: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
    told.join(", ")
}

fn line(at: Place) -> String {
    match at {
        Place::Text(span) => format!("(line {})", span.line),
        _ => String::new(),
    }
}
