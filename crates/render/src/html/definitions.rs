//! What the words of the report mean.

use crate::html::markup::Markup;
use crate::html::{Context, section};

/// Writes the terms with what they mean.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    section(page, "definitions", context.words.definitions, |page| {
        page.element("dl", &[("class", "terms")], |page| {
            for [term, meaning] in context.words.terms {
                page.element("div", &[], |page| {
                    page.leaf("dt", &[], term);
                    page.leaf("dd", &[], meaning);
                });
            }
        });
    });
}
