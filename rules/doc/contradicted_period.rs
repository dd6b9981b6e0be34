//! See `contradicted-period.md`.

use super::spans::{Span, of_titles, spans};
use crate::areas::vintage::vintage;
use crate::years::{has_unread_time, years};
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options, Role, TableFacts, Vintage};

pub(crate) const BODY: Body = Body::Described(judge);

/// Fewer different numbers do not tell a division.
const FEWEST: u64 = 5;

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let facts = described.facts;
    // A dataset of several forms may have one for each year.
    let several = described.dataset.distributions.len() > 1;
    let said = spans(described.dataset);
    if said.is_empty() || several {
        return;
    }
    if let Some((first, last)) = years(facts).filter(|_| !has_unread_time(facts)) {
        // The years of several periods may be in any of them.
        if !said.iter().any(|span| holds(span, first, last)) {
            tell(&said[0], (first, last), said[0].variant, described, found);
        } else if let titles = of_titles(described.dataset)
            && let Some(title) = titles.first().filter(|_| !titles.iter().any(|title| holds(title, first, last)))
        {
            tell(title, (first, last), title.variant, described, found);
        }
    } else if let Some(vintage) = division(facts)
        && let last = vintage.to.unwrap_or(i32::MAX)
        && said.iter().all(|span| span.last < vintage.from || span.first > last)
    {
        tell(&said[0], (vintage.from, vintage.to.unwrap_or(vintage.from)), "division", described, found);
    }
}

/// True when the data may be what is meant: a period holds all its years, and a title names some.
fn holds(span: &Span, first: i32, last: i32) -> bool {
    match span.variant {
        "title" => first <= span.last && last >= span.first,
        _ => first >= span.first && last <= span.last,
    }
}

/// The division of municipalities that all numbers of the table fit; `None` when there are few of them or some do not.
fn division(facts: &TableFacts) -> Option<Vintage> {
    let mut fields = facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityNumber);
    let vintage = vintage(fields.next().filter(|_| fields.next().is_none())?)?;
    (vintage.fitting == vintage.codes && vintage.codes >= FEWEST).then_some(vintage)
}

fn tell(
    said: &Span,
    (first, last): (i32, i32),
    variant: &'static str,
    described: &Described<'_>,
    found: &mut DescribedFound,
) {
    let draft = found.of_metadata.add(None, Occurrences::at(said.at)).variant(variant);
    draft.word("said", range(said.first, said.last)).word("data", range(first, last));
    draft.word("from", first.to_string()).excerpt("table", &described.facts.table.source);
}

fn range(first: i32, last: i32) -> String {
    match (first, last) {
        (first, last) if first == last => first.to_string(),
        (i32::MIN, last) => format!("…–{last}"),
        (first, i32::MAX) => format!("{first}–…"),
        (first, last) => format!("{first}–{last}"),
    }
}
