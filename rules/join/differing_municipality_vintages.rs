use super::file_name::file_name;
use super::matches::{Match, Reason, matches};
use munilint_model::{Body, FieldOf, Options, Tables, TablesFound};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    let mut told: BTreeSet<FieldOf> = BTreeSet::new();
    for Match { left, right, reasons, .. } in matches(tables).iter() {
        let moved = [Reason::Recode, Reason::Split].iter().filter_map(|reason| reasons.get(reason));
        let moved: Vec<_> = moved.collect();
        let Some(first) = moved.first().filter(|_| told.insert(*left)) else { continue };
        found.in_table(left.table, |found| {
            let mut seen = first.seen.clone();
            moved.iter().skip(1).for_each(|rows| seen.merge(&rows.seen));
            let draft = found.add(Some(tables[left.table].fields[left.field].column), seen);
            let count = draft.seen.count;
            draft.message.arguments = first.arguments();
            draft.count("count", count).with("other", file_name(tables[right.table], tables[left.table]));
        });
    }
}
