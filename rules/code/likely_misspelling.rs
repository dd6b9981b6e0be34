use super::label_fields::labels;
use crate::areas::names::is_known_name;
use munilint_detect::header::fold;
use munilint_detect::label::is_slip;
use munilint_model::{Body, Findings, Occurrences, Options, TableFacts};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let (share, times) = (options.number("share"), options.number("times") as u64);
    for field in &facts.fields {
        let most = (field.present() as f64 * share) as u64;
        let slips = slips(labels(field).into_iter().map(|v| (v.text.trim(), &v.seen)), most, times);
        let Some(first) = slips.first() else { continue };
        let mut seen = Occurrences::default();
        slips.iter().for_each(|slip| seen.merge(&slip.seen));
        let draft = found.add(Some(field.column), seen).excerpt("example", first.text).excerpt("meant", first.meant);
        draft.count("others", first.usual).count("labels", slips.len() as u64);
    }
}

/// A rare value with the frequent one that it looks like.
struct Slip<'a> {
    text: &'a str,
    seen: Occurrences,
    meant: &'a str,
    /// How often that one stands.
    usual: u64,
}

/// The values that stand at most `most` times and look like one that stands at least so many `times` more often.
fn slips<'a>(values: impl Iterator<Item = (&'a str, &'a Occurrences)>, most: u64, times: u64) -> Vec<Slip<'a>> {
    if most == 0 {
        return Vec::new();
    }
    let mut spellings: BTreeMap<String, (&str, Occurrences)> = BTreeMap::new();
    for (text, seen) in values {
        spellings.entry(fold(text)).or_insert((text, Occurrences::default())).1.merge(seen);
    }
    let spellings: Vec<(String, (&str, Occurrences))> = spellings.into_iter().collect();
    let mut slips = Vec::new();
    // A slip keeps the first letter, so that only labels with the same one are compared.
    for group in spellings.chunk_by(|a, b| a.0.chars().next() == b.0.chars().next()) {
        for (folded, (text, seen)) in group.iter().filter(|(_, (_, seen))| seen.count <= most) {
            let frequent = group.iter().filter(|(_, (_, other))| other.count >= seen.count * times);
            let like = frequent.filter(|(other, ..)| is_slip(folded, other));
            let Some((_, (meant, usual))) = like.max_by_key(|(_, (meant, other))| (other.count, *meant)) else {
                continue;
            };
            let is_place = |word: &str| is_known_name(word) && !meant.contains(word);
            if !is_known_name(text) && !text.split_whitespace().any(is_place) {
                slips.push(Slip { text, seen: seen.clone(), meant, usual: usual.count });
            }
        }
    }
    slips.sort_by(|a, b| (&a.seen.first, a.text).cmp(&(&b.seen.first, b.text)));
    slips
}
