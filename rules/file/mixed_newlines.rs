use munilint_model::{Body, Change, Findings, LineEnding, MendOf, Mends, Occurrences, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

const KINDS: [OddityKind; 3] = [OddityKind::EndsLf, OddityKind::EndsCrlf, OddityKind::EndsCr];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let (counts, usual) = counted(facts);
    let mut others = Occurrences::default();
    for (i, kind) in KINDS.into_iter().enumerate() {
        if i != usual
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
    let ([.., cr], usual) = counted(facts);
    // A lone CR may be a line break that was typed inside a value.
    mends.offer(cr == 0, Change::LineEndings([LineEnding::Lf, LineEnding::Crlf, LineEnding::Cr][usual]));
}

/// How many lines end in each way, and in which of them most do.
fn counted(facts: &TableFacts) -> ([u64; 3], usize) {
    let counts = KINDS.map(|kind| facts.oddities.count(kind));
    let usual = (0..counts.len()).rev().max_by_key(|&kind| counts[kind]).unwrap_or_default();
    (counts, usual)
}
