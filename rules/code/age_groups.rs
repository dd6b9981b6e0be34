//! The age groups of a field.

use crate::matching::present;
use munilint_detect::age_group::AgeGroup;
use munilint_model::{FieldFacts, Role, TableFacts, ValueFacts};

/// The fields of age groups, each with its groups and how each is written; values that are none (`Alder i alt`) are left out.
pub(super) fn age_groups(facts: &TableFacts) -> impl Iterator<Item = (&FieldFacts, Vec<(AgeGroup, &ValueFacts)>)> {
    facts.fields.iter().filter(|field| field.role.role == Role::AgeGroup).map(|field| {
        let groups = present(field).into_iter().filter_map(|value| Some((AgeGroup::parse(&value.text)?, value)));
        (field, groups.collect())
    })
}

/// The different groups from the youngest to the oldest; of those that begin at one age the shortest first.
pub(super) fn different(groups: &[(AgeGroup, &ValueFacts)]) -> Vec<AgeGroup> {
    let mut different: Vec<AgeGroup> = groups.iter().map(|(group, _)| *group).collect();
    different.sort_by_key(|group| (group.from, group.to.unwrap_or(u16::MAX)));
    different.dedup();
    different
}

/// How the field writes a group.
pub(super) fn text_of<'a>(groups: &[(AgeGroup, &'a ValueFacts)], group: AgeGroup) -> &'a str {
    groups.iter().find(|(other, _)| *other == group).map_or("", |(_, value)| value.text.trim())
}
