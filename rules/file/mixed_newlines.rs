use munilint_model::{Body, Change, Findings, LineEnding, MendOf, Mends, Occurrences, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

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
    // The program that writes `sep=` ends that line in its own way, and another rule asks to take the line away.
    if facts.layout().separator_line && others.count == 1 && first_line {
        return;
    }
    found.add(None, others).count("lf", counts[0]).count("crlf", counts[1]).count("cr", counts[2]);
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    let [lf, crlf, cr] = KINDS.map(|kind| facts.oddities.count(kind));
    let usual = if lf >= crlf && lf >= cr {
        LineEnding::Lf
    } else if crlf >= cr {
        LineEnding::Crlf
    } else {
        LineEnding::Cr
    };
    // A lone CR may be a line break that was typed inside a value.
    mends.offer(cr == 0, Change::LineEndings(usual));
}
