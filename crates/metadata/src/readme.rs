//! A README, or a text that is called after a table: what it is, lines such as `Lisens: NLOD 2.0`, and tables of variables.

use crate::Told;
use crate::lines::Lines;
use crate::said::plain;
use crate::variables::{fields, period};
use munilint_model::{Agent, Contact, Description, Distribution, Place, Said, Standard, StandardKind};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Endings of tables that a text may speak of.
const TABLES: [&str; 6] = [".csv", ".tsv", ".tab", ".txt", ".skv", ".xlsx"];

/// A block of a text.
enum Block {
    Heading(Text),
    /// A paragraph or an item of a list.
    Prose(Text),
    /// Rows of cells, the header first, each with its place.
    Table(Vec<(Vec<String>, Place)>),
}

/// Text in lines, and the tables that it speaks of.
#[derive(Default)]
struct Text {
    lines: Vec<Said<String>>,
    mentions: Vec<Said<String>>,
}

/// Reads Markdown of the file `stem`: one dataset. `None` when it describes no table.
pub(crate) fn read(bytes: &[u8], stem: &str) -> Option<Told> {
    let text = std::str::from_utf8(bytes).ok()?;
    let lines = Lines::of(bytes);
    let blocks = blocks(text, &lines);
    let mut description = Description::at(lines.place(0..0));
    let is_readme = stem.to_lowercase().starts_with("readme");
    let mut facts = 0;
    // Tables of which somebody spoke since the last table of variables, and all.
    let (mut recent, mut all): (Vec<Said<String>>, Vec<Said<String>>) = Default::default();
    for block in &blocks {
        match block {
            Block::Heading(text) => {
                recent.clone_from(&text.mentions);
                all.extend(text.mentions.iter().cloned());
                if description.titles.is_empty() {
                    description.titles.extend(text.lines.first().cloned().map(plain));
                }
            }
            Block::Prose(text) => {
                recent.extend(text.mentions.iter().cloned());
                all.extend(text.mentions.iter().cloned());
                let told = text.lines.iter().filter(|line| fact(&mut description, line)).count();
                facts += told;
                if told == 0 && description.descriptions.is_empty() {
                    description.descriptions.extend(whole(text).map(plain));
                } else if told == 0 {
                    description.others.entry("text".to_owned()).or_default().extend(whole(text));
                }
            }
            Block::Table(rows) => {
                let fields = fields(rows);
                if let (Some((_, at)), false) = (rows.first(), fields.is_empty()) {
                    let mut form = Distribution::at(*at);
                    form.fields = fields;
                    form.download_urls = std::mem::take(&mut recent);
                    description.distributions.push(form);
                }
            }
        }
    }
    all.dedup_by(|one, other| one.what == other.what);
    let forms = &mut description.distributions;
    if forms.is_empty() {
        if facts == 0 || all.is_empty() {
            return None;
        }
        forms.extend(all.iter().map(|said| Distribution::at(said.at)));
        forms.iter_mut().zip(all).for_each(|(form, said)| form.download_urls.push(said));
    } else if let ([form], [only]) = (&mut forms[..], &all[..]) {
        form.download_urls = vec![only.clone()];
    }
    if !is_readme {
        let name = Said { what: stem.to_owned(), at: description.at };
        forms.iter_mut().take(1).for_each(|form| form.names.push(name.clone()));
    }
    Some(Told { standard: Standard { kind: StandardKind::Readme, version: None }, datasets: vec![description] })
}

/// The blocks of a text, in order.
fn blocks(text: &str, lines: &Lines) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open = Text::default();
    let mut rows: Vec<(Vec<String>, Place)> = Vec::new();
    let (mut in_code, mut in_table) = (false, false);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Table(_)) => (in_table, rows) = (true, Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push((Vec::new(), lines.place(ended(text, range)))),
            Event::Start(Tag::TableCell) => {
                rows.iter_mut().last().into_iter().for_each(|row| row.0.push(String::new()))
            }
            Event::End(TagEnd::Table) => {
                in_table = false;
                blocks.push(Block::Table(std::mem::take(&mut rows)));
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item) => close(&mut open, &mut blocks),
            Event::End(TagEnd::Heading(_)) => blocks.push(Block::Heading(std::mem::take(&mut open))),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => close(&mut open, &mut blocks),
            Event::Text(_) | Event::Code(_) if in_code => {}
            Event::Text(worded) | Event::Code(worded) if in_table => {
                let cell = rows.last_mut().and_then(|row| row.0.last_mut());
                cell.into_iter().for_each(|cell| cell.push_str(&worded));
            }
            Event::Text(worded) | Event::Code(worded) => open.add(&worded, lines.place(range)),
            Event::SoftBreak | Event::HardBreak if !in_table => {
                open.lines.push(nothing(lines.place(range.end..range.end)))
            }
            _ => {}
        }
    }
    blocks
}

