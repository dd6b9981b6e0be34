//! What it takes to join the tables of a run, as a table: by what they can be joined, and for each pair of files how many rows
//! find a match.

use crate::terminal::{Ink, Page};
use crate::words::fill;
use crate::wrap::{width_of, wrap};
use munilint_model::{Join, JoinKey, Report};
use std::collections::BTreeSet;

/// So many pairs of files fit on a screen beside what is said of them.
const MOST: usize = 12;

/// Longest name of a field that is shown, in characters.
const LONGEST_NAME: usize = 30;

/// So many names of a field are told.
const NAMED: usize = 4;

/// Narrower than this a pair of files is not read.
const NARROWEST: usize = 18;

/// Blanks before a pair of files.
const INDENT: usize = 4;

/// Blanks before a figure.
const GAP: usize = 3;

/// Writes the pairs of files that do not match as they are, and how many rows do. Nothing when there are no pairs.
pub(crate) fn write(page: &mut Page, report: &Report) {
    if report.joins.is_empty() {
        return;
    }
    let words = page.words;
    let (unready, ready): (Vec<Group>, Vec<Group>) =
        groups(&report.joins).into_iter().partition(|group| !group.is_ready());
    page.blank();
    if !unready.is_empty() {
        page.wrapped("", 0, 2, &page.ink(Ink::Bold, words.joins));
        page.sentence(words.joins_counted);
        page.blank();
        let shown = shown(&unready);
        let pairs = shown.iter().flat_map(|(group, joins)| joins.iter().map(move |join| (*group, *join)));
        let columns = Columns::of(page, report, pairs);
        columns.heads(page);
        for (group, joins) in &shown {
            page.sentence(&page.ink(Ink::Bold, &group.title(page)));
            joins.iter().for_each(|join| columns.pair(page, report, group, join));
        }
        page.blank();
        let all: usize = unready.iter().map(|group| group.unready().count()).sum();
        let hidden = all - shown.iter().map(|(_, joins)| joins.len()).sum::<usize>();
        if hidden > 0 {
            page.sentence(&fill(words.joins_more, &[("pairs", &words.pairs(hidden as u64))]));
        }
    }
    if !ready.is_empty() {
        let titles: Vec<String> = ready.iter().take(NAMED).map(|group| group.with_files(page, report)).collect();
        let more = (ready.len() - titles.len()) as u64;
        let list = if more > 0 { titles.join(", ") + &words.more(more) } else { words.list(&titles) };
        page.sentence(&fill(words.joins_ready, &[("fields", &list)]));
    }
    if let Some(first) = unready.first().filter(|group| group.gain() > 0) {
        page.sentence(&first.advice(page));
    }
}

/// The pairs that are shown of each group: as many of each as there is room for.
fn shown<'g, 'a>(groups: &'g [Group<'a>]) -> Vec<(&'g Group<'a>, Vec<&'a Join>)> {
    let mut left = MOST;
    let mut counts = vec![0; groups.len().min(MOST)];
    while left > 0 {
        let before = left;
        for (count, group) in counts.iter_mut().zip(groups) {
            if left > 0 && *count < group.unready().count() {
                *count += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    groups.iter().zip(counts).map(|(group, count)| (group, group.unready().take(count).collect())).collect()
}

/// Fields of several tables that stand for the same, and the pairs of them.
struct Group<'a> {
    keys: Vec<&'a JoinKey>,
    joins: Vec<&'a Join>,
}

/// The fields that are joined by pairs, directly or through others; first those that gain most rows by being written alike.
fn groups(joins: &[Join]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for join in joins {
        let ends = [&join.left, &join.right];
        let (mut own, others): (Vec<Group>, Vec<Group>) =
            groups.into_iter().partition(|group| group.keys.iter().any(|key| ends.contains(key)));
        groups = others;
        let mut merged = Group { keys: Vec::new(), joins: Vec::new() };
        for group in &mut own {
            merged.keys.append(&mut group.keys);
            merged.joins.append(&mut group.joins);
        }
        for end in ends {
            if !merged.keys.contains(&end) {
                merged.keys.push(end);
            }
        }
        merged.joins.push(join);
        groups.push(merged);
    }
    for group in &mut groups {
        group.keys.sort_by_key(|key| (&key.source, &key.table, key.column));
        group.joins.sort_by_key(|join| (&join.left.source, &join.right.source));
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(group.gain()), std::cmp::Reverse(group.lacking())));
    groups
}

impl<'a> Group<'a> {
    fn unready(&self) -> impl Iterator<Item = &'a Join> {
        self.joins.iter().copied().filter(|join| join.today < join.rows)
    }

    fn is_ready(&self) -> bool {
        self.unready().next().is_none()
    }

    /// Rows that match when both sides are written alike, and do not today.
    fn gain(&self) -> u64 {
        self.joins.iter().map(|join| join.after.saturating_sub(join.today)).sum()
    }

    fn lacking(&self) -> u64 {
        self.joins.iter().map(|join| join.rows.saturating_sub(join.after)).sum()
    }

    /// The different names that the field has, however they are cased.
    fn names(&self) -> Vec<String> {
        let mut met = BTreeSet::new();
        let names = self.keys.iter().map(|key| key.field.cut(LONGEST_NAME).as_str().to_owned());
        names.filter(|name| met.insert(name.to_lowercase())).collect()
    }

    /// `«alder» / «aldersgruppe»`
    fn title(&self, page: &Page) -> String {
        let names = self.names();
        let shown: Vec<String> = names.iter().take(NAMED).map(|name| page.words.quoted(name, page.unicode)).collect();
        let more = if names.len() > NAMED { page.words.more((names.len() - NAMED) as u64) } else { String::new() };
        format!("{}{more}", shown.join(" / "))
    }

    /// The title, with the files that have the field when some have not.
    fn with_files(&self, page: &Page, report: &Report) -> String {
        let files: BTreeSet<&str> = self.keys.iter().map(|key| shown_name(report, key)).collect();
        if files.len() == report.files.len() {
            return self.title(page);
        }
        let files = match files.len() {
            0..=2 => files.into_iter().collect::<Vec<&str>>().join(", "),
            several => page.words.files(several as u64),
        };
        format!("{} ({files})", self.title(page))
    }

    /// What to do with the field, and what comes of it.
    fn advice(&self, page: &Page) -> String {
        let sum = |of: fn(&Join) -> u64| self.joins.iter().map(|join| of(join)).sum::<u64>();
        let rows = sum(|join| join.rows);
        let [today, after] = [sum(|join| join.today), sum(|join| join.after)].map(|count| percent(count, rows));
        fill(page.words.joins_first, &[("fields", &self.title(page)), ("today", &today), ("after", &after)])
    }

    /// True when a table has several fields of the group, so that its name alone does not tell which is meant.
    fn is_mixed(&self, key: &JoinKey) -> bool {
        let own = self.keys.iter().filter(|other| (&other.source, &other.table) == (&key.source, &key.table));
        own.count() > 1
    }
}

