//! Small pictures that tell severities and verdicts apart without colour. The word always stands beside them.

use crate::html::markup::Markup;
use munilint_model::{Severity, Verdict};

/// A square with a bar for an error, a triangle for a warning, a ring for a note.
pub(crate) fn severity(page: &mut Markup, severity: Severity) {
    picture(page, |page| match severity {
        Severity::Error => {
            page.shape("path", &[("class", "solid"), ("d", "M5 1h6l4 4v6l-4 4H5l-4-4V5z")]);
            page.shape("path", &[("class", "knock"), ("d", "M7 4h2v5H7zM7 10.4h2v2H7z")]);
        }
        Severity::Warning => triangle(page),
        Severity::Note => {
            page.shape("circle", &[("class", "ring"), ("cx", "8"), ("cy", "8"), ("r", "6")]);
            page.shape("path", &[("class", "solid"), ("d", "M7.1 7h1.8v4.8H7.1zM7.1 4.2h1.8V6H7.1z")]);
        }
    });
}

/// A barred circle, a triangle, a question mark, an open ring.
pub(crate) fn verdict(page: &mut Markup, verdict: Verdict) {
    picture(page, |page| match verdict {
        Verdict::Stopped => {
            page.shape("circle", &[("class", "solid"), ("cx", "8"), ("cy", "8"), ("r", "7.4")]);
            page.shape("path", &[("class", "knock"), ("d", "M3.4 6.7h9.2v2.6H3.4z")]);
        }
        Verdict::Unready => triangle(page),
        Verdict::Unknown => {
            page.shape("circle", &[("class", "ring"), ("cx", "8"), ("cy", "8"), ("r", "6.6")]);
            let mark = "M5.6 6.2C5.6 4.7 6.6 3.8 8 3.8s2.4.9 2.4 2.2c0 1.6-1.6 1.8-1.6 3.2H7.2c0-2 1.6-2.2 1.6-3.2 0-.5-.3-.8-.8-.8-.6 0-.8.4-.8 1zM7.1 10.4h1.8v1.8H7.1z";
            page.shape("path", &[("class", "solid"), ("d", mark)]);
        }
        Verdict::Clear => {
            page.shape("circle", &[("class", "ring"), ("cx", "8"), ("cy", "8"), ("r", "6.6")]);
            page.shape("path", &[("class", "tick"), ("d", "M4.6 8.2 7 10.6l4.4-4.8")]);
        }
    });
}

fn picture(page: &mut Markup, inside: impl FnOnce(&mut Markup)) {
    page.element("svg", &[("class", "icon"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")], inside);
}

fn triangle(page: &mut Markup) {
    page.shape("path", &[("class", "solid"), ("d", "M8 1.2 15.4 14.6H.6z")]);
    page.shape("path", &[("class", "knock"), ("d", "M7.1 5.6h1.8v4.6H7.1zM7.1 11.3h1.8v1.8H7.1z")]);
}
