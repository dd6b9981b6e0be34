use super::matches::{Match, matches};
use munilint_model::{Body, JoinDraft, Message, Options, TableFacts, TablesFound};

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &[&TableFacts], _: &Options, found: &mut TablesFound) {
    found.joins.extend(matches(tables).into_iter().map(
        |Match { left, right, rows, today, after, reasons, .. }| {
            let message = |(reason, rows): (super::matches::Reason, super::matches::Rows)| Message {
                variant: reason.variant(),
                arguments: rows.arguments(),
            };
            JoinDraft { left, right, rows, today, after, reasons: reasons.into_iter().map(message).collect() }
        },
    ));
}