fn close(open: &mut Text, blocks: &mut Vec<Block>) {
    if !open.lines.is_empty() {
        blocks.push(Block::Prose(std::mem::take(open)));
    }
}

fn nothing(at: Place) -> Said<String> {
    Said { what: String::new(), at }
}

/// A stretch without the line end behind it.
fn ended(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text.get(range).map_or(0, |text| text.trim_end().len())
}

impl Text {
    fn add(&mut self, worded: &str, at: Place) {
        if self.lines.is_empty() {
            self.lines.push(nothing(at));
        }
        if let Some(line) = self.lines.last_mut() {
            line.what.push_str(worded);
            line.at = joined(line.at, at);
        }
        let is_around = |letter: char| letter.is_whitespace() || "()[]«»\"',:;!?".contains(letter);
        let words = worded.split(is_around).map(|word| word.trim_end_matches('.'));
        let is_table = |word: &&str| {
            TABLES.iter().any(|ending| word.len() > ending.len() && word.to_lowercase().ends_with(ending))
                && !word.contains("://")
                && !word.contains(['*', '<', '{'])
        };
        self.mentions.extend(words.filter(is_table).map(|word| Said { what: word.to_owned(), at }));
    }
}

/// The stretch from the start of one to the end of the other, on one line.
fn joined(start: Place, end: Place) -> Place {
    let (Place::Text(mut span), Place::Text(end)) = (start, end) else { return start };
    let length = (end.byte + u64::from(end.length)).saturating_sub(span.byte);
    span.length = u32::try_from(length).unwrap_or(u32::MAX);
    Place::Text(span)
}

/// A paragraph as one text.
fn whole(text: &Text) -> Option<Said<String>> {
    let lines: Vec<&str> = text.lines.iter().map(|line| line.what.trim()).collect();
    let first = text.lines.first()?;
    let what = lines.join(" ").trim().to_owned();
    (!what.is_empty()).then_some(Said { what, at: first.at })
}

/// Takes a line such as `Lisens: NLOD 2.0`; false when it says nothing of that kind.
fn fact(description: &mut Description, line: &Said<String>) -> bool {
    let Some((name, value)) = line.what.split_once(':') else { return false };
    let (name, value) = (name.trim().to_lowercase(), value.trim());
    if value.is_empty() || name.split_whitespace().count() > 3 {
        return false;
    }
    let said = || Said { what: value.to_owned(), at: line.at };
    match name.as_str() {
        "lisens" | "licence" | "license" => description.licences.push(said()),
        "kontakt" | "kontaktperson" | "kontaktpunkt" | "contact" => {
            description.contacts.push(Said { what: contact(value), at: line.at });
        }
        "kilde" | "kjelde" | "datakilde" | "source" => description.sources.push(said()),
        "oppdateres" | "oppdatert hver" | "oppdateringsfrekvens" | "frekvens" | "update frequency" => {
            description.frequencies.push(said());
        }
        "sist oppdatert" | "oppdatert" | "last updated" | "updated" => description.modified.push(said()),
        "publisert" | "published" => description.issued.push(said()),
        "periode" | "tidsperiode" | "period" => description.periods.push(Said { what: period(value), at: line.at }),
        "område" | "geografi" | "area" => description.areas.push(said()),
        "språk" | "language" => description.languages.push(said()),
        "eier" | "utgiver" | "ansvarlig" | "publisher" | "owner" => {
            description.publishers.push(Said { what: Agent { iri: None, name: Some(value.to_owned()) }, at: line.at });
        }
        _ => return false,
    }
    true
}

fn contact(value: &str) -> Contact {
    let is_address = |word: &str| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.trim_matches('.').contains('.'))
    };
    let is_around = |letter: char| letter.is_whitespace() || "<>(),;".contains(letter);
    let email = value.split(is_around).find(|word| is_address(word)).map(|word| word.trim_start_matches("mailto:"));
    // What stands around an address is not part of the name before it.
    let before = |email: &str| value.split(email).next().unwrap_or("").trim_matches(is_around);
    let name = email.map_or(value, before).trim();
    Contact { name: (!name.is_empty()).then(|| name.to_owned()), email: email.map(str::to_owned), ..Contact::default() }
}
