use crate::matching::Matching;
use munilint_model::{Body, Findings, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Lengths, in characters, at which systems cut texts.
const LIMITS: [usize; 6] = [30, 40, 50, 60, 80, 100];

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let least = options.number("least") as usize;
    for field in &facts.fields {
        let Some(values) = field.values.as_deref() else { continue };
        let length = |text: &str| text.chars().count();
        let longest = values.iter().filter(|v| v.shape == Shape::Text).map(|v| length(&v.text)).max().unwrap_or(0);
        if !LIMITS.contains(&longest) {
            continue;
        }
        let at_limit = Matching::of(values, |_, value| length(&value.text) == longest);
        let near = Matching::of(values, |_, value| (longest - 4..longest).contains(&length(&value.text)));
        let shorter = Matching::of(values, |_, value| length(&value.text) < longest);
        // Without a cut, texts get rarer towards the longest one.
        if at_limit.different() >= least
            && at_limit.different() > near.different()
            && shorter.different() >= at_limit.different()
        {
            let draft = found.add(Some(field.column), at_limit.seen);
            draft.count("length", longest as u64).excerpt("example", at_limit.example);
        }
    }
}
