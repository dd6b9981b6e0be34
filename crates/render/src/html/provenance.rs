//! What the report was made with, so that it can be made again.

use crate::html::markup::Markup;
use crate::html::{Context, Table, section, table};

/// Writes versions and hashes.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let (words, report) = (context.words, context.report);
    let provenance = &report.provenance;
    section(page, "provenance", words.provenance, |page| {
        page.leaf("p", &[("class", "lead")], words.provenance_lead);
        page.element("dl", &[("class", "terms")], |page| {
            page.element("div", &[], |page| {
                page.leaf("dt", &[], words.tool);
                page.leaf("dd", &[], concat!("munilint ", env!("CARGO_PKG_VERSION")));
            });
            if let Some(hash) = &provenance.rules {
                page.element("div", &[], |page| {
                    page.leaf("dt", &[], words.rules_hash);
                    page.element("dd", &[("class", "hash")], |page| page.text(hash));
                });
            }
        });
        let inputs = report.files.iter().map(|file| {
            let hash = file.sha256.as_deref().unwrap_or(words.no_hash);
            (&*file.path, hash)
        });
        hashes(page, context, words.inputs, inputs);
        hashes(
            page,
            context,
            words.configurations,
            provenance.configurations.iter().map(|(name, hash)| (&**name, &**hash)),
        );
        hashes(page, context, words.codelists, provenance.codelists.iter().map(|(name, hash)| (&**name, &**hash)));
    });
}

/// A table of names with their hashes, folded away. Nothing when there are none.
fn hashes<'a>(page: &mut Markup, context: Context<'_>, title: &str, all: impl Iterator<Item = (&'a str, &'a str)>) {
    let mut all = all.peekable();
    if all.peek().is_none() {
        return;
    }
    page.element("details", &[("class", "hashes")], |page| {
        page.leaf("summary", &[], title);
        table(page, context, Table { label: title, class: "list", heads: &[("", title), ("", "SHA-256")] }, |page| {
            for (name, hash) in all {
                page.element("tr", &[], |page| {
                    page.leaf("th", &[("scope", "row")], name);
                    page.leaf("td", &[("class", "hash")], hash);
                });
            }
        });
    });
}
