use super::matches::{Match, Reason, Rows, matches};
use munilint_model::{Body, JoinDraft, Message, Options, Tables, TablesFound};

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    found.joins.extend(matches(tables).iter().map(draft));
}

fn draft(one: &Match) -> JoinDraft {
    let &Match { left, right, rows, today, after, .. } = one;
    let message = |(reason, rows): (&Reason, &Rows)| Message { variant: reason.variant(), arguments: rows.arguments() };
    JoinDraft { left, right, rows, today, after, reasons: one.reasons.iter().map(message).collect() }
}
