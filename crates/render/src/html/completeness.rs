//! Where in a table values are missing: a strip for each field, along its rows or periods.

use crate::html::Context;
use crate::html::markup::Markup;
use crate::words::fill;
use munilint_model::{Completeness, CompletenessBy, FileReport, Stretch};

/// So many fields have a strip, those that miss most.
const MOST: usize = 40;

/// So many complete fields are named.
const NAMED: usize = 12;

/// A field with how many of its values are missing.
struct Field<'a> {
    name: &'a str,
    at: usize,
    missing: u64,
}

/// Writes the picture of a file. Nothing when it was not asked for.
pub(crate) fn write(page: &mut Markup, context: Context<'_>, file: &FileReport) {
    let Some(completeness) = &file.completeness else { return };
    let words = context.words;
    let total = |at: usize| completeness.stretches.iter().filter_map(|one| one.missing.get(at)).sum();
    let fields: Vec<Field<'_>> = file
        .variables
        .iter()
        .enumerate()
        .map(|(at, variable)| Field { name: variable.name.as_str(), at, missing: total(at) })
        .collect();
    let cells: u64 = completeness.stretches.iter().map(|one| one.records * fields.len() as u64).sum();
    let missing: u64 = fields.iter().map(|field| field.missing).sum();
    let (mut with, complete): (Vec<Field<'_>>, Vec<Field<'_>>) =
        fields.into_iter().partition(|field| field.missing > 0);
    page.element("section", &[("class", "part")], |page| {
        page.leaf("h4", &[], words.missing);
        if with.is_empty() {
            page.leaf("p", &[], words.missing_none);
            return;
        }
        let share = words.share(missing, cells);
        let counts = [("missing", context.number(missing)), ("cells", context.number(cells)), ("share", share)];
        let counts = counts.each_ref().map(|(name, text)| (*name, &**text));
        page.leaf("p", &[], &fill(words.missing_some, &counts));
        // Those that miss most, in the order of the file.
        with.sort_by_key(|field| (std::cmp::Reverse(field.missing), field.at));
        let more = with.len().saturating_sub(MOST);
        with.truncate(MOST);
        with.sort_by_key(|field| field.at);
        strips(page, context, completeness, &with);
        if more > 0 {
            page.leaf("p", &[("class", "aside")], &fill(words.more, &[("count", &context.number(more as u64))]));
        }
        legend(page, context);
        named(page, context, &complete);
    });
}

fn strips(page: &mut Markup, context: Context<'_>, completeness: &Completeness, fields: &[Field<'_>]) {
    let words = context.words;
    let records: u64 = completeness.stretches.iter().map(|one| one.records).sum();
    let caption = match &completeness.by {
        CompletenessBy::Period(field) => fill(words.by_period, &[("field", field.as_str())]),
        CompletenessBy::Rows => words.by_rows.to_owned(),
    };
    page.element("table", &[("class", "strips")], |page| {
        page.leaf("caption", &[], &caption);
        page.element("thead", &[], |page| {
            page.element("tr", &[], |page| {
                page.leaf("th", &[("scope", "col")], &super::opening::capital(words.field[0]));
                page.element("th", &[("scope", "col")], |page| {
                    let ends = [completeness.stretches.first(), completeness.stretches.last()];
                    page.element("span", &[("class", "axis")], |page| {
                        for (at, stretch) in ends.into_iter().flatten().enumerate() {
                            page.leaf("span", &[], &end(context, stretch, at == 1));
                        }
                    });
                });
                page.leaf("th", &[("scope", "col"), ("class", "figure")], words.without_value);
            });
        });
        page.element("tbody", &[], |page| {
            for field in fields {
                page.element("tr", &[], |page| {
                    page.leaf("th", &[("scope", "row")], field.name);
                    page.element("td", &[], |page| strip(page, context, completeness, field, records));
                    page.leaf("td", &[("class", "figure")], &words.share(field.missing, records));
                });
            }
        });
    });
}

