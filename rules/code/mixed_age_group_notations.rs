use super::age_groups::age_groups;
use super::spellings::Mixed;
use munilint_detect::age_group::{AgeGroup, notation};
use munilint_model::{Body, Findings, Occurrences, Options, Severity, TableFacts, ValueFacts};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for (field, groups) in age_groups(facts) {
        if let Some(mixed) = Mixed::of(groups.iter().copied()) {
            let draft = found.add(Some(field.column), mixed.seen);
            draft.excerpt("form", mixed.forms[0]).excerpt("other", mixed.forms[1]).count("groups", mixed.things);
        } else if let Some(odd) = Odd::of(&groups) {
            let draft = found.add(Some(field.column), odd.seen);
            draft.variant(if odd.in_blanks { "blanks" } else { "notations" });
            draft.severity = (!odd.in_blanks).then_some(Severity::Note);
            draft.excerpt("example", odd.example).excerpt("usual", odd.usual);
        }
    }
}

/// Groups with two ages that are written in another way than most of them.
struct Odd<'a> {
    seen: Occurrences,
    example: &'a str,
    usual: &'a str,
    /// True when all that is odd are blanks.
    in_blanks: bool,
}

impl<'a> Odd<'a> {
    fn of(groups: &[(AgeGroup, &'a ValueFacts)]) -> Option<Self> {
        let mut notations: BTreeMap<String, Vec<&'a ValueFacts>> = BTreeMap::new();
        for (group, value) in groups {
            if group.length().is_some_and(|length| length > 1) {
                notations.entry(notation(&value.text)).or_default().push(value);
            }
        }
        let (usual, values) = notations.iter().max_by_key(|(_, values)| values.len())?;
        let odd: Vec<_> = notations.iter().filter(|(notation, _)| *notation != usual).collect();
        // Without a usual way there is none that differs from it.
        if odd.is_empty() || odd.iter().map(|(_, values)| values.len()).sum::<usize>() >= values.len() {
            return None;
        }
        let first = odd.iter().flat_map(|(_, values)| values.iter()).min_by_key(|value| value.seen.first.first())?;
        let mut seen = Occurrences::default();
        odd.iter().flat_map(|(_, values)| values.iter()).for_each(|value| seen.merge(&value.seen));
        let without_blanks = |notation: &str| notation.split_whitespace().collect::<String>();
        let in_blanks = odd.iter().all(|(notation, _)| without_blanks(notation) == without_blanks(usual));
        Some(Odd { seen, example: first.text.trim(), usual: values.first()?.text.trim(), in_blanks })
    }
}
