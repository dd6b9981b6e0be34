//! The figures, for people and for the command.

use crate::count::Count;
use crate::fields::{Look, RULES};
use crate::{NOT_YET, TABLES, TEXTS, fields, texts};
use munilint_tests::labelled::SEED;
use munilint_tests::labelled::kind::{KINDS, Kind};
use munilint_tests::labelled::person::ORIGINS;
use munilint_tests::labelled::style::STYLES;
use munilint_tests::labelled::table::Table;
use munilint_tests::labelled::text::sentences;
use munilint_tests::labelled::trap::TRAPS_OF_ALL_SORTS;
use std::collections::BTreeMap;

/// The page of figures.
pub(crate) fn page(texts: &texts::Scores, fields: &fields::Scores, tables: &[Table]) -> String {
    let rows: usize = tables.iter().map(|table| table.rows).sum();
    let parts = [
        HEAD.to_owned(),
        of_texts(texts),
        of_names(texts),
        of_traps(texts),
        of_fields(fields),
        of_aim(),
        FOOT.replace("{seed}", &SEED.to_string()),
    ];
    let numbers = [("{texts}", TEXTS), ("{tables}", TABLES), ("{rows}", rows), ("{sentences}", sentences())];
    numbers.iter().fold(parts.join("\n"), |page, (slot, number)| page.replace(slot, &grouped(*number)))
}

/// The same for the command: a line for each rule, kind and place where it looks.
pub(crate) fn list(texts: &texts::Scores, fields: &fields::Scores) -> String {
    let mut lines = vec!["rule,kind,values,precision,recall".to_owned()];
    for kind in KINDS {
        let Some(rule) = rule_of(kind) else { continue };
        for (place, count) in [("text", texts.count(kind)), ("fields", fields.count(kind, |_| true))] {
            let figures = format!("{},{},{}", count.values, figure(count.precision()), figure(count.recall()));
            lines.push(format!("{rule},{} in {place},{figures}", kind.words()));
        }
    }
    lines.join("\n") + "\n"
}

/// The rule that tells of a kind. Names that stand alone and dates that are not called births are not looked for.
fn rule_of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::DNumber => Some("person/d-number"),
        Kind::GivenName | Kind::Surname | Kind::InitialsAndSurname | Kind::BareBirthDate => None,
        other => RULES.iter().find(|(_, kind)| *kind == other.general()).map(|(rule, _)| *rule),
    }
}

fn of_texts(texts: &texts::Scores) -> String {
    let mut lines = vec![
        "## In free text".to_owned(),
        String::new(),
        "| kind | values | found | whole | false alarms | precision | recall |".to_owned(),
        "|---|---:|---:|---:|---:|---:|---:|".to_owned(),
    ];
    for kind in KINDS {
        lines.push(row(kind.words(), texts.count(kind), kind != kind.general()));
    }
    lines.push(NOTE_ON_TEXTS.to_owned());
    lines.join("\n")
}

/// A line of figures. A kind that is not told from what it is a sort of shares the false alarms of that.
fn row(words: &str, count: Count, is_sort: bool) -> String {
    let wrong = if is_sort { String::new() } else { count.wrong.to_string() };
    let precision = if is_sort { String::new() } else { figure(count.precision()) };
    let Count { values, found, whole, .. } = count;
    format!("| {words} | {values} | {found} | {whole} | {wrong} | {precision} | {} |", figure(count.recall()))
}

fn of_names(texts: &texts::Scores) -> String {
    let mut lines = vec![
        "### Full names, by how the text is written".to_owned(),
        String::new(),
        "| text | values | found | whole | false alarms | precision | recall |".to_owned(),
        "|---|---:|---:|---:|---:|---:|---:|".to_owned(),
    ];
    for (style, _) in STYLES {
        lines.push(row(style.words(), texts.styles.get(&style).copied().unwrap_or_default(), false));
    }
    lines.extend(
        [
            "", "### Full names, by where they are from", "", "| names | values | found | recall |",
            "|---|---:|---:|---:|",
        ]
        .map(str::to_owned),
    );
    for (origin, _) in ORIGINS {
        let count = texts.origins.get(&origin).copied().unwrap_or_default();
        lines.push(format!("| {} | {} | {} | {} |", origin.words(), count.values, count.found, figure(count.recall())));
    }
    lines.join("\n") + "\n"
}

fn of_traps(texts: &texts::Scores) -> String {
    let mut lines = vec![
        "### What only looks like it".to_owned(),
        String::new(),
        "| look-alike | there were | taken for a value | for what |".to_owned(),
        "|---|---:|---:|---|".to_owned(),
    ];
    let taken = |kinds: &BTreeMap<Kind, u32>| {
        let each: Vec<String> = kinds.iter().map(|(kind, count)| format!("{} {count}", kind.words())).collect();
        (kinds.values().sum::<u32>(), each.join(", "))
    };
    for trap in TRAPS_OF_ALL_SORTS {
        let Some((values, kinds)) = texts.traps.get(&trap) else { continue };
        let (count, each) = taken(kinds);
        lines.push(format!("| {} | {values} | {count} | {each} |", trap.words()));
    }
    for (kind, kinds) in &texts.confused {
        let (count, each) = taken(kinds);
        let values = texts.count(*kind).values;
        lines.push(format!("| value of another kind: {} | {values} | {count} | {each} |", kind.words()));
    }
    let (count, each) = taken(&texts.elsewhere);
    lines.push(format!("| other words | | {count} | {each} |"));
    lines.join("\n") + "\n"
}

