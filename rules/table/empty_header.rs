use munilint_model::{Body, Findings, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let Some(seen) = facts.oddities.of(OddityKind::EmptyName) else { return };
    let columns: Vec<String> =
        seen.first.iter().filter_map(|place| place.column()).map(|column| column.to_string()).collect();
    let more = if seen.count > columns.len() as u64 { " …" } else { "" };
    found.add(None, seen.clone()).word("columns", columns.join(", ") + more);
}
