use super::age_groups::{age_groups, different, text_of};
use munilint_detect::age_group::AgeGroup;
use munilint_model::{Body, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Fewer groups than this show no series.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for (field, groups) in age_groups(facts) {
        let Some((before, after)) = gap(&different(&groups)) else { continue };
        let (first, last) = (before.to.unwrap_or_default() + 1, after.from - 1);
        let ages = if first == last { first.to_string() } else { format!("{first}–{last}") };
        let draft = found.add(Some(field.column), Occurrences::at(Place::Field { column: field.column }));
        draft.word("ages", ages).excerpt("before", text_of(&groups, before)).excerpt("after", text_of(&groups, after));
    }
}

/// The groups on both sides of the only gap, when it is no longer than one of them: a group of that length was left out.
fn gap(groups: &[AgeGroup]) -> Option<(AgeGroup, AgeGroup)> {
    let (youngest, oldest) = (groups.first()?.from, groups.iter().map(|group| group.to).reduce(later)?);
    // A total has no gap in it and hides those of its parts.
    let is_part = |group: &&AgeGroup| group.from > youngest || later(group.to, oldest) != group.to;
    let parts: Vec<AgeGroup> = groups.iter().filter(is_part).copied().collect();
    let mut gaps = Vec::new();
    let mut before = *parts.first()?;
    for &group in &parts[1..] {
        if before.to.is_some_and(|to| to + 1 < group.from) {
            gaps.push((before, group));
        }
        if later(before.to, group.to) == group.to {
            before = group;
        }
    }
    let [(before, after)] = gaps[..] else { return None };
    let gap = after.from - before.to? - 1;
    let longest = before.length().max(after.length()).unwrap_or_default();
    // Single years are missing where nobody has that age.
    (parts.len() >= ENOUGH && longest > 1 && gap <= longest).then_some((before, after))
}

/// The later of two last ages, of which none is the latest.
fn later(a: Option<u16>, b: Option<u16>) -> Option<u16> {
    Some(a?.max(b?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(groups: &[&str]) -> Option<(u16, u16)> {
        let mut groups: Vec<_> = groups.iter().map(|text| AgeGroup::parse(text).unwrap()).collect();
        groups.sort();
        gap(&groups).map(|(before, after)| (before.to.unwrap(), after.from))
    }

    #[test]
    fn a_group_that_was_left_out_is_found() {
        assert_eq!(found(&["0-4", "5-9", "15-19", "20+"]), Some((9, 15)));
        assert_eq!(found(&["0-17", "0-4", "5-9", "15-17"]), Some((9, 15)));
        assert_eq!(found(&["16-24", "26-66", "67+"]), Some((24, 26)));
    }

    #[test]
    fn groups_that_were_chosen_are_left() {
        for groups in [
            &["0-5", "6-15", "67-79", "80+"][..],
            &["18-19", "20-24", "25-44", "45-66", "67-79", "80+"],
            &["0-17", "0-4", "5-9", "10-17"],
            &["0", "1", "2", "4", "5"],
            &["1-5", "80+"],
            &["0-4", "10-14", "20-24"],
            &["0-5", "3-12", "10-20"],
        ] {
            assert_eq!(found(groups), None, "{groups:?}");
        }
    }
}