/// Widths of the columns.
struct Columns {
    /// Of the files; behind it the figures begin.
    room: usize,
    widths: [usize; 3],
}

impl Columns {
    fn of<'a>(page: &Page, report: &Report, pairs: impl Iterator<Item = (&'a Group<'a>, &'a Join)>) -> Self {
        let mut widths = page.words.join_heads.map(width_of);
        let mut longest = NARROWEST;
        for (group, join) in pairs {
            longest = longest.max(INDENT + width_of(&pair(page, report, group, join)));
            for (width, figure) in widths.iter_mut().zip(figures(page, join)) {
                *width = width_of(&figure).max(*width);
            }
        }
        let taken = widths.iter().map(|width| width + GAP).sum::<usize>();
        Columns { room: page.width.saturating_sub(taken).clamp(NARROWEST, longest.max(NARROWEST)), widths }
    }

    fn figures(&self, figures: [String; 3]) -> String {
        let cells = figures.into_iter().zip(self.widths);
        cells.map(|(figure, width)| format!("{}{figure}", " ".repeat(GAP + width - width_of(&figure)))).collect()
    }

    fn heads(&self, page: &mut Page) {
        let heads = self.figures(page.words.join_heads.map(str::to_owned));
        page.line(&format!("{}{}", " ".repeat(self.room), page.ink(Ink::Dim, &heads)));
    }

    fn pair(&self, page: &mut Page, report: &Report, group: &Group, join: &Join) {
        let lead = " ".repeat(INDENT);
        let room = self.room - INDENT;
        let lines = wrap(&pair(page, report, group, join), room, 0);
        for (i, line) in lines.iter().enumerate() {
            let is_last = i + 1 == lines.len();
            let figures = if is_last { self.figures(figures(page, join)) } else { String::new() };
            page.line(&format!("{lead}{line}{}{figures}", " ".repeat(room - width_of(line))));
        }
        for reason in &join.reasons {
            page.wrapped("", 0, INDENT + 2, reason);
        }
    }
}

/// Rows, and those that match today and when both sides are written alike, with their shares.
fn figures(page: &Page, join: &Join) -> [String; 3] {
    let part = |count: u64| format!("{} ({})", page.words.number(count), percent(count, join.rows));
    [page.words.number(join.rows), part(join.today), part(join.after)]
}

/// A share in whole per cent; less than all is never 100 %, and more than nothing never 0 %.
fn percent(count: u64, all: u64) -> String {
    match count * 100 / all.max(1) {
        0 if count > 0 => "<1\u{a0}%".to_owned(),
        share => format!("{share}\u{a0}%"),
    }
}

/// `oslo.csv → bergen.csv`
fn pair(page: &Page, report: &Report, group: &Group, join: &Join) -> String {
    let arrow = if page.unicode { "→" } else { "->" };
    let [left, right] = [&join.left, &join.right].map(|key| end(page, report, group, key));
    format!("{left} {arrow} {right}")
}

