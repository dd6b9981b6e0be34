//! What it takes to join the tables of a run, as a table.

use crate::terminal::{Ink, Page};
use crate::words::fill;
use crate::wrap::width_of;
use munilint_model::{Join, JoinKey, Report};

/// So many pairs of keys fit on a screen beside what is said of them.
const MOST: usize = 12;

/// Longest name of a field that is shown, in characters.
const LONGEST_NAME: usize = 30;

/// Writes the pairs of keys that do not match as they are, and how many do. Nothing when there are no pairs.
pub(crate) fn write(page: &mut Page, report: &Report) {
    if report.joins.is_empty() {
        return;
    }
    let words = page.words;
    page.blank();
    page.sentence(words.joins);
    page.blank();
    let unready: Vec<&Join> = report.joins.iter().filter(|join| join.today < join.rows).collect();
    let shown = &unready[..unready.len().min(MOST)];
    if !shown.is_empty() {
        let columns = Columns::of(page, shown);
        columns.heads(page);
        shown.iter().for_each(|join| columns.pair(page, report, join));
        page.blank();
    }
    let counts = [("ready", report.joins.len() - unready.len()), ("more", unready.len() - shown.len())];
    for (name, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let text = if name == "ready" { words.joins_ready } else { words.joins_more };
        page.sentence(&fill(text, &[("pairs", &words.pairs(count as u64))]));
    }
}

/// Widths of the columns of figures.
struct Columns {
    widths: [usize; 3],
}

impl Columns {
    fn of(page: &Page, joins: &[&Join]) -> Self {
        let heads = page.words.join_heads;
        let widths = std::array::from_fn(|i| {
            let figures = joins.iter().map(|join| width_of(&page.words.number(figures(join)[i])));
            figures.chain([width_of(heads[i])]).max().unwrap_or(0)
        });
        Columns { widths }
    }

    /// Where the texts beside the figures begin.
    fn indent(&self) -> usize {
        2 + self.widths.iter().sum::<usize>() + 2 * self.widths.len() + 1
    }

    fn heads(&self, page: &mut Page) {
        let mut line = "  ".to_owned();
        for (head, width) in page.words.join_heads.iter().zip(self.widths) {
            line.push_str(&format!("{}{}  ", " ".repeat(width - width_of(head)), page.ink(Ink::Bold, head)));
        }
        page.line(&line);
    }

    fn pair(&self, page: &mut Page, report: &Report, join: &Join) {
        let mut lead = "  ".to_owned();
        for (figure, width) in figures(join).into_iter().zip(self.widths) {
            let text = page.words.number(figure);
            lead.push_str(&format!("{}{text}  ", " ".repeat(width - width_of(&text))));
        }
        let joins = if page.unicode { "→" } else { "->" };
        let pair = format!("{} {joins} {}", key(page, report, &join.left), key(page, report, &join.right));
        let indent = self.indent();
        page.wrapped(&lead, indent - 1, indent, &pair);
        for reason in &join.reasons {
            page.wrapped(&" ".repeat(indent), indent, indent + 2, &format!("- {reason}"));
        }
    }
}

fn figures(join: &Join) -> [u64; 3] {
    [join.rows, join.today, join.after]
}

/// A field with its file, by the file's name alone where no other file has it.
fn key(page: &Page, report: &Report, key: &JoinKey) -> String {
    let own = file_name(&key.source);
    let namesakes = report.files.iter().filter(|file| file_name(&file.path) == own).count();
    let source = if namesakes > 1 { &*key.source } else { own };
    let field = page.words.quoted(key.field.cut(LONGEST_NAME).as_str(), page.unicode);
    match &key.table {
        Some(table) => format!("{source} ({table}) {field}"),
        None => format!("{source} {field}"),
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