/// What the first or last stretch is called at the end of the axis.
fn end(context: Context<'_>, stretch: &Stretch, last: bool) -> String {
    match &stretch.period {
        Some(period) if period.as_str().is_empty() => format!("({})", context.words.without_value.to_lowercase()),
        Some(period) => period.to_string(),
        None => {
            let row = if last { stretch.rows.1 } else { stretch.rows.0 };
            format!("{} {}", context.words.row[0], context.number(row))
        }
    }
}

/// What a stretch is called in a sentence.
fn named_stretch(context: Context<'_>, stretch: &Stretch) -> String {
    match &stretch.period {
        Some(_) => end(context, stretch, false),
        None => {
            let (first, last) = stretch.rows;
            format!("{} {}–{}", context.words.row[0], context.number(first), context.number(last))
        }
    }
}

fn strip(page: &mut Markup, context: Context<'_>, completeness: &Completeness, field: &Field<'_>, records: u64) {
    let words = context.words;
    let counts: Vec<(u64, u64)> = completeness
        .stretches
        .iter()
        .map(|one| (one.missing.get(field.at).copied().unwrap_or(0), one.records))
        .collect();
    // The first of those that miss most.
    let share = |&(missing, records): &(u64, u64)| missing as f64 / records.max(1) as f64;
    let worst = (0..counts.len()).rev().max_by(|&a, &b| share(&counts[a]).total_cmp(&share(&counts[b]))).unwrap_or(0);
    let label = fill(
        words.strip,
        &[
            ("share", &words.share(field.missing, records)),
            ("where", &named_stretch(context, &completeness.stretches[worst])),
            ("worst", &words.share(counts[worst].0, counts[worst].1)),
        ],
    );
    let size = format!("0 0 {} 1", counts.len());
    let attributes = [
        ("class", "strip"),
        ("viewBox", &*size),
        ("preserveAspectRatio", "none"),
        ("role", "img"),
        ("aria-label", &*label),
    ];
    page.element("svg", &attributes, |page| {
        let levels: Vec<usize> = counts.iter().map(|&(missing, records)| level(missing, records)).collect();
        let mut start = 0;
        for run in levels.chunk_by(|a, b| a == b) {
            let (x, width) = (start.to_string(), run.len().to_string());
            let class = format!("level{}", run[0]);
            page.shape("rect", &[("class", &class), ("x", &x), ("width", &width), ("height", "1")]);
            start += run.len();
        }
    });
}

/// From 0, nothing is missing, to 5, nothing is there.
fn level(missing: u64, records: u64) -> usize {
    match missing {
        0 => 0,
        _ if missing >= records => 5,
        _ if missing * 2 >= records => 4,
        _ if missing * 5 >= records => 3,
        _ if missing * 20 >= records => 2,
        _ => 1,
    }
}

fn legend(page: &mut Markup, context: Context<'_>) {
    page.element("p", &[("class", "legend")], |page| {
        page.text(&format!("{}: ", context.words.legend));
        for (level, text) in context.words.levels.into_iter().enumerate() {
            page.element("span", &[], |page| {
                let attributes = [("class", "key"), ("viewBox", "0 0 1 1"), ("aria-hidden", "true")];
                page.element("svg", &attributes, |page| {
                    page.shape("rect", &[("class", &format!("level{level}")), ("width", "1"), ("height", "1")]);
                });
                page.text(text);
            });
        }
    });
}

/// The fields that have a value in every row.
fn named(page: &mut Markup, context: Context<'_>, complete: &[Field<'_>]) {
    if complete.is_empty() {
        return;
    }
    let words = context.words;
    let count = words.counted(&words.field, complete.len() as u64);
    let mut names: Vec<String> = complete.iter().take(NAMED).map(|field| context.quoted(field.name)).collect();
    let more = complete.len() - names.len();
    let list = if more > 0 {
        names.push(fill(words.more, &[("count", &context.number(more as u64))]));
        names.join(", ")
    } else {
        context.shared.list(&names)
    };
    page.leaf("p", &[("class", "aside")], &fill(words.complete_fields, &[("count", &count), ("fields", &list)]));
}

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn levels_have_their_limits() {
        let of = |missing| level(missing, 100);
        assert_eq!([0, 1, 4, 5, 19, 20, 49, 50, 99, 100].map(of), [0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
        assert_eq!(level(0, 0), 0);
    }
}
