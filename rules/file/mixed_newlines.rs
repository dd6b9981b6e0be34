use munilint_model::{Body, Findings, Occurrences, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

const KINDS: [OddityKind; 3] = [OddityKind::EndsLf, OddityKind::EndsCrlf, OddityKind::EndsCr];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let counts = KINDS.map(|kind| facts.oddities.count(kind));
    let most = counts.into_iter().max().unwrap_or(0);
    let usual = counts.iter().position(|&count| count == most);
    let mut others = Occurrences::default();
    for (i, kind) in KINDS.into_iter().enumerate() {
        if Some(i) != usual
            && let Some(seen) = facts.oddities.of(kind)
        {
            // A reader tells only the first place of each run it hands out: no more than the first of all can be shown.
            others.add_many(seen.count, &seen.first[..seen.first.len().min(1)]);
        }
    }
    if others.is_empty() {
        return;
    }
    let first_line = others.first.iter().any(|place| place.span().is_some_and(|span| span.line == 1));
    let lone_separator_line = facts.layout().separator_line && others.count == 1 && first_line;
    // Excel wrote that line, and another rule tells of it.
    if lone_separator_line {
        return;
    }
    let draft = found.add(None, others);
    draft.count("lf", counts[0]).count("crlf", counts[1]).count("cr", counts[2]);
}
