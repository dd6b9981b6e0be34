//! Findings that are within their limits or known from the baseline.

use crate::gate;
use crate::html::markup::Markup;
use crate::html::{Context, allowed, section};
use crate::words::fill;
use munilint_model::Finding;

/// So many findings of each reason are shown.
const MOST: usize = 50;

/// Writes what is held against limits and a baseline. Nothing when there are none.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let (words, report) = (context.words, context.report);
    if report.known().is_empty() && report.mended().is_empty() && report.tolerated.is_empty() {
        return;
    }
    let sentences = gate::sentences(report);
    section(page, "held", words.held, |page| {
        page.leaf("p", &[("class", "lead")], words.held_lead);
        sentences.iter().for_each(|sentence| page.leaf("p", &[], sentence));
        let known = report.known().iter().map(|one| (&one.finding, gate::why_known(one, report.language)));
        list(page, context, words.known, known.collect());
        let within = report.tolerated.iter().map(|one| (&one.finding, gate::why_tolerated(one, report.language)));
        list(page, context, words.within, within.collect());
    });
}

fn list(page: &mut Markup, context: Context<'_>, title: &str, all: Vec<(&Finding, String)>) {
    if all.is_empty() {
        return;
    }
    page.element("section", &[("class", "part")], |page| {
        page.leaf("h3", &[], title);
        page.element("ul", &[("class", "plain")], |page| {
            all.iter().take(MOST).for_each(|(finding, why)| allowed::one(page, context, finding, Some(why)));
        });
        if all.len() > MOST {
            let more = context.number((all.len() - MOST) as u64);
            page.leaf("p", &[("class", "aside")], &fill(context.words.more, &[("count", &more)]));
        }
    });
}
