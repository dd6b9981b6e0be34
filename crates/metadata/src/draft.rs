//! A description of tables, drafted from what was measured of them and what metadata says already, for a person to finish.
//!
//! What was guessed is marked: a text that begins with [`CONFIRM`](munilint_model::CONFIRM) names the guesses, and one that begins
//! with [`TODO`] holds the place of what nobody but a person knows. `doc/placeholder-text` finds both. Values of fields about
//! persons are left out, and so is what changes with every edition of a file: its size, its checksum, its number of rows.

mod field;
mod known;
mod words;

use known::take_over;
use munilint_model::{
    Agent, Contact, Description, Distribution, LangText, Language, Period, Place, Role, Said, TODO, TableFacts,
    Vintage, is_marked, iso_day,
};
use std::path::Path;
use words::Words;

/// How names of fields begin that tell the day that a row is about.
const OF_ROW: [&str; 6] = ["dato", "date", "dag", "tid", "time", "døgn"];

/// Roles of fields that tell which person a row is about.
const OF_A_PERSON: [Role; 3] = [Role::IdentityNumber, Role::PersonName, Role::BirthDate];

/// Whether a table is about persons.
#[derive(Clone, Copy)]
struct Persons {
    /// Some field may be about one.
    may_be: bool,
    /// It says which one each row is about.
    are_told: bool,
}

/// A table that is to be described.
pub struct Drafted<'d> {
    /// What was measured of it.
    pub facts: &'d TableFacts,
    /// For each field the edition that its numbers follow.
    pub vintages: Vec<Option<Vintage>>,
    /// Its path from the folder of the metadata on, with `/`.
    pub path: String,
    /// What is said of it already: datasets, each with the form that it is, those first that count more.
    pub known: Vec<(&'d Description, Option<usize>)>,
}

/// Drafts one dataset of which each table is a form. `title` is what it is called where no metadata says it; `of_all` is what
/// metadata says of all the tables together.
#[must_use]
pub fn draft(tables: &[Drafted<'_>], title: &str, of_all: &[&Description], language: Language) -> Description {
    let words = Words::of(language);
    let mut description = Description::at(Place::File);
    for known in of_all {
        take_over(&mut description, known);
    }
    description.distributions = tables.iter().map(|table| form(table, words)).collect();
    let is_dated = !description.periods.is_empty();
    if !is_dated {
        let todo = Period { start: Some(format!("{TODO} {}", words.open_period)), end: None };
        description.periods.push(said(period(tables).unwrap_or(todo)));
    }
    if description.titles.is_empty() {
        let is_plain = known::is_plain(title);
        let text = if is_plain { format!("{} {title}", words.confirm) } else { format!("{TODO} {}", words.title) };
        description.titles.push(words.said(text));
    }
    if description.descriptions.is_empty() {
        let guessed = description.periods.first().filter(|period| !is_dated && !is_open(&period.what));
        let guessed = guessed.map(|period| format!(" {} {} {}.", words.confirm, words.period, shown(&period.what)));
        let text = format!("{TODO} {}{}", words.description, guessed.unwrap_or_default());
        description.descriptions.push(words.said(text));
    }
    let todo = |text: &str| format!("{TODO} {text}");
    if description.publishers.is_empty() {
        description.publishers.push(said(Agent { iri: None, name: Some(todo(words.publisher)) }));
    }
    if description.contacts.is_empty() {
        description.contacts.push(said(Contact { name: Some(todo(words.contact)), ..Contact::default() }));
    }
    if description.licences.is_empty() && description.distributions.iter().any(|form| form.licences.is_empty()) {
        description.licences.push(said(TODO.trim_end_matches(':').to_owned()));
    }
    if description.sources.is_empty() {
        description.sources.push(said(todo(words.source)));
    }
    if description.frequencies.is_empty() {
        description.frequencies.push(said(todo(words.frequency)));
    }
    description
}

/// Something that stands in no file yet.
fn said<T>(what: T) -> Said<T> {
    Said { what, at: Place::File }
}

impl Words {
    fn said(&self, text: String) -> Said<LangText> {
        said(LangText { text, language: Some(self.tag.to_owned()) })
    }
}

fn form(table: &Drafted<'_>, words: &Words) -> Distribution {
    let facts = table.facts;
    let mut form = Distribution::at(Place::File);
    for (known, at) in &table.known {
        if let Some(known) = at.and_then(|at| known.distributions.get(at)) {
            known::take_over_form(&mut form, known);
        }
    }
    let path = Path::new(&table.path);
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_tabbed = ending == "tsv" || ending == "tab";
    form.download_urls = vec![said(table.path.clone())];
    form.names = vec![said(path.file_stem().unwrap_or_default().to_string_lossy().into_owned())];
    form.formats = vec![said(if is_tabbed { "tsv" } else { "csv" }.to_owned())];
    form.media_types = vec![said(if is_tabbed { "text/tab-separated-values" } else { "text/csv" }.to_owned())];
    let layout = facts.layout();
    form.encoding = Some(said(layout.encoding.name().to_owned()));
    form.delimiter = Some(said(char::from(layout.dialect.delimiter).to_string()));
    form.header_row = Some(said(layout.header_row.unwrap_or(0)));
    // In a table about persons what few have may tell who they are; where they are told, everything is about them.
    let of = Persons {
        may_be: facts.fields.iter().any(|field| field.private),
        are_told: facts.fields.iter().any(|field| OF_A_PERSON.contains(&field.role.role)),
    };
    let fields = facts.fields.iter().zip(&table.vintages);
    form.fields = fields
        .map(|(field, vintage)| {
            let known = table.known.iter().flat_map(|(known, at)| known.fields_of(*at));
            let known = known.filter(|known| known.name.trim() == field.name);
            field::field(field, vintage.as_ref(), &known.collect::<Vec<_>>(), of, words)
        })
        .collect();
    if form.primary_key.is_empty() {
        let is_key = |field: &&munilint_model::FieldFacts| field::is_key(field, facts.rows);
        form.primary_key.extend(facts.fields.iter().find(is_key).map(|field| said(field::name(field))));
    }
    form
}

/// From the first to the last year or day that fields of time tell.
fn period(tables: &[Drafted<'_>]) -> Option<Period> {
    let fields = || tables.iter().flat_map(|table| &table.facts.fields).filter(|field| !field.private);
    let years = fields().filter(|field| field.role.role == Role::Year).filter_map(|field| field.numbers);
    let years = years.filter(|(first, last)| *first >= 1000.0 && *last < 10_000.0);
    if let Some((first, last)) = years.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))) {
        return Some(Period { start: Some(format!("{first:.0}")), end: Some(format!("{last:.0}")) });
    }
    // Days of another name are days on which something of the record's own happened.
    let is_of_row = |name: &str| OF_ROW.iter().any(|word| name.to_lowercase().starts_with(word));
    let days = fields().filter(|field| field.role.role == Role::Date && is_of_row(&field.name));
    let days = days.filter_map(|field| field.dates);
    let (first, last) = days.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))?;
    Some(Period { start: Some(iso_day(first)), end: Some(iso_day(last)) })
}

/// True for a period that is to be written.
pub(crate) fn is_open(period: &Period) -> bool {
    period.start.as_deref().is_some_and(is_marked)
}

/// A period for people.
fn shown(period: &Period) -> String {
    match (&period.start, &period.end) {
        (Some(start), Some(end)) if start != end => format!("{start}–{end}"),
        (Some(one), _) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    }
}
