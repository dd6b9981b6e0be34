//! How many rows of a file find a row in another.

use crate::html::markup::Markup;
use crate::html::{Context, Table, section, table};
use munilint_model::JoinKey;

/// So many pairs are shown, those that match worst.
const MOST: usize = 60;

/// Writes the pairs of files. Nothing when there are none.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let (words, joins) = (context.words, &context.report.joins);
    if joins.is_empty() {
        return;
    }
    section(page, "joins", words.joins, |page| {
        page.leaf("p", &[("class", "lead")], words.joins_lead);
        let classes = ["", "", "figure", "figure", "figure"];
        let heads: Vec<(&str, &str)> = classes.into_iter().zip(words.join_heads).collect();
        table(page, context, Table { label: words.joins, class: "list sortable", heads: &heads }, |page| {
            for join in joins.iter().take(MOST) {
                page.element("tr", &[], |page| {
                    page.element("th", &[("scope", "row")], |page| key(page, context, &join.left));
                    page.element("td", &[], |page| {
                        key(page, context, &join.right);
                        for reason in &join.reasons {
                            page.leaf("span", &[("class", "gloss")], reason);
                        }
                    });
                    let share = |rows: u64| format!("{} ({})", context.number(rows), words.share(rows, join.rows));
                    let figures = [context.number(join.rows), share(join.today), share(join.after)];
                    for (figure, value) in figures.iter().zip([join.rows, join.today, join.after]) {
                        page.leaf("td", &[("class", "figure"), ("data-value", &value.to_string())], figure);
                    }
                });
            }
        });
    });
}

fn key(page: &mut Markup, context: Context<'_>, key: &JoinKey) {
    page.text(context.words.language.field_name(key.field.clone(), key.column).as_str());
    page.leaf("span", &[("class", "gloss")], &key.source);
}
