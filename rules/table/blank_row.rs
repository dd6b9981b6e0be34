use munilint_model::{
    Body, Change, Findings, MendOf, Mends, Occurrences, OddityKind, Options, Place, Severity, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut blank = facts.oddities.of(OddityKind::BlankLine).cloned().unwrap_or_default();
    if let Some(seen) = facts.oddities.of(OddityKind::EmptyRecord) {
        blank.merge(seen);
    } else if is_behind_all(facts, &blank) {
        found.add(None, blank).variant("at-end").severity(Severity::Note);
        return;
    }
    if !blank.is_empty() {
        found.add(None, blank);
    }
}

/// True when the first blank line follows the last record: then all of them do.
fn is_behind_all(facts: &TableFacts, blank: &Occurrences) -> bool {
    let last_record = facts.layout().header_row.unwrap_or(0) + facts.rows;
    blank.first.first().and_then(Place::row).is_some_and(|row| row > last_record)
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    let has = |kind: OddityKind| facts.oddities.count(kind) > 0;
    // In a table of one field a blank line may be a missing value; among rows of other widths it may part two tables.
    let is_doubtful = facts.fields.len() < 2 || has(OddityKind::ShortRow) || has(OddityKind::LongRow);
    mends.offer(!is_doubtful, Change::NoBlankRows);
}
