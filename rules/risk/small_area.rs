//! Areas in which few people live, broken down by age, gender or situation.

use super::people::{Kind, People, counts_of_people};
use crate::stat::figures::is_total;
use munilint_detect::number::number;
use munilint_model::{AnyCheck, Batch, Body, Check, Findings, Occurrences, Options, Role, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(SmallArea { people: options.number("people"), groups: options.number("groups") as usize })
}

struct SmallArea {
    /// With fewer people an area is small.
    people: f64,
    /// With fewer groups the breakdown is not a fine one.
    groups: usize,
}

/// The areas of a table that breaks their people down.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Areas {
    /// Position of the field with the number of people, of that with the area, and how many groups there are. `None` when the
    /// table has none.
    fields: Option<(usize, usize, u64)>,
    all: u64,
    small: Occurrences,
    smallest: Option<u64>,
}

impl SmallArea {
    fn fields(&self, table: &TableContext) -> Option<(usize, usize, u64)> {
        let people = People::of(table)?;
        let area = people.area?;
        let in_groups = |kind: &Kind| *kind != Kind::Any;
        let groups = people.counts.iter().filter(|(_, kind)| in_groups(kind)).count();
        // Statistics Norway publishes ages and genders of every municipality, however small.
        let is_large = matches!(
            table.fields[area].role.role,
            Role::MunicipalityNumber | Role::MunicipalityName | Role::CountyNumber | Role::CountyName
        );
        let has_situation = people.counts.iter().any(|(_, kind)| *kind == Kind::Situation);
        let mut totals = counts_of_people(table).into_iter().filter(|(_, kind)| *kind == Kind::Any).map(|(at, _)| at);
        let first = totals.clone().next();
        let total = totals.find(|&at| is_total(&table.fields[at])).or(first)?;
        (groups >= self.groups && (!is_large || has_situation)).then_some((total, area, groups as u64))
    }
}

impl Check for SmallArea {
    type State = Areas;

    fn start(&self, table: &TableContext) -> Areas {
        Areas { fields: self.fields(table), ..Areas::default() }
    }

    fn update(&self, areas: &mut Areas, batch: &Batch) {
        let Some((total, area, _)) = areas.fields else { return };
        for row in 0..batch.rows() {
            let value = batch.cell(row, total).and_then(|cell| number(cell.trim_ascii()));
            let Some(people) = value.filter(|people| people.fract() == 0.0 && *people > 0.0) else { continue };
            areas.all += 1;
            if people < self.people {
                areas.small.add(|| batch.cell_place(row, area));
                let people = people as u64;
                areas.smallest = Some(areas.smallest.map_or(people, |smallest| smallest.min(people)));
            }
        }
    }

    fn merge(&self, areas: &mut Areas, other: Areas) {
        areas.all += other.all;
        areas.small.merge(&other.small);
        areas.smallest = [areas.smallest, other.smallest].into_iter().flatten().min();
    }

    fn finish(&self, areas: Areas, table: &TableContext, found: &mut Findings) {
        let (Some((total, area, groups)), Some(smallest)) = (areas.fields, areas.smallest) else { return };
        let draft = found.add(Some(table.fields[area].column), areas.small);
        draft.excerpt("total", &table.fields[total].name).count("all", areas.all).count("groups", groups);
        draft.count("people", self.people as u64).count("smallest", smallest);
    }
}
