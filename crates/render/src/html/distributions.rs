//! The most frequent values of fields that repeat them, as bars.

use crate::html::Context;
use crate::html::markup::Markup;
use crate::html::scores::bar;
use crate::words::fill;
use munilint_model::{FileReport, Role, Variable};

/// A value that stands fewer times might single somebody out.
const LEAST: u64 = 5;

/// So many fields are shown.
const MOST: usize = 12;

/// More different figures are no codes.
const CODES: u64 = 10;

/// So many values of each.
const VALUES: usize = 8;

/// Writes the bars of a file. Nothing when no field has values that repeat.
pub(crate) fn write(page: &mut Markup, context: Context<'_>, file: &FileReport) {
    let words = context.words;
    let fields: Vec<&Variable> = file.variables.iter().filter(|variable| tells(variable)).take(MOST).collect();
    if fields.is_empty() {
        return;
    }
    page.element("section", &[("class", "part")], |page| {
        page.leaf("h4", &[], words.distributions);
        let least = context.number(LEAST);
        page.leaf("p", &[("class", "aside")], &fill(words.distributions_lead, &[("least", &least)]));
        page.element("div", &[("class", "distributions")], |page| {
            fields.into_iter().for_each(|variable| one(page, context, variable));
        });
    });
}

/// True for a field of two and more values that say more than that each is there about as often as the next.
fn tells(variable: &Variable) -> bool {
    let frequent = variable.values.iter().filter(|(_, count)| *count >= LEAST).count();
    let shown: u64 = shown(variable).map(|(_, count)| count).sum();
    let present = variable.cells - variable.missing;
    // Figures that nobody knows the meaning of are codes when they are few.
    let is_figure = variable.role == Role::Unknown && matches!(variable.datatype, "integer" | "number");
    !variable.private && frequent >= 2 && shown * 5 >= present && !(is_figure && variable.distinct > CODES)
}

fn shown(variable: &Variable) -> impl Iterator<Item = (&str, u64)> {
    let frequent = variable.values.iter().filter(|(_, count)| *count >= LEAST).take(VALUES);
    frequent.map(|(value, count)| (value.as_str(), *count))
}

fn one(page: &mut Markup, context: Context<'_>, variable: &Variable) {
    let present = variable.cells - variable.missing;
    let greatest = shown(variable).map(|(_, count)| count).max().unwrap_or(1).max(1);
    page.element("table", &[("class", "distribution")], |page| {
        page.leaf("caption", &[], variable.name.as_str());
        page.element("tbody", &[], |page| {
            let mut rest = present;
            for (value, count) in shown(variable) {
                rest = rest.saturating_sub(count);
                page.element("tr", &[], |page| {
                    page.leaf("th", &[("scope", "row")], value);
                    page.element("td", &[("class", "bars")], |page| bar(page, count as f64 / greatest as f64));
                    page.leaf("td", &[("class", "figure")], &context.number(count));
                });
            }
            if rest > 0 {
                page.element("tr", &[("class", "rest")], |page| {
                    page.leaf("th", &[("scope", "row")], context.words.other_values);
                    page.leaf("td", &[], "");
                    page.leaf("td", &[("class", "figure")], &context.number(rest));
                });
            }
        });
    });
}
