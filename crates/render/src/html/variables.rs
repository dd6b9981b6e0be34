//! The list of variables, as they were found.

use crate::html::markup::Markup;
use crate::html::{Context, Table, table};
use crate::words::fill;
use munilint_model::{Excerpt, FileReport, Role, RoleOrigin, Variable};

/// Writes the list of a file. Nothing when it was not asked for.
pub(crate) fn write(page: &mut Markup, context: Context<'_>, file: &FileReport) {
    if file.variables.is_empty() {
        return;
    }
    let words = context.words;
    page.element("section", &[("class", "part")], |page| {
        page.leaf("h4", &[], words.variables);
        page.leaf("p", &[("class", "aside")], words.variables_lead);
        let classes = ["figure", "", "", "", "", "figure", "figure"];
        let heads: Vec<(&str, &str)> = classes.into_iter().zip(words.heads).collect();
        let label = format!("{}: {}", words.variables, file.path);
        table(page, context, Table { label: &label, class: "variables sortable", heads: &heads }, |page| {
            file.variables.iter().for_each(|variable| row(page, context, variable));
        });
    });
}

fn row(page: &mut Markup, context: Context<'_>, variable: &Variable) {
    let words = context.words;
    page.element("tr", &[], |page| {
        page.leaf("td", &[("class", "figure")], &variable.column.to_string());
        page.leaf("th", &[("scope", "row")], variable.name.as_str());
        page.element("td", &[], |page| about(page, context, variable));
        page.element("td", &[], |page| {
            page.text(words.datatype(variable.datatype));
            if let Some(unit) = &variable.unit {
                page.leaf("span", &[("class", "gloss")], Excerpt::of(unit).as_str());
            }
        });
        page.element("td", &[], |page| match &variable.range {
            _ if variable.private => page.leaf("span", &[("class", "gloss")], words.private),
            Some([least, greatest]) => {
                // A dash between dates or below zero needs room.
                let apart = if format!("{least}{greatest}").contains('-') { " – " } else { "–" };
                page.text(&format!("{}{apart}{}", figure(context, least), figure(context, greatest)));
            }
            None => {}
        });
        let missing = variable.missing.to_string();
        page.element("td", &[("class", "figure"), ("data-value", &missing)], |page| {
            if variable.missing == 0 {
                page.leaf("span", &[("class", "gloss")], words.all_present);
                return;
            }
            page.text(&words.share(variable.missing, variable.cells));
            markers(page, context, variable);
        });
        let distinct = variable.distinct.to_string();
        page.element("td", &[("class", "figure"), ("data-value", &distinct)], |page| {
            if !variable.distinct_exact {
                page.leaf("span", &[("class", "kind")], words.about);
                page.text("\u{a0}");
            }
            page.text(&context.number(variable.distinct));
        });
    });
}

fn about(page: &mut Markup, context: Context<'_>, variable: &Variable) {
    let words = context.words;
    if variable.role == Role::Unknown {
        page.leaf("span", &[("class", "gloss")], words.role(variable.role));
        return;
    }
    page.text(words.role(variable.role));
    if matches!(variable.role_origin, Some(RoleOrigin::Configuration | RoleOrigin::TableSchema)) {
        page.leaf("span", &[("class", "gloss")], words.declared);
    }
}

/// The markers that stand for missing values, as they are written.
fn markers(page: &mut Markup, context: Context<'_>, variable: &Variable) {
    if variable.markers.is_empty() {
        return;
    }
    let shown: Vec<String> =
        variable.markers.iter().map(|(marker, _)| context.quoted(Excerpt::of(marker).as_str())).collect();
    let list = context.shared.list(&shown);
    page.leaf("span", &[("class", "gloss")], &fill(context.words.markers, &[("markers", &list)]));
}

/// A figure as the language writes it. Dates and years are as they are.
pub(crate) fn figure(context: Context<'_>, text: &str) -> String {
    if let Some(Ok(rounded)) = text.strip_prefix("≈ ").map(str::parse) {
        return format!("≈\u{a0}{}", super::spread::figure(context, rounded));
    }
    let digits = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (sign, rest) = text.split_at(digits);
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let Ok(count) = whole.parse() else { return text.to_owned() };
    let mark = if context.words.lang == "en" { '.' } else { ',' };
    let fraction = fraction.map(|fraction| format!("{mark}{fraction}")).unwrap_or_default();
    format!("{}{}{fraction}", sign.replace('-', "−"), context.number(count))
}
