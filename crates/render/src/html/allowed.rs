//! Findings that the configuration allows, with their reasons.

use crate::html::markup::Markup;
use crate::html::{Context, icon, section};
use crate::words::fill;
use munilint_model::{Allowed, Date, Excerpt, Finding};
use std::collections::BTreeMap;

/// So many findings of one reason are shown.
const MOST: usize = 50;

/// Writes what is allowed, reason by reason. Nothing when nothing is.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let (words, report) = (context.words, context.report);
    if report.allowed.is_empty() {
        return;
    }
    let mut reasons: BTreeMap<(&Excerpt, Option<Date>), Vec<&Allowed>> = BTreeMap::new();
    for allowed in &report.allowed {
        reasons.entry((&allowed.reason, allowed.until)).or_default().push(allowed);
    }
    section(page, "allowed", words.allowed, |page| {
        page.leaf("p", &[("class", "lead")], words.allowed_lead);
        for ((reason, until), all) in reasons {
            page.element("section", &[("class", "part")], |page| {
                page.element("h3", &[], |page| {
                    page.leaf("span", &[("class", "kind")], words.reason);
                    page.text(" ");
                    page.text(reason.as_str());
                });
                let count = words.counted(&words.finding, all.len() as u64);
                let until = until.map(|date| fill(words.until, &[("date", &date.to_string())]));
                page.leaf(
                    "p",
                    &[("class", "aside")],
                    &std::iter::once(count).chain(until).collect::<Vec<_>>().join(", "),
                );
                page.element("ul", &[("class", "plain")], |page| {
                    all.iter().take(MOST).for_each(|allowed| one(page, context, &allowed.finding, None));
                });
                if all.len() > MOST {
                    let more = context.number((all.len() - MOST) as u64);
                    page.leaf("p", &[("class", "aside")], &fill(words.more, &[("count", &more)]));
                }
            });
        }
    });
}

/// A finding in a line, and what there is to remark.
pub(crate) fn one(page: &mut Markup, context: Context<'_>, finding: &Finding, remark: Option<&str>) {
    page.element("li", &[("class", finding.severity.name())], |page| {
        page.element("span", &[("class", "severity")], |page| {
            icon::severity(page, finding.severity);
            page.text(&super::opening::capital(context.words.severity(finding.severity)[0]));
        });
        page.text(" ");
        page.text(&finding.text);
        let field = finding.field_in(context.words.language).map(|field| context.quoted(field.as_str()));
        let parts = [Some(finding.source.to_string()), field, remark.map(str::to_owned)];
        page.leaf("span", &[("class", "gloss")], &parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    });
}
