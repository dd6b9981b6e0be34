use super::file_name::file_name;
use super::matches::{Match, Reason, matches};
use munilint_model::{Body, Options, Tables, TablesFound};

pub(crate) const BODY: Body = Body::Tables(judge);

/// A shorter list is no register.
const REGISTER: u64 = 10;

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    for one in matches(tables).iter() {
        let Match { kind, left, right, rows, after, is_register, reasons, .. } = one;
        let lists_all = *is_register && tables[right.table].rows >= REGISTER && !kind.is_time() && !kind.is_area();
        if !lists_all || *after * 5 < *rows * 4 {
            continue;
        }
        let Some(orphans) = reasons.get(&Reason::Absent) else { continue };
        found.in_table(left.table, |found| {
            let column = tables[left.table].fields[left.field].column;
            let draft = found.add(Some(column), orphans.seen.clone());
            draft.message.arguments = orphans.arguments();
            draft.with("other", file_name(tables[right.table], tables[left.table]));
        });
    }
}
