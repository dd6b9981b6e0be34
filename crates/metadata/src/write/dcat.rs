//! As DCAT-AP-NO, version 3, in Turtle (<https://data.norge.no/specification/dcat-ap-no>). A property whose value is an address in a
//! list, and that nobody knows yet, is a comment with an example: taken in, it is Turtle.

use super::hint::Hint;
use super::{slug, table_name};
use crate::draft::is_open;
use munilint_model::{Agent, Contact, Description, Distribution, LangText, Language, Period, Said, TODO};
use oxrdf::{Literal, NamedNode};
use std::fmt::Write as _;

/// Vocabularies, by prefix.
const PREFIXES: [(&str, &str); 6] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
];

/// Lists of the EU's Publications Office.
const LISTS: &str = "http://publications.europa.eu/resource/authority";

/// Writes a dataset and its forms.
pub(super) fn write(description: &Description, language: Language) -> String {
    let mut out = Turtle { text: String::new(), language };
    for (prefix, iri) in PREFIXES {
        out.line(&format!("@prefix {prefix}: <{iri}> ."));
    }
    let name = slug(table_name(description));
    let own = description.id.as_deref().and_then(absolute).unwrap_or_else(|| format!("<#{name}>"));
    let forms: Vec<String> =
        (1..=description.distributions.len()).map(|number| format!("<#{name}-{number}>")).collect();
    out.line(&format!("\n{own} a dcat:Dataset ;"));
    out.dataset(description, &name);
    out.line(&format!("    dcat:distribution {} .", forms.join(", ")));
    for agent in description.publishers.iter().map(|said| &said.what) {
        if let (None, Some(name)) = (agent.iri.as_deref().and_then(absolute), &agent.name) {
            let name = out.text_of(name, None);
            out.line(&format!("\n{PUBLISHER} a foaf:Agent ; foaf:name {name} ."));
        }
    }
    for (form, iri) in description.distributions.iter().zip(&forms) {
        out.line(&format!("\n{iri} a dcat:Distribution ;"));
        out.form(form, description);
    }
    out.text
}

/// Turtle as it grows.
struct Turtle {
    text: String,
    language: Language,
}

impl Turtle {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A property with one object.
    fn property(&mut self, name: &str, object: &str) {
        self.line(&format!("    {name} {object} ;"));
    }

    /// Each text with its language.
    fn texts(&mut self, name: &str, texts: &[Said<LangText>]) {
        for said in texts {
            let object = self.text_of(&said.what.text, said.what.language.as_deref());
            self.property(name, &object);
        }
    }

    fn text_of(&self, text: &str, language: Option<&str>) -> String {
        let own = self.language.pick(["nb", "nn", "en"]);
        let tagged = Literal::new_language_tagged_literal(text, language.unwrap_or(own));
        tagged.unwrap_or_else(|_| Literal::new_simple_literal(text)).to_string()
    }

    /// The addresses among what is said; without any, what to do about it, with an example.
    fn addresses(&mut self, name: &str, said: &[Said<String>], open: Option<(Hint, &str)>) {
        let addresses: Vec<String> = said.iter().filter_map(|said| absolute(&said.what)).collect();
        addresses.iter().for_each(|address| self.property(name, address));
        if let (true, Some((hint, example))) = (addresses.is_empty(), open) {
            self.hint(name, hint, example);
        }
    }

    fn hint(&mut self, name: &str, hint: Hint, example: &str) {
        self.line(&format!("    # {TODO} {}\n    # {name} {example} ;", hint.text(self.language)));
    }

    fn dataset(&mut self, description: &Description, name: &str) {
        self.texts("dct:title", &description.titles);
        self.texts("dct:description", &description.descriptions);
        for said in &description.identifiers {
            self.property("dct:identifier", &Literal::new_simple_literal(&said.what).to_string());
        }
        if description.identifiers.is_empty() {
            self.hint("dct:identifier", Hint::Identifier, &format!("\"{name}\""));
        }
        description.publishers.iter().for_each(|said| self.publisher(&said.what));
        description.contacts.iter().for_each(|said| self.contact(&said.what));
        self.texts("dcat:keyword", &description.keywords);
        if description.keywords.is_empty() {
            self.hint("dcat:keyword", Hint::Keyword, "\"skole\"@nb, \"elevtall\"@nb");
        }
        self.addresses("dcat:theme", &description.themes, Some((Hint::Theme, &in_list("data-theme", "GOVE"))));
        let rights: Vec<Said<String>> = description.access_rights.iter().map(rights).collect();
        self.addresses("dct:accessRights", &rights, Some((Hint::AccessRights, &in_list("access-right", "PUBLIC"))));
        self.addresses("dcatap:applicableLegislation", &description.legal_bases, None);
        self.addresses("dct:spatial", &description.areas, Some((Hint::Area, &in_list("country", "NOR"))));
        let annual = in_list("frequency", "ANNUAL");
        self.addresses("dct:accrualPeriodicity", &description.frequencies, Some((Hint::Frequency, &annual)));
        self.addresses("dct:language", &description.languages, None);
        self.addresses("dct:source", &description.sources, None);
        self.addresses("dct:conformsTo", &description.conforms_to, None);
        self.dates("dct:issued", &description.issued);
        self.dates("dct:modified", &description.modified);
        let mut periods =
            description.periods.iter().map(|said| &said.what).filter(|period| !is_open(period)).peekable();
        if periods.peek().is_none() {
            let example = "[ a dct:PeriodOfTime ; dcat:startDate \"2020-01-01\"^^xsd:date ]";
            self.hint("dct:temporal", Hint::Period, example);
        }
        periods.for_each(|period| self.period(period));
    }

