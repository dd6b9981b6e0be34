use munilint_model::{Body, Findings, Occurrences, OddityKind, Options, Place, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

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
