use super::file_name::file_name;
use super::key::Kind;
use super::matches::{Match, Reason, matches};
use munilint_model::{Body, FieldOf, Options, Severity, Tables, TablesFound};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Tables(judge);

/// What no rule for a single file tells.
const CODINGS: [Reason; 4] = [Reason::Names, Reason::Words, Reason::Case, Reason::Notation];

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    let mut told: BTreeSet<FieldOf> = BTreeSet::new();
    for Match { kind, left, right, rows, values, reasons, .. } in matches(tables).iter() {
        let codings = CODINGS.iter().filter_map(|coding| Some((coding, reasons.get(coding)?)));
        let most = codings.max_by_key(|(_, rows)| rows.seen.count);
        // Names that hardly repeat are texts.
        let is_coded = !matches!(kind, Kind::Named(_)) || *values as u64 * 2 <= *rows;
        // Of several files in another coding the first is enough.
        let Some((coding, rows)) = most.filter(|_| is_coded && told.insert(*left)) else { continue };
        found.in_table(left.table, |found| {
            let column = tables[left.table].fields[left.field].column;
            let draft = found.add(Some(column), rows.seen.clone());
            draft.message.arguments = rows.arguments();
            draft.with("other", file_name(tables[right.table], tables[left.table]));
            // A table that has names alone may be meant so.
            draft.severity = (*coding == Reason::Names).then_some(Severity::Note);
        });
    }
}