    fn publisher(&mut self, agent: &Agent) {
        if let Some(iri) = agent.iri.as_deref().and_then(absolute) {
            return self.property("dct:publisher", &iri);
        }
        let example = "<https://data.brreg.no/enhetsregisteret/api/enheter/NNNNNNNNN>";
        self.hint("dct:publisher", Hint::PublisherNumber, example);
        self.property("dct:publisher", PUBLISHER);
    }

    fn contact(&mut self, contact: &Contact) {
        let mut parts = vec!["a vcard:Organization".to_owned()];
        parts.extend(contact.name.as_deref().map(|name| format!("vcard:fn {}", self.text_of(name, None))));
        let addresses = [
            ("vcard:hasEmail", contact.email.as_ref().map(|email| format!("mailto:{email}"))),
            ("vcard:hasTelephone", contact.telephone.as_ref().map(|number| format!("tel:{}", number.replace(' ', "")))),
            ("vcard:hasURL", contact.url.clone()),
        ];
        let known: Vec<String> = addresses
            .into_iter()
            .filter_map(|(name, address)| Some(format!("{name} {}", absolute(&address?)?)))
            .collect();
        if known.is_empty() {
            let hint = Hint::Email.text(self.language);
            self.line(&format!("    # {TODO} {hint}: vcard:hasEmail <mailto:postmottak@eksempel.kommune.no>"));
        }
        parts.extend(known);
        self.property("dcat:contactPoint", &format!("[ {} ]", parts.join(" ; ")));
    }

    fn period(&mut self, period: &Period) {
        // The shapes of version 2.00 take days alone.
        let ends = [("dcat:startDate", &period.start, "01-01"), ("dcat:endDate", &period.end, "12-31")];
        let ends = ends.into_iter().filter_map(|(name, day, of_year)| {
            let day = day.as_ref()?;
            let day = if day.len() == 4 { date(&format!("{day}-{of_year}")) } else { date(day) };
            Some(format!(" ; {name} {day}"))
        });
        let ends: String = ends.collect();
        self.property("dct:temporal", &format!("[ a dct:PeriodOfTime{ends} ]"));
    }

    fn dates(&mut self, name: &str, said: &[Said<String>]) {
        said.iter().for_each(|said| self.property(name, &date(&said.what)));
    }

    fn form(&mut self, form: &Distribution, description: &Description) {
        self.texts("dct:title", &form.titles);
        self.texts("dct:description", &form.descriptions);
        self.addresses(
            "dcat:accessURL",
            &form.access_urls,
            Some((Hint::AccessUrl, "<https://www.eksempel.kommune.no/data>")),
        );
        let licences = if form.licences.is_empty() { &description.licences } else { &form.licences };
        self.addresses("dct:license", licences, Some((Hint::Licence, &in_list("licence", "NLOD_2_0"))));
        self.addresses("dct:rights", &form.rights, None);
        for said in &form.formats {
            self.property("dct:format", &in_list("file-type", &said.what.to_uppercase()));
        }
        for said in &form.media_types {
            let media = format!("https://www.iana.org/assignments/media-types/{}", said.what);
            self.property("dcat:mediaType", &format!("<{media}>"));
        }
        self.dates("dct:issued", &form.issued);
        self.dates("dct:modified", &form.modified);
        let file = form.download_urls.first().map_or("", |said| said.what.as_str());
        self.line(&format!(
            "    dcat:downloadURL {} .",
            absolute(file).unwrap_or_else(|| format!("<{}>", relative(file)))
        ));
    }
}

/// A publisher of which nobody knows the number yet.
const PUBLISHER: &str = "<#publisher>";

fn in_list(list: &str, code: &str) -> String {
    format!("<{LISTS}/{list}/{code}>")
}

/// A word for who may have the data, as the EU's list has it.
fn rights(said: &Said<String>) -> Said<String> {
    let is_word = ["PUBLIC", "RESTRICTED", "NON_PUBLIC"].contains(&said.what.as_str());
    let what = if is_word { format!("{LISTS}/access-right/{}", said.what) } else { said.what.clone() };
    Said { what, at: said.at }
}

/// An absolute address.
fn absolute(text: &str) -> Option<String> {
    NamedNode::new(text).ok().map(|node| node.to_string())
}

/// A path as an address that is relative to the document (RFC 3986, 2).
fn relative(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A year, a month, a day or a moment, as far as it is told.
fn date(text: &str) -> String {
    let datatype = match text.len() {
        4 => "gYear",
        7 => "gYearMonth",
        10 => "date",
        _ => "dateTime",
    };
    format!("{}^^xsd:{datatype}", Literal::new_simple_literal(text))
}