fn of_fields(fields: &fields::Scores) -> String {
    let mut lines = vec![HEAD_OF_FIELDS.to_owned()];
    for kind in KINDS {
        if !RULES.iter().any(|(_, told)| *told == kind.general()) {
            continue;
        }
        let all = fields.count(kind, |_| true);
        let of = |looks: fn(Look) -> bool| {
            let count = fields.count(kind, looks);
            format!("{} of {}", count.found, count.values)
        };
        let (told, silent, text) =
            (of(|look| look == Look::Told), of(|look| look == Look::Silent), of(|look| look == Look::Text));
        let is_sort = kind != kind.general();
        let wrong = if is_sort { String::new() } else { all.wrong.to_string() };
        let precision = if is_sort { String::new() } else { figure(all.precision()) };
        let recall = figure(all.recall());
        lines.push(format!("| {} | {told} | {silent} | {text} | {wrong} | {precision} | {recall} |", kind.words()));
    }
    lines.join("\n") + "\n"
}

fn of_aim() -> String {
    let open: Vec<String> = NOT_YET.iter().map(|(kind, place)| format!("* {} in {place}", kind.words())).collect();
    let open =
        if open.is_empty() { "It is reached.".to_owned() } else { format!("Not reached yet:\n\n{}", open.join("\n")) };
    format!(
        "## The aim\n\nPrecision and recall of 0.99 for kinds with check digits, and for full names a precision of 0.9 and a \
         recall of 0.8.\n{open}\n"
    )
}

/// The number with a comma between its thousands.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

/// Three decimals, cut and not rounded, so that only all is 1.000.
fn figure(share: f64) -> String {
    format!("{:.3}", (share * 1000.0 + 1e-9).floor() / 1000.0)
}

const HEAD: &str = "# How much of what identifies a person is found

Nobody finds all of it. These are the figures of munilint on {texts} texts and {tables} tables such as Norwegian
municipalities write them. All of them are invented, for this purpose, with a label on every value that could identify a
person and on much that only looks like one. They are measured again whenever the tests run, and the tests fail when they
change.

* *Found*: alarms of the kind cover at least half of the letters and digits of the value (of a postal address: of its street
  and house number); *whole*: all of them (of a cadastre number: all digits).
* *False alarm*: an alarm that touches no value of its kind.
* *Precision*: of 1 alarm, how much is right. *Recall*: of 1 value, how much is found. Both are cut to three decimals.

The texts are put together of {sentences} sentences in Bokmål and Nynorsk (journals of home care, schools, child welfare,
building cases, NAV, complaints, minutes, telephone notes, letters, accounts, operations, culture), some as letters with head
and signature; four of ten name no person. They are written with care, in a hurry, in small letters, in capitals, without
Norwegian letters or as read from a scan. Names are given names and surnames put together at random: half are common in Norway,
others are words or places as well, Sámi, or of the groups that moved to Norway. Identity numbers are of the synthetic series.
All of this was written without looking at the lists of the detectors.
";

const NOTE_ON_TEXTS: &str = "
D-numbers, IBANs, addresses of both sorts and addresses of machines count as found when they are found as what they are a sort
of (an identity number, an account, an address), and share the false alarms of that; so do initials, names that stand alone and
dates that are not called births, which munilint does not look for: they are shown because they tell of persons all the same.
";

const HEAD_OF_FIELDS: &str = "## In tables

{tables} tables with {rows} rows, three of five about persons, the others with account, case and organisation numbers, moments,
firms and schools. A kind is found in a field when a rule speaks of the field with confidence medium or high. Figures are of
fields, not of cells: with a header that says what the field holds, with one that does not, and of free text in which the kind
occurs.

| kind | found, by a header that says so | found, by content alone | found in free text | false alarms | precision | recall |
|---|---:|---:|---:|---:|---:|---:|";

const FOOT: &str = "## What the figures do not say

* They are no figures of your data. Real texts have other names, other slips of the pen and other ways of saying who is meant.
* Whoever mends a detector can look at what it missed here. So the figures flatter it, a little more each time, until new
  sentences and names are added.
* Who is meant without any of these values is not counted: \"the headmaster's son in 7B\", a rare diagnosis in a small place.
* That a kind has a recall of 1 here does not mean that a file without findings holds none of it.
* A few identity numbers among thousands of other numbers of eleven digits are found when words, a name before them or a blank
  between date and the rest tell of them. When nothing but the digits does, nobody can tell: of 10,000 case numbers about 20
  pass by chance. Such fields are left alone or noted with low confidence, and are not among the fields measured here.
* What a value tells of a person, and whether it may be published, is for the owner of the data to judge.

## Make it again

```sh
cargo test -p munilint-tests --test recall                # measures, and fails when this page says something else
UPDATE=1 cargo test -p munilint-tests --test recall       # writes this page and rules/person/recall.csv
cargo test -p munilint-tests --test recall -- --ignored   # writes texts, tables, labels and slips to target/labelled
```

The seed is {seed}. [`tests/labelled`](../tests/labelled/README.md) makes the set, holds names, words and sentences as text files, and says how it
is labelled.
Whoever wants to measure another detector takes `target/labelled/texts.jsonl`: a text and its labels in each line, with places
counted in characters. `target/labelled/slips.tsv` holds what munilint missed and what it found wrongly.
";
