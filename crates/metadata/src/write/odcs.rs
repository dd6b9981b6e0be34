//! As a data contract, ODCS 3.1 in YAML (<https://bitol-io.github.io/open-data-contract-standard/>). Strings are written in quotes as JSON
//! has them, which YAML 1.2 reads as they are meant.

use super::hint::Hint;
use super::{slug, table_name};
use munilint_model::{Description, Distribution, FieldDescription, Language, TODO};
use serde_json::json;

/// Writes a contract of which each form is an object of the schema.
pub(super) fn write(description: &Description, language: Language) -> String {
    let mut out = String::from("apiVersion: v3.1.0\nkind: DataContract\n");
    let name = slug(table_name(description));
    let text = |said: Option<&str>| quoted(said.unwrap_or(&name));
    let title = description.titles.first().map(|said| said.what.text.as_str());
    line(&mut out, 0, "id", &text(description.id.as_deref()));
    line(&mut out, 0, "name", &text(title));
    line(&mut out, 0, "version", "0.1.0");
    line(&mut out, 0, "status", "draft");
    if let Some(publisher) = description.publishers.first() {
        line(&mut out, 0, "tenant", &text(publisher.what.name.as_deref().or(publisher.what.iri.as_deref())));
    }
    if let Some(said) = description.descriptions.first() {
        out.push_str(&format!("description:\n  purpose: {}\n", quoted(&said.what.text)));
    }
    let words: Vec<&str> = description.keywords.iter().map(|said| said.what.text.as_str()).collect();
    if words.is_empty() {
        out.push_str(&format!("# {TODO} {}\n# tags: [\"skole\", \"elevtall\"]\n", Hint::Keyword.text(language)));
    } else {
        line(&mut out, 0, "tags", &json!(words).to_string());
    }
    support(&mut out, description);
    if let Some(said) = description.frequencies.first() {
        out.push_str(&format!("slaProperties:\n  - property: frequency\n    value: {}\n", quoted(&said.what)));
    }
    servers(&mut out, description);
    out.push_str("schema:\n");
    description.distributions.iter().for_each(|form| object(&mut out, form));
    out
}

fn support(out: &mut String, description: &Description) {
    if description.contacts.is_empty() {
        return;
    }
    out.push_str("support:\n");
    for said in &description.contacts {
        let contact = &said.what;
        let channel = contact.name.as_ref().or(contact.email.as_ref()).or(contact.url.as_ref());
        out.push_str(&format!("  - channel: {}\n", quoted(channel.map_or("", String::as_str))));
        let mail = contact.email.as_ref().map(|email| format!("mailto:{email}"));
        if let Some(url) = mail.as_ref().or(contact.url.as_ref()) {
            line(out, 4, "url", &quoted(url));
        }
    }
}

/// Each file is a server of its own.
fn servers(out: &mut String, description: &Description) {
    out.push_str("servers:\n");
    for form in &description.distributions {
        let name = form.names.first().map_or("data", |said| said.what.as_str());
        out.push_str(&format!("  - server: {}\n    type: local\n", quoted(&slug(name))));
        let said = [("path", form.download_urls.first()), ("format", form.formats.first())];
        for (name, said) in said {
            said.iter().for_each(|said| line(out, 4, name, &quoted(&said.what)));
        }
    }
}

fn object(out: &mut String, form: &Distribution) {
    let name = form.names.first().map_or("data", |said| said.what.as_str());
    out.push_str(&format!("  - name: {}\n", quoted(name)));
    line(out, 4, "logicalType", "object");
    if let Some(file) = form.download_urls.first() {
        line(out, 4, "physicalName", &quoted(file.what.rsplit('/').next().unwrap_or("")));
    }
    if let Some(said) = form.titles.first() {
        line(out, 4, "businessName", &quoted(&said.what.text));
    }
    if let Some(said) = form.descriptions.first() {
        line(out, 4, "description", &quoted(&said.what.text));
    }
    out.push_str("    properties:\n");
    for field in &form.fields {
        let position = form.primary_key.iter().position(|key| key.what == field.name);
        property(out, field, position);
    }
}

fn property(out: &mut String, field: &FieldDescription, key: Option<usize>) {
    out.push_str(&format!("      - name: {}\n", quoted(&field.name)));
    if let Some(said) = field.titles.first() {
        line(out, 8, "businessName", &quoted(&said.what.text));
    }
    if let Some(said) = field.definitions.first() {
        line(out, 8, "description", &quoted(&said.what.text));
    }
    if let Some(logical) = field.datatype.as_ref().and_then(|said| logical(&said.what, field.format.is_some())) {
        line(out, 8, "logicalType", logical);
    }
    if let Some(key) = key {
        line(out, 8, "primaryKey", "true");
        line(out, 8, "primaryKeyPosition", &(key + 1).to_string());
    }
    let flags = [("required", &field.constraints.required), ("unique", &field.constraints.unique)];
    for (name, said) in flags {
        said.iter().for_each(|said| line(out, 8, name, &said.what.to_string()));
    }
    if field.personal_data.as_ref().is_some_and(|said| said.what) {
        line(out, 8, "classification", "personopplysning");
    }
    if let Some(unit) = &field.unit {
        out.push_str(&format!(
            "        customProperties:\n          - property: unit\n            value: {}\n",
            quoted(&unit.what)
        ));
    }
    if let Some(list) = &field.codelist {
        let url = quoted(&list.what);
        out.push_str(&format!(
            "        authoritativeDefinitions:\n          - type: codelist\n            url: {url}\n"
        ));
    }
    quality(out, field);
}

/// Which values are valid, and which stand for a missing one.
fn quality(out: &mut String, field: &FieldDescription) {
    if field.codes.is_empty() && field.missing.is_empty() {
        return;
    }
    out.push_str("        quality:\n");
    // Every value is valid; any number of them may be missing.
    let lists = [
        ("invalidValues", "validValues", &field.codes, "mustBe"),
        ("missingValues", "missingValues", &field.missing, "mustBeGreaterOrEqualTo"),
    ];
    for (metric, argument, values, comparison) in lists {
        if !values.is_empty() {
            let values: Vec<&str> = values.iter().map(|(value, _)| value.as_str()).collect();
            out.push_str(&format!("          - type: library\n            metric: {metric}\n"));
            out.push_str(&format!("            arguments:\n              {argument}: {}\n", json!(values)));
            line(out, 12, comparison, "0");
        }
    }
}

/// The word of ODCS for a datatype of Table Schema. Days that are written in a way of their own are text there.
fn logical(datatype: &str, has_format: bool) -> Option<&'static str> {
    Some(match datatype {
        "integer" | "year" => "integer",
        "number" => "number",
        "boolean" => "boolean",
        "date" if !has_format => "date",
        "datetime" if !has_format => "timestamp",
        "time" if !has_format => "time",
        _ => "string",
    })
}

fn line(out: &mut String, indent: usize, name: &str, value: &str) {
    out.push_str(&format!("{:indent$}{name}: {value}\n", ""));
}

fn quoted(text: &str) -> String {
    json!(text).to_string()
}
