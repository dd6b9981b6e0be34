use crate::matching::present;
use munilint_detect::suppression::{Suppression, suppression};
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, TableFacts};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BODY: Body = Body::Facts(judge);

/// One way of hiding figures: how it is written first, where it stands, and in which fields.
#[derive(Default)]
struct Way {
    text: String,
    seen: Occurrences,
    columns: BTreeSet<u32>,
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut ways: BTreeMap<Suppression, Way> = BTreeMap::new();
    for field in &facts.fields {
        let signs = signs(field);
        let hidden: u64 = signs.iter().map(|(_, _, seen)| seen.count).sum();
        // Where there are hardly any figures, the signs may be words.
        if field.numeric() == 0 || field.numeric() * 2 + hidden < field.present() {
            continue;
        }
        for (sign, text, seen) in signs {
            let way = ways.entry(sign).or_default();
            if way.seen.first.first() > seen.first.first() || way.text.is_empty() {
                text.clone_into(&mut way.text);
            }
            way.seen.merge(seen);
            way.columns.insert(field.column);
        }
    }
    // The earliest of the most common is the usual one.
    let by_count = |a: &&Occurrences, b: &&Occurrences| a.count.cmp(&b.count).then_with(|| b.first.cmp(&a.first));
    let Some(usual) = ways.values().map(|way| &way.seen).max_by(by_count).cloned() else { return };
    let others: Vec<&Way> = ways.values().filter(|way| way.seen != usual).collect();
    let mut seen = Occurrences::default();
    others.iter().for_each(|way| seen.merge(&way.seen));
    if seen.is_empty() {
        return;
    }
    let columns: BTreeSet<u32> = ways.values().flat_map(|way| way.columns.iter().copied()).collect();
    let column = columns.first().copied().filter(|_| columns.len() == 1);
    let mut shown: Vec<&Way> = ways.values().collect();
    shown.sort_by_key(|way| (u64::MAX - way.seen.count, way.seen.first.first().copied()));
    found.add(column, seen).excerpts("signs", shown.iter().map(|way| way.text.as_str()));
}

/// The signs of a field with what they are and where they stand; those that a schema explains are left out.
fn signs(field: &FieldFacts) -> Vec<(Suppression, &str, &Occurrences)> {
    let texts = present(field).into_iter().map(|value| (value.text.as_str(), &value.seen));
    let markers = field.markers.iter().map(|tally| (tally.marker.as_str(), &tally.seen));
    let unexplained = texts.chain(markers).filter(|(text, _)| !field.documents(text.trim()));
    unexplained.filter_map(|(text, seen)| Some((suppression(text.as_bytes())?, text.trim(), seen))).collect()
}
