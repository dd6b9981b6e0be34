//! How values are spread: bars for figures and time, and the most frequent values of fields that repeat them.

use crate::html::Context;
use crate::html::markup::Markup;
use crate::html::scores::bar;
use crate::html::spread;
use crate::words::fill;
use munilint_model::{FileReport, LEAST, Role, Variable};

/// So many fields are shown.
const MOST: usize = 15;

/// More different figures are no codes.
const CODES: u64 = 10;

/// So many values of each.
const VALUES: usize = 8;

/// Writes the pictures of a file. Nothing when no field has anything to show.
pub(crate) fn write(page: &mut Markup, context: Context<'_>, file: &FileReport) {
    let words = context.words;
    let fields: Vec<&Variable> =
        file.variables.iter().filter(|variable| variable.distribution.is_some() || tells(variable)).collect();
    if fields.is_empty() {
        return;
    }
    page.element("section", &[("class", "part")], |page| {
        page.leaf("h4", &[], words.distributions);
        let least = context.number(LEAST);
        page.leaf("p", &[("class", "aside")], &fill(words.distributions_lead, &[("least", &least)]));
        page.element("div", &[("class", "distributions")], |page| {
            for variable in fields.iter().take(MOST) {
                match &variable.distribution {
                    Some(distribution) => spread::write(page, context, variable, distribution),
                    None => frequent(page, context, variable),
                }
            }
        });
        if fields.len() > MOST {
            let more = context.words.counted(&words.field, (fields.len() - MOST) as u64);
            page.leaf("p", &[("class", "aside")], &fill(words.more, &[("count", &more)]));
        }
    });
}

/// True for a field of two and more values that say more than that each is there about as often as the next.
fn tells(variable: &Variable) -> bool {
    let shown: u64 = shown(variable).map(|(_, count)| count).sum();
    let present = variable.cells - variable.missing;
    // Figures that nobody knows the meaning of are codes when they are few.
    let is_figure = variable.role == Role::Unknown && matches!(variable.datatype, "integer" | "number");
    !variable.private
        && variable.frequent().nth(1).is_some()
        && shown * 5 >= present
        && !(is_figure && variable.distinct > CODES)
}

fn shown(variable: &Variable) -> impl Iterator<Item = (&str, u64)> {
    variable.frequent().take(VALUES).map(|(value, count)| (value.as_str(), count))
}

fn frequent(page: &mut Markup, context: Context<'_>, variable: &Variable) {
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
