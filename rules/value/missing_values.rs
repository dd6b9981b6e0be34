use munilint_model::{Body, Findings, Occurrences, OddityKind, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// What the names of fields for remarks have in them: such a field is empty where there is nothing to remark.
const REMARKS: [&str; 7] = ["merknad", "kommentar", "anmerkning", "fotnote", "comment", "remark", "footnote"];

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let limit = options.number("limit");
    let rows = facts.rows.saturating_sub(facts.oddities.count(OddityKind::EmptyRecord));
    for field in &facts.fields {
        let mut seen = Occurrences::default();
        for shape in Shape::ALL.into_iter().filter(|shape| shape.is_missing()) {
            seen.merge(field.shape(shape));
        }
        // A cell that a short row lacks has no place.
        seen.count += field.absent;
        let seen = outside_blank_rows(seen, facts);
        if field.present() == 0 || (seen.count as f64) <= limit * rows as f64 || is_for_remarks(&field.name) {
            continue;
        }
        let missing = seen.count;
        found.add(Some(field.column), seen).share("share", missing, rows);
    }
}

fn is_for_remarks(name: &str) -> bool {
    let name = name.to_lowercase();
    REMARKS.iter().any(|word| name.contains(word))
}

/// Missing cells without those of rows that have nothing in them, which are the matter of another rule.
pub(super) fn outside_blank_rows(mut missing: Occurrences, facts: &TableFacts) -> Occurrences {
    if let Some(blank) = facts.oddities.of(OddityKind::EmptyRecord) {
        missing.count = missing.count.saturating_sub(blank.count);
        missing.first.retain(|place| blank.first.iter().all(|row| row.row() != place.row()));
        missing.first.truncate(usize::try_from(missing.count).unwrap_or(usize::MAX));
    }
    missing
}
