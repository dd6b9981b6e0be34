//! Which edition of the country's division the area codes of a file follow, as a line of years.

use crate::html::Context;
use crate::html::markup::Markup;
use crate::html::opening::capital;
use crate::words::fill;
use munilint_model::{FileReport, Variable, Vintage};

/// Years on both sides of what is shown, and how many there are at least, so that a short stretch is seen among others.
const MARGIN: i32 = 2;
const LEAST: i32 = 30;

/// Writes the lines of a file. Nothing when no field has such codes.
pub(crate) fn write(page: &mut Markup, context: Context<'_>, file: &FileReport) {
    let fields: Vec<(&Variable, Vintage)> =
        file.variables.iter().filter_map(|variable| Some((variable, variable.vintage?))).collect();
    if fields.is_empty() {
        return;
    }
    let words = context.words;
    let years = fields.iter().flat_map(|(_, vintage)| [Some(vintage.from), vintage.to]).flatten();
    let (first, last) = years.fold((i32::MAX, i32::MIN), |(first, last), year| (first.min(year), last.max(year)));
    let end = last + MARGIN + 1;
    let span = (end.saturating_sub(LEAST).min(first - MARGIN), end);
    page.element("section", &[("class", "part")], |page| {
        page.leaf("h4", &[], words.vintages);
        page.leaf("p", &[("class", "aside")], words.vintages_lead);
        page.element("table", &[("class", "strips vintages")], |page| {
            page.element("thead", &[], |page| {
                page.element("tr", &[], |page| {
                    page.leaf("th", &[("scope", "col")], &capital(words.field[0]));
                    page.element("th", &[("scope", "col")], |page| {
                        page.element("span", &[("class", "axis")], |page| {
                            page.leaf("span", &[], &span.0.to_string());
                            page.leaf("span", &[], &(span.1 - 1).to_string());
                        });
                    });
                    page.leaf("th", &[("scope", "col")], words.years);
                });
            });
            page.element("tbody", &[], |page| {
                for (variable, vintage) in &fields {
                    page.element("tr", &[], |page| {
                        page.leaf("th", &[("scope", "row")], variable.name.as_str());
                        page.element("td", &[], |page| line(page, vintage, span));
                        page.element("td", &[], |page| {
                            page.leaf("strong", &[], &years_of(context, vintage));
                            let counts = [("fitting", vintage.fitting), ("codes", vintage.codes)];
                            let counts = counts.map(|(name, count)| (name, context.number(count)));
                            let counts = counts.each_ref().map(|(name, text)| (*name, &**text));
                            page.leaf("span", &[("class", "gloss")], &fill(words.vintage_codes, &counts));
                        });
                    });
                }
            });
        });
    });
}

fn years_of(context: Context<'_>, vintage: &Vintage) -> String {
    let from = vintage.from.to_string();
    match vintage.to {
        Some(to) if to == vintage.from => from,
        Some(to) => fill(context.words.vintage_closed, &[("from", &from), ("to", &to.to_string())]),
        None => fill(context.words.vintage_open, &[("from", &from)]),
    }
}

/// A line of years with the stretch of the edition; one that still holds has an arrow.
fn line(page: &mut Markup, vintage: &Vintage, (first, end): (i32, i32)) {
    let view = format!("0 0 {} 10", (end - first) * 10);
    let attributes =
        [("class", "years"), ("viewBox", &*view), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    page.element("svg", &attributes, |page| {
        let whole = ((end - first) * 10).to_string();
        page.shape("rect", &[("class", "track"), ("y", "4.4"), ("width", &whole), ("height", "1.2")]);
        let start = (vintage.from - first) * 10;
        let stop = vintage.to.map_or((end - first) * 10 - 6, |to| (to + 1 - first) * 10);
        let (x, width) = (start.to_string(), (stop - start).max(4).to_string());
        page.shape("rect", &[("class", "fill"), ("x", &x), ("y", "2.5"), ("width", &width), ("height", "5")]);
        if vintage.to.is_none() {
            let tip = format!("M{stop} 0l6 5l-6 5z");
            page.shape("path", &[("class", "fill"), ("d", &tip)]);
        }
    });
}