/// A file, with the field where that does not tell which is meant.
fn end(page: &Page, report: &Report, group: &Group, key: &JoinKey) -> String {
    let mut text = shown_name(report, key).to_owned();
    if let Some(table) = &key.table {
        text.push_str(&format!(" ({table})"));
    }
    if group.is_mixed(key) {
        text.push_str(&format!(" {}", page.words.quoted(key.field.cut(LONGEST_NAME).as_str(), page.unicode)));
    }
    text
}

/// A file by its name alone where no other file has it, else with its folder.
fn shown_name<'a>(report: &Report, key: &'a JoinKey) -> &'a str {
    let own = file_name(&key.source);
    if report.files.iter().filter(|file| file_name(&file.path) == own).count() < 2 {
        return own;
    }
    let folders = &key.source[..key.source.len() - own.len()];
    let start = folders.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
    &key.source[start..]
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::Terminal;
    use munilint_model::{Excerpt, FileReport, Language};

    fn key(source: &str, field: &str, column: u32) -> JoinKey {
        JoinKey { source: source.into(), table: None, field: Excerpt::whole(field), column }
    }

    fn report(joins: Vec<Join>) -> Report {
        let files = ["a/oslo.csv", "a/bergen.csv", "a/ssb.csv"].map(|path| FileReport {
            path: path.into(),
            read_as: "csv, ;, utf-8".to_owned(),
            rows: 4,
            fields: 2,
            bytes: 40,
            ..FileReport::default()
        });
        Report { language: Language::Nb, files: files.into(), joins, ..Report::default() }
    }

    fn rendered(report: &Report, width: usize) -> String {
        let mut out = Vec::new();
        let terminal = Terminal { width, colour: false, unicode: true };
        terminal.render(report, &mut out).expect("a Vec takes everything");
        let text = String::from_utf8(out).expect("text is UTF-8");
        text.split_once("gangen.\n").map_or(String::new(), |(_, joins)| joins.replace('\u{a0}', " "))
    }

    fn join(left: JoinKey, right: JoinKey, figures: [u64; 3], reason: &str) -> Join {
        let reasons = Some(reason).filter(|reason| !reason.is_empty()).map(str::to_owned);
        let [rows, today, after] = figures;
        Join { left, right, rows, today, after, reasons: reasons.into_iter().collect() }
    }

    #[test]
    fn pairs_stand_below_the_field_they_are_joined_by() {
        let [oslo, bergen, ssb] = ["a/oslo.csv", "a/bergen.csv", "a/ssb.csv"];
        let joins = vec![
            join(key(oslo, "kjønn", 1), key(bergen, "Kjønn", 1), [4, 0, 4], "4 rader: kode mot ord"),
            join(key(oslo, "kommunenr", 2), key(ssb, "region", 1), [4, 1, 1], "3 rader: må kodes om"),
            join(key(oslo, "år", 3), key(bergen, "år", 3), [4, 4, 4], ""),
        ];
        let expected = "
  Kan filene kobles?
  For hvert felt filene har felles: hvor mange rader i den første filen som
  finner en rad i den andre, slik verdiene er skrevet i dag, og når begge filene
  skriver dem likt.

                            rader   treff i dag   skrevet likt
  «Kjønn»
    oslo.csv → bergen.csv       4       0 (0 %)      4 (100 %)
      4 rader: kode mot ord
  «kommunenr» / «region»
    oslo.csv → ssb.csv          4      1 (25 %)       1 (25 %)
      3 rader: må kodes om

  Klart som det er: alle rader finner hverandre på «år» (bergen.csv, oslo.csv).
  Gjør dette først: skriv «Kjønn» likt i alle filene. Da går andelen rader med
  treff fra 0 % til 100 %.
";
        let text = rendered(&report(joins), 80);
        let plain = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        assert_eq!(plain(&text), plain(expected), "{text}");
    }

    #[test]
    fn many_pairs_and_long_names_fit() {
        let long = |i: u32| format!("a/{}-{i}.csv", "en-svært-lang-fil".repeat(4));
        let mut joins = Vec::new();
        for i in 0..40 {
            for field in ["kjønn", "alder", &"felt ".repeat(30)] {
                joins.push(join(
                    key(&long(i), field, 1),
                    key("a/ssb.csv", field, 1),
                    [9_999_999, 1, 2],
                    &"ord ".repeat(60),
                ));
            }
        }
        for width in [60, 80, 120] {
            let text = rendered(&report(joins.clone()), width);
            assert!(text.lines().all(|line| width_of(line) <= width), "{text}");
            assert!(text.contains("108 filpar til"), "{text}");
        }
    }

    #[test]
    fn shares_are_never_rounded_to_all_or_nothing() {
        assert_eq!(percent(0, 16), "0\u{a0}%");
        assert_eq!(percent(1, 1000), "<1\u{a0}%");
        assert_eq!(percent(999, 1000), "99\u{a0}%");
        assert_eq!(percent(16, 16), "100\u{a0}%");
        assert_eq!(percent(0, 0), "0\u{a0}%");
    }
}
