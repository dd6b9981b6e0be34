use crate::matching::Matching;
use munilint_model::{Body, Findings, Occurrences, Options, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// How *yes* is written, in lower case.
const YES: [&str; 8] = ["ja", "j", "true", "sann", "yes", "y", "x", "1"];

/// How *no* is written, in lower case.
const NO: [&str; 6] = ["nei", "n", "false", "usann", "no", "0"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(values) = field.values.as_deref() else { continue };
        let present: Vec<&ValueFacts> = values.iter().filter(|value| !value.shape.is_missing()).collect();
        let is_flag = |text: &str| means(text, &YES) || means(text, &NO);
        if present.is_empty() || !present.iter().all(|value| is_flag(value.text.trim())) {
            continue;
        }
        let (yes, no) = (ways(values, &YES), ways(values, &NO));
        // A letter alone may be a code: a word, or both letters, tell that the field says yes and no.
        let tells = present.iter().any(|value| value.text.trim().chars().count() > 1)
            || Matching::of(values, |text, _| text.eq_ignore_ascii_case("j")).different()
                * Matching::of(values, |text, _| text.eq_ignore_ascii_case("n")).different()
                > 0;
        if !tells || (yes.len() < 2 && no.len() < 2) {
            continue;
        }
        let mut rare = Occurrences::default();
        [&yes, &no].into_iter().for_each(|ways| rarer(ways).for_each(|(_, seen)| rare.merge(seen)));
        let written = yes.iter().chain(&no).map(|(text, _)| *text);
        found.add(Some(field.column), rare).excerpts("ways", written);
    }
}

fn means(text: &str, words: &[&str]) -> bool {
    words.contains(&text.to_lowercase().as_str())
}

/// The different ways in which the field writes one answer, the most common first.
fn ways<'a>(values: &'a [ValueFacts], words: &[&str]) -> Vec<(&'a str, Occurrences)> {
    let mut ways: Vec<(&str, Occurrences)> = Vec::new();
    for value in values.iter().filter(|value| means(value.text.trim(), words)) {
        let text = value.text.trim();
        match ways.iter_mut().find(|(known, _)| *known == text) {
            Some((_, seen)) => seen.merge(&value.seen),
            None => ways.push((text, value.seen.clone())),
        }
    }
    ways.sort_by(|(_, a), (_, b)| b.count.cmp(&a.count).then_with(|| a.first.cmp(&b.first)));
    ways
}

fn rarer<'a>(ways: &'a [(&'a str, Occurrences)]) -> impl Iterator<Item = &'a (&'a str, Occurrences)> {
    ways.iter().skip(1)
}
