//! The law on fixes: see [`crate::laws`].

use crate::laws::Breach;
use crate::mender::{Mender, Mendings};
use munilint_engine::{Checker, Key, Permission, Plan};
use munilint_model::{Fix, Language};
use munilint_pack::{Example, ExampleKind, Page, fixed_block};
use std::io;
use std::ops::Range;
use std::sync::Arc;

/// The key with which pseudonyms of examples are made.
const KEY: &[u8] = b"a key for examples only";

/// Of longer bad examples no fixed one is shown.
const LONGEST_SHOWN: usize = 4096;

/// How the fix of a page breaks the law.
pub(crate) fn breaches(page: &Page, plan: &Plan) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if (page.rule.fix == Fix::None) != page.rule.mend.is_none() {
        breaches.push(Breach { line: 1, text: "the page claims a fix that the rule does not have".to_owned() });
    }
    if page.rule.mend.is_none() {
        return breaches;
    }
    let mut breach = |example: &Example, text: String| breaches.push(Breach { line: example.line, text });
    let mut is_mended = false;
    for (at, example) in page.examples.iter().enumerate().filter(|(_, example)| example.kind != ExampleKind::Fixed) {
        let mendings = match mend(page, plan, &example.name, &example.bytes) {
            Ok(mendings) => mendings,
            Err(error) => {
                breach(example, format!("not mended: {error}"));
                continue;
            }
        };
        let changed = *mendings.bytes != example.bytes;
        is_mended |= changed;
        let fixed = page.examples.get(at + 1).filter(|next| next.kind == ExampleKind::Fixed);
        let shown = fixed.map(|fixed| &*fixed.bytes);
        let meant = (changed && example.bytes.len() <= LONGEST_SHOWN).then_some(&**mendings.bytes);
        if shown != meant {
            let text =
                |bytes: Option<&[u8]>| bytes.map_or("nothing".to_owned(), |bytes| format!("{}", bytes.escape_ascii()));
            breach(example, format!("expected as fixed\n    {}\n  but it becomes\n    {}", text(shown), text(meant)));
        }
        if changed && !mendings.rest.findings.is_empty() {
            breach(example, "the fix leaves a finding".to_owned());
        }
        match mend(page, plan, &example.name, &mendings.bytes) {
            Ok(again) if again.bytes == mendings.bytes => {}
            _ => breach(example, "the fix, applied again, changes something".to_owned()),
        }
    }
    if !is_mended {
        breaches.push(Breach { line: 1, text: "the fix of the page mends none of its examples".to_owned() });
    }
    breaches
}

/// Where in the page `text` a fixed example of a bad one belongs, and what it is. `None` when there is none.
pub(crate) fn updated(page: &Page, plan: &Plan, example: &Example, text: &str) -> Option<(Range<usize>, String)> {
    page.rule.mend?;
    let findings = example.findings_span.as_ref()?;
    let mendings = mend(page, plan, &example.name, &example.bytes).ok()?;
    if *mendings.bytes == example.bytes || example.bytes.len() > LONGEST_SHOWN {
        return None;
    }
    let block = fixed_block(&example.format, &mendings.bytes)?;
    let line_after = |at: usize| text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1);
    let at = page.examples.iter().position(|other| other.line == example.line)?;
    Some(match page.examples.get(at + 1).filter(|next| next.kind == ExampleKind::Fixed) {
        Some(fixed) => {
            let start = text[..fixed.span.start - 1].rfind('\n').map_or(0, |newline| newline + 1);
            (start..line_after(fixed.span.end), block)
        }
        None => {
            let end = line_after(findings.end);
            (end..end, format!("\n{block}"))
        }
    })
}

/// Mends as far as the page says that it can.
fn mend(page: &Page, plan: &Plan, name: &str, bytes: &[u8]) -> io::Result<Mendings> {
    let key = Key::of(KEY);
    let permission = Permission { suggested: page.rule.fix == Fix::Unsafe, key: key.as_ref() };
    let checker = Checker { language: Language::En, threads: 1, describe: None };
    let mender = Mender { plan, checker, permission, name: Arc::from(name), path: name };
    mender.mend(&Arc::new(bytes.to_vec()))
}
