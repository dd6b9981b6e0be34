//! What could not be done.

use crate::html::markup::Markup;
use crate::html::{Context, section};

/// Writes the problems of the run. Nothing when there are none.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let problems = &context.report.problems;
    if problems.is_empty() {
        return;
    }
    section(page, "problems", context.words.problems, |page| {
        page.leaf("p", &[("class", "lead")], context.words.problems_lead);
        page.element("ul", &[("class", "plain")], |page| {
            for problem in problems {
                page.element("li", &[], |page| {
                    if let Some(path) = &problem.path {
                        page.leaf("b", &[], path);
                        page.text(": ");
                    }
                    page.text(&problem.text);
                });
            }
        });
    });
}
