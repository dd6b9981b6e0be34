use super::age_groups::{age_groups, different, text_of};
use crate::years::is_measure;
use munilint_detect::age_group::AgeGroup;
use munilint_model::{Body, Confidence, Findings, Occurrences, Options, Place, Severity, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for (field, groups) in age_groups(facts) {
        let ages = different(&groups);
        let shared = shared_ages(&ages);
        if let Some((younger, older)) = shared.first() {
            let draft = found.add(Some(field.column), Occurrences::at(Place::Field { column: field.column }));
            draft.count("pairs", shared.len() as u64).word("age", older.from.to_string());
            draft.excerpt("younger", text_of(&groups, *younger)).excerpt("older", text_of(&groups, *older));
        } else if let Some((whole, parts)) = whole(&ages).filter(|_| facts.fields.iter().any(is_measure)) {
            let draft = found.add(Some(field.column), rows_of(&groups, whole)).variant("levels");
            draft.severity(Severity::Note).confidence(Confidence::Medium);
            draft.excerpt("whole", text_of(&groups, whole));
            draft.excerpts("parts", parts.into_iter().map(|part| text_of(&groups, part)));
        }
    }
}

/// Where the group stands.
fn rows_of(groups: &[(AgeGroup, &ValueFacts)], meant: AgeGroup) -> Occurrences {
    let mut seen = Occurrences::default();
    groups.iter().filter(|(group, _)| *group == meant).for_each(|(_, value)| seen.merge(&value.seen));
    seen
}

/// Neighbours where one begins at the last age of the other, when that is all that the groups have in common. Groups that
/// overlap further are several divisions in one field.
fn shared_ages(groups: &[AgeGroup]) -> Vec<(AgeGroup, AgeGroup)> {
    let all = |group: &&AgeGroup| !groups.iter().all(|other| group.holds(*other));
    let parts: Vec<AgeGroup> = groups.iter().filter(all).copied().collect();
    let pairs = || parts.windows(2).map(|pair| (pair[0], pair[1]));
    if !pairs().all(|(younger, older)| younger.to.is_some_and(|to| to <= older.from) && !younger.holds(older)) {
        return Vec::new();
    }
    pairs().filter(|(younger, older)| younger.to == Some(older.from) && !older.holds(*younger)).collect()
}

/// A group that is made of at least two others, with those.
fn whole(groups: &[AgeGroup]) -> Option<(AgeGroup, Vec<AgeGroup>)> {
    groups.iter().find_map(|&whole| {
        let mut parts = Vec::new();
        let mut next = whole.from;
        loop {
            let part = groups.iter().find(|part| part.from == next && **part != whole && whole.holds(**part))?;
            parts.push(*part);
            if part.to == whole.to {
                return Some((whole, parts));
            }
            next = part.to? + 1;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use munilint_detect::age_group::AgeGroup;

    fn groups(texts: &[&str]) -> Vec<AgeGroup> {
        let mut groups: Vec<_> = texts.iter().map(|text| AgeGroup::parse(text).unwrap()).collect();
        groups.sort_by_key(|group| (group.from, group.to.unwrap_or(u16::MAX)));
        groups
    }

    #[test]
    fn shared_ages_are_found() {
        let count = |texts: &[&str]| shared_ages(&groups(texts)).len();
        assert_eq!(count(&["0-5", "5-10", "10-15", "0-15"]), 2);
        assert_eq!(count(&["18-67", "67+"]), 1);
        assert_eq!(count(&["0-5", "6-10", "10-15"]), 1);
        for texts in [
            &["0-4", "5-9", "10+"][..],
            &["15-24", "20-66", "67+"],
            &["0-17", "0-4", "5-9", "10-17"],
            &["5", "5-10"],
            &["10", "6-10", "0-5"],
        ] {
            assert_eq!(count(texts), 0, "{texts:?}");
        }
    }

    #[test]
    fn wholes_are_found() {
        let found = |texts: &[&str]| whole(&groups(texts)).map(|(whole, parts)| (whole.from, whole.to, parts.len()));
        assert_eq!(found(&["0-17", "0-4", "5-9", "10-17", "18+"]), Some((0, Some(17), 3)));
        assert_eq!(found(&["67+", "67-79", "80+"]), Some((67, None, 2)));
        assert_eq!(found(&["0-17", "0-4", "5-9", "18+"]), None);
    }
}
