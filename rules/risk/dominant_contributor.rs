//! Sums that one or two enterprises make nearly alone. Rows are enterprises here: what is judged is a table that is made of
//! them by adding.

use super::enterprises::{is_own_figure, names_enterprise};
use crate::row_hash::{ByHash, hash, hashes_of_cells};
use munilint_detect::number::number;
use munilint_model::{
    AnyCheck, Argument, Batch, Body, Check, Field, Findings, Limit, Occurrences, Options, Place, Role, TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More fields that enterprises are grouped by, and more sums, are not looked at.
const MOST_FIELDS: usize = 4;

/// More enterprises in groups are not kept: a hash and a sum each.
const MOST: usize = 200_000;

/// A group of fewer enterprises is one of few contributors.
const ENTERPRISES: usize = 3;

/// Sums are added in hundredths, so that their order does not matter.
const HUNDREDTHS: f64 = 100.0;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(DominantContributor { one: options.number("one"), two: options.number("two") })
}

struct DominantContributor {
    /// The share of a sum that one enterprise may have.
    one: f64,
    /// The share that two may have together.
    two: f64,
}

/// The sums of one field by enterprise and group. Positions are those of fields.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Sums {
    enterprise: usize,
    sum: usize,
    /// What names a group: one field and the periods.
    group: Vec<(usize, usize)>,
    /// By the hash of the group. `None` when there are too many.
    known: Option<ByHash<Group>>,
}

/// The enterprises of a group.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Group {
    first: Place,
    /// By the hash of what names them, in hundredths.
    sums: ByHash<i64>,
}

impl Check for DominantContributor {
    type State = Vec<Sums>;

    fn start(&self, table: &TableContext) -> Vec<Sums> {
        let at = |is_meant: fn(&Field) -> bool| (0..table.fields.len()).filter(move |&at| is_meant(&table.fields[at]));
        let Some(enterprise) = at(names_enterprise).next() else { return Vec::new() };
        let periods: Vec<(usize, usize)> = at(|field| field.role.role.is_time()).map(|at| (at, usize::MAX)).collect();
        let sums: Vec<usize> = at(is_own_figure).take(MOST_FIELDS).collect();
        let groups = at(is_group).filter(|&group| group != enterprise).take(MOST_FIELDS);
        let of = |group, sum| {
            let group = [(group, usize::MAX)].into_iter().chain(periods.iter().copied()).collect();
            Sums { enterprise, sum, group, known: Some(ByHash::default()) }
        };
        groups.flat_map(|group| sums.iter().map(move |&sum| (group, sum))).map(|(group, sum)| of(group, sum)).collect()
    }

    fn update(&self, sums: &mut Vec<Sums>, batch: &Batch) {
        sums.iter_mut().for_each(|sums| sums.update(batch));
    }

    fn merge(&self, sums: &mut Vec<Sums>, other: Vec<Sums>) {
        sums.iter_mut().zip(other).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    fn finish(&self, sums: Vec<Sums>, table: &TableContext, found: &mut Findings) {
        if sums.iter().any(|sums| sums.known.is_none()) {
            found.give_up(Limit::Values);
        }
        for sums in sums {
            let groups: Vec<Group> = sums.known.into_iter().flat_map(ByHash::into_values).collect();
            let large: Vec<&Group> = groups.iter().filter(|group| group.sums.len() >= ENTERPRISES).collect();
            // Where most groups have fewer, nobody adds them up by this field.
            if large.len() * 2 < groups.len() {
                continue;
            }
            let mut places: Vec<Place> =
                large.iter().filter(|group| self.is_dominated(group)).map(|group| group.first).collect();
            places.sort_unstable();
            let mut seen = Occurrences::default();
            places.iter().for_each(|&place| seen.add(|| place));
            if seen.is_empty() {
                continue;
            }
            let name = |at: usize| table.fields[at].name.as_str();
            let draft = found.add(Some(table.fields[sums.sum].column), seen);
            draft.excerpt("group", name(sums.group[0].0)).count("groups", large.len() as u64);
            draft.with("one", Argument::Share(self.one)).with("two", Argument::Share(self.two));
        }
    }
}

impl DominantContributor {
    fn is_dominated(&self, group: &Group) -> bool {
        let mut sums: Vec<i64> = group.sums.values().copied().collect();
        sums.sort_unstable_by(|a, b| b.cmp(a));
        let all: f64 = sums.iter().map(|&sum| sum as f64).sum();
        let first = sums.first().copied().unwrap_or_default() as f64;
        let second = sums.get(1).copied().unwrap_or_default() as f64;
        all > 0.0 && (first > all * self.one || first + second > all * self.two)
    }
}

impl Sums {
    fn update(&mut self, batch: &Batch) {
        if self.known.is_none() {
            return;
        }
        for (row, group) in hashes_of_cells(batch, &self.group).into_iter().enumerate() {
            let (Some(known), Some(group)) = (&mut self.known, group) else { continue };
            let enterprise = batch.cell(row, self.enterprise).unwrap_or_default().trim_ascii();
            let value = batch.cell(row, self.sum).and_then(|cell| number(cell.trim_ascii()));
            let Some(value) = value.filter(|_| !enterprise.is_empty()) else { continue };
            let first = || batch.cell_place(row, self.sum);
            let group = known.entry(group).or_insert_with(|| Group { first: first(), sums: ByHash::default() });
            // A loss tells as much of an enterprise as a profit.
            group.add(hash(enterprise), (value.abs() * HUNDREDTHS).round() as i64);
        }
        self.keep_to_limit();
    }

    fn merge(&mut self, other: Sums) {
        let (Some(known), Some(theirs)) = (&mut self.known, other.known) else {
            self.known = None;
            return;
        };
        // Whatever the order, the same is there in the end.
        theirs.into_iter().for_each(|(hash, theirs)| match known.get_mut(&hash) {
            Some(mine) => mine.merge(theirs),
            None => {
                known.insert(hash, theirs);
            }
        });
        self.keep_to_limit();
    }

    fn keep_to_limit(&mut self) {
        if self.known.iter().flatten().map(|(_, group)| group.sums.len()).sum::<usize>() > MOST {
            self.known = None;
        }
    }
}

impl Group {
    fn add(&mut self, enterprise: u64, sum: i64) {
        let known = self.sums.entry(enterprise).or_default();
        *known = known.saturating_add(sum);
    }

    fn merge(&mut self, other: Group) {
        self.first = self.first.min(other.first);
        other.sums.into_iter().for_each(|(enterprise, sum)| self.add(enterprise, sum));
    }
}

/// True for what enterprises are grouped by in tables of statistics.
fn is_group(field: &Field) -> bool {
    matches!(
        field.role.role,
        Role::MunicipalityNumber
            | Role::MunicipalityName
            | Role::CountyNumber
            | Role::CountyName
            | Role::CityDistrict
            | Role::Industry
            | Role::Category
    )
}
