//! What was mended, or would be, as a table for a person.

use crate::terminal::{Ink, Page, Terminal};
use crate::words::{Words, fill};
use crate::wrap::width_of;
use munilint_model::{Excerpt, Language, MendedCell, MendedFile, MendedRun};
use std::io::{self, Write};
use std::sync::Arc;

/// Widest column of names of fields, in characters.
const WIDEST_FIELD: usize = 24;

/// Blanks between columns.
const GAP: usize = 2;

/// The words of one language.
struct Said {
    /// Above a source: mended, or would be.
    titles: [&'static str; 2],
    /// What is done, by [`Mended`], for one and for many: `{count}`.
    done: [[&'static str; 2]; 6],
    /// Heads of the table: row, field, before, after.
    heads: [&'static str; 4],
    /// Cells that are not shown: `{count}`.
    more: [&'static str; 2],
    /// There is nothing to mend.
    nothing: &'static str,
    /// What is not mended without `--unsafe`: `{rules}`.
    suggested: &'static str,
    /// What is not mended without `--key`: `{rules}`.
    keyless: &'static str,
    /// Nothing was written.
    only_shown: &'static str,
    /// Stands for an empty value.
    empty: &'static str,
}

const EN: Said = Said {
    titles: ["mended", "would be mended"],
    done: [
        ["{count} value", "{count} values"],
        ["written as UTF-8", "written as UTF-8"],
        ["without the byte order mark", "without the byte order mark"],
        ["{count} line ends as the others do", "{count} lines end as the others do"],
        ["{count} row without delimiters too many", "{count} rows without delimiters too many"],
        ["{count} blank row left out", "{count} blank rows left out"],
    ],
    heads: ["row", "field", "before", "after"],
    more: ["… and {count} value more", "… and {count} values more"],
    nothing: "Nothing that can be mended without guessing.",
    suggested: "More is suggested by {rules}: --unsafe makes these changes, too; look at them first with --unsafe --diff.",
    keyless: "Pseudonyms, which {rules} suggests, need a key of your own: --key FILE.",
    only_shown: "Nothing was written.",
    empty: "(empty)",
};

const NB: Said = Said {
    titles: ["rettet", "kan rettes"],
    done: [
        ["{count} verdi", "{count} verdier"],
        ["skrevet som UTF-8", "skrevet som UTF-8"],
        ["uten det usynlige merket (BOM)", "uten det usynlige merket (BOM)"],
        ["{count} linje slutter som de andre", "{count} linjer slutter som de andre"],
        ["{count} rad uten overflødige skilletegn", "{count} rader uten overflødige skilletegn"],
        ["{count} tom rad tatt ut", "{count} tomme rader tatt ut"],
    ],
    heads: ["rad", "felt", "før", "etter"],
    more: ["… og {count} verdi til", "… og {count} verdier til"],
    nothing: "Ingenting som kan rettes uten å gjette.",
    suggested: "{rules} foreslår flere rettelser: --unsafe gjør dem også; se på dem først med --unsafe --diff.",
    keyless: "Pseudonymer, som {rules} foreslår, krever en egen nøkkel: --key FIL.",
    only_shown: "Ingenting er skrevet.",
    empty: "(tom)",
};

const NN: Said = Said {
    titles: ["retta", "kan rettast"],
    done: [
        ["{count} verdi", "{count} verdiar"],
        ["skriven som UTF-8", "skriven som UTF-8"],
        ["utan det usynlege merket (BOM)", "utan det usynlege merket (BOM)"],
        ["{count} linje sluttar som dei andre", "{count} linjer sluttar som dei andre"],
        ["{count} rad utan overflødige skiljeteikn", "{count} rader utan overflødige skiljeteikn"],
        ["{count} tom rad teken ut", "{count} tomme rader tekne ut"],
    ],
    heads: ["rad", "felt", "før", "etter"],
    more: ["… og {count} verdi til", "… og {count} verdiar til"],
    nothing: "Ingenting som kan rettast utan å gjette.",
    suggested: "{rules} føreslår fleire rettingar: --unsafe gjer dei også; sjå på dei først med --unsafe --diff.",
    keyless: "Pseudonym, som {rules} føreslår, krev ein eigen nøkkel: --key FIL.",
    only_shown: "Ingenting er skrive.",
    empty: "(tom)",
};

impl Said {
    fn of(language: Language) -> &'static Said {
        match language {
            Language::Nb => &NB,
            Language::Nn => &NN,
            Language::En => &EN,
        }
    }
}

impl Terminal {
    /// Writes what was mended: for each source what each rule did and the first cells, before and after.
    ///
    /// # Errors
    /// `out` cannot be written to.
    pub fn mended(&self, run: &MendedRun, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page::new(self, Words::of(run.language));
        let said = Said::of(run.language);
        let mended = || run.files.iter().filter(|file| !file.by_rule.is_empty());
        for file in mended() {
            one(&mut page, said, run, file);
            page.blank();
        }
        if mended().next().is_none() && !run.files.is_empty() {
            page.sentence(said.nothing);
        }
        for (text, of) in [
            (said.suggested, (|file| &file.suggesting) as fn(&MendedFile) -> &Vec<Arc<str>>),
            (said.keyless, |file| &file.keyless),
        ] {
            let mut rules: Vec<String> = run.files.iter().flat_map(of).map(ToString::to_string).collect();
            rules.sort();
            rules.dedup();
            if !rules.is_empty() {
                page.sentence(&fill(text, &[("rules", &page.words.list(&rules))]));
            }
        }
        if run.only_shown && mended().next().is_some() {
            page.sentence(said.only_shown);
        }
        // The report of what is left follows.
        if !(run.only_shown || page.text.is_empty() || page.text.ends_with("\n\n")) {
            page.blank();
        }
        out.write_all(page.text.as_bytes())
    }
}

fn one(page: &mut Page, said: &Said, run: &MendedRun, file: &MendedFile) {
    let title = format!("{}: {}", file.path, said.titles[usize::from(run.only_shown)]);
    let title = page.ink(Ink::Bold, &title);
    page.wrapped("", 0, 2, &title);
    let widest = file.by_rule.iter().map(|(rule, ..)| width_of(rule)).max().unwrap_or(0);
    for (rule, mended, count) in &file.by_rule {
        let text = said.done[*mended as usize][usize::from(*count != 1)];
        let text = fill(text, &[("count", &page.words.number(*count))]);
        page.line(&format!("    {rule:widest$}  {text}"));
    }
    if file.first.is_empty() {
        return;
    }
    page.blank();
    cells(page, said, &file.first);
    let more = file.cells - file.first.len() as u64;
    if more > 0 {
        let text = said.more[usize::from(more != 1)];
        page.line(&format!("    {}", fill(text, &[("count", &page.words.number(more))])));
    }
}

/// The table of cells: row, field, before → after.
fn cells(page: &mut Page, said: &Said, cells: &[MendedCell]) {
    let rows: Vec<String> = cells.iter().map(|cell| page.words.number(cell.row)).collect();
    let [row_head, field_head, before_head, after_head] = said.heads;
    let widest = |texts: &mut dyn Iterator<Item = usize>, head: &str| texts.max().unwrap_or(0).max(width_of(head));
    let row = widest(&mut rows.iter().map(|text| width_of(text)), row_head);
    let field = widest(&mut cells.iter().map(|cell| width_of(cell.field.as_str()).min(WIDEST_FIELD)), field_head);
    let left = page.width.saturating_sub(4 + row + GAP + field + GAP + 2 * GAP + 1);
    let value = (left / 2).max(8);
    let unicode = page.unicode;
    let shown = |cell: &MendedCell| pair(cell, value).map(|excerpt| visible(&excerpt, said, unicode));
    let values: Vec<[String; 2]> = cells.iter().map(shown).collect();
    let before = widest(&mut values.iter().map(|[before, _]| width_of(before)), before_head);
    let arrow = if page.unicode { "→" } else { ">" };
    let line = |row_text: &str, field_text: &str, before_text: &str, middle: &str, after_text: &str| {
        let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(width_of(text)));
        format!(
            "    {}{row_text}  {field_text}{}  {before_text}{}  {middle}  {after_text}",
            pad(row_text, row),
            pad(field_text, field),
            pad(before_text, before)
        )
    };
    let heads = line(row_head, field_head, before_head, " ", after_head);
    let heads = page.ink(Ink::Dim, heads.trim_end());
    page.line(&heads);
    for ((cell, number), [before, after]) in cells.iter().zip(&rows).zip(&values) {
        let name = cell.field.cut(WIDEST_FIELD);
        page.line(&line(number, name.as_str(), before, arrow, after));
    }
}

/// What stood in a cell and what stands there now, each cut to `width`, so that what differs is seen.
fn pair(cell: &MendedCell, width: usize) -> [Excerpt; 2] {
    let both = [&cell.before, &cell.after];
    let cut = both.map(|excerpt| excerpt.cut(width));
    if cut[0] != cut[1] || cell.before == cell.after {
        return cut;
    }
    let [before, after] = both.map(|excerpt| excerpt.as_str().chars());
    let same = before.zip(after).take_while(|(before, after)| before == after).count();
    both.map(|excerpt| excerpt.behind(same.saturating_sub(width / 4)).cut(width))
}

/// A value with the blanks at its ends and those in a row made visible.
fn visible(excerpt: &Excerpt, said: &Said, unicode: bool) -> String {
    let text = excerpt.as_str();
    if text.is_empty() {
        return said.empty.to_owned();
    }
    let mark = if unicode { '·' } else { '_' };
    let chars: Vec<char> = text.chars().collect();
    let is_seen = |at: usize| {
        let before = at.checked_sub(1).map(|before| chars[before]);
        before.is_some_and(|c| c != ' ') && chars.get(at + 1).is_some_and(|&c| c != ' ')
    };
    chars.iter().enumerate().map(|(at, &c)| if c == ' ' && !is_seen(at) { mark } else { c }).collect()
}
