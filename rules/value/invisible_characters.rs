use super::many_fields::report;
use munilint_detect::text::{TextFault, text_fault_utf8};
use munilint_model::{Body, CellMend, Change, Findings, MendOf, Mends, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut each = Findings::default();
    for field in facts.fields.iter().filter(|field| !field.text.invisible.is_empty()) {
        each.add(Some(field.column), field.text.invisible.clone());
    }
    report(each.drafts, facts, found);
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    let visible = CellMend::new(visible);
    for field in facts.fields.iter().filter(|field| !field.text.invisible.is_empty()) {
        mends.safe(Change::Cells { column: field.column, mend: visible.clone() });
    }
}

/// What stands for a blank.
fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// What has no width and no meaning: soft hyphen, zero-width space, word joiner, byte order mark.
fn is_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The value with blanks for typographic spaces, one for several in a row and none at the ends. `None` where a mark tells how
/// letters join or which way they are read, or where the character is a part of twice-decoded text.
fn visible(value: &str) -> Option<String> {
    let fault = |(at, c): (usize, char)| {
        let found = text_fault_utf8(value.as_bytes(), at).map(|(fault, _)| fault);
        matches!(found, Some(TextFault::Mojibake | TextFault::Replacement))
            || found == Some(TextFault::Invisible) && !is_space(c) && !is_nothing(c)
    };
    if value.char_indices().any(fault) {
        return None;
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let run = rest.len() - rest.trim_start_matches(|c| c == ' ' || is_space(c) || is_nothing(c)).len();
        let (blanks, after) = rest.split_at(run);
        if run == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        if !blanks.contains(|c| is_space(c) || is_nothing(c)) {
            out.push_str(blanks);
        } else if blanks.contains(|c| c == ' ' || is_space(c)) && !out.is_empty() && !after.is_empty() {
            out.push(' ');
        }
        rest = after;
    }
    Some(out)
}
