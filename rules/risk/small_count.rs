//! Counts of people so small that somebody who knows the place knows who they are.

use super::people::{Kind, People};
use crate::field_names::FieldNames;
use crate::stat::area_levels;
use crate::stat::dimensions::is_area;
use crate::stat::groups::common_divisor;
use munilint_detect::number::number;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, Options, Role, Severity, TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// So many fields are named.
const NAMED: usize = 4;

/// Where no figure is greater, they may say how many children a person has, or how many live in a house.
const FEW: u64 = 12;

/// Fewer figures do not show that they were rounded.
const ROUNDED: u64 = 20;

/// So many digits has the number of a municipality.
const MUNICIPALITY: usize = 4;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(SmallCount { k: options.number("k") as u64 })
}

struct SmallCount {
    /// The smallest count that tells of no person.
    k: u64,
}

/// What the cells of a field are.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Counts {
    field: usize,
    /// Those that hold a whole number.
    cells: u64,
    /// Those from 1 to k − 1.
    small: Occurrences,
    /// Those with a whole number that is not zero.
    filled: u64,
    /// The largest whole number that divides all of them.
    step: u64,
    largest: u64,
    /// Some are no counts: they have decimals, or are less than zero.
    is_other: bool,
}

/// The counts of a table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Tallies {
    counts: Vec<Counts>,
    /// Position of the field with the areas in which all who live there are counted.
    area: Option<usize>,
    /// How many digits the number of the smallest of them has; 0 when none has a number.
    digits: usize,
}

impl Check for SmallCount {
    type State = Tallies;

    fn start(&self, table: &TableContext) -> Tallies {
        let Some(people) = People::of(table) else { return Tallies::default() };
        let area = people.area.filter(|_| people.is_population);
        let counts = people.counts.into_iter().map(|(field, _)| Counts { field, ..Counts::default() }).collect();
        Tallies { counts, area, digits: 0 }
    }

    fn update(&self, tallies: &mut Tallies, batch: &Batch) {
        for counts in &mut tallies.counts {
            (0..batch.rows()).for_each(|row| counts.add(batch, row, self.k));
        }
        let Some(area) = tallies.area else { return };
        let digits = |row| batch.cell(row, area).and_then(area_levels::number).map(<[u8]>::len);
        tallies.digits = (0..batch.rows()).filter_map(digits).fold(tallies.digits, usize::max);
    }

    fn merge(&self, tallies: &mut Tallies, other: Tallies) {
        tallies.counts.iter_mut().zip(&other.counts).for_each(|(mine, theirs)| mine.merge(theirs));
        tallies.digits = tallies.digits.max(other.digits);
    }

    fn finish(&self, tallies: Tallies, table: &TableContext, found: &mut Findings) {
        let Some(people) = People::of(table) else { return };
        // Ages and genders of all who live in a municipality are published for each of them, however small.
        let is_large = |area: usize| match tallies.digits {
            0 => is_municipal(table.fields[area].role.role),
            digits => digits <= MUNICIPALITY,
        };
        if tallies.area.is_some_and(is_large) {
            return;
        }
        let counts = tallies.counts;
        for kind in [Kind::Age, Kind::Gender, Kind::Situation, Kind::Any] {
            let of_kind = counts.iter().zip(&people.counts).filter(|(_, (_, is))| *is == kind);
            let of_kind: Vec<&Counts> = of_kind.map(|(counts, _)| counts).filter(|counts| !counts.is_other).collect();
            self.tell(&of_kind, kind, &people, table, found);
        }
    }
}

fn is_municipal(role: Role) -> bool {
    is_area(role) && !matches!(role, Role::CityDistrict | Role::BasicUnit)
}

impl SmallCount {
    fn tell(&self, counts: &[&Counts], kind: Kind, people: &People, table: &TableContext, found: &mut Findings) {
        let mut all = Counts::default();
        counts.iter().for_each(|counts| all.merge(counts));
        let is_rounded = all.filled >= ROUNDED && all.step >= 3;
        let is_few = all.largest <= FEW && all.filled >= ROUNDED;
        if all.small.is_empty() || is_rounded || (is_few && kind == Kind::Any) {
            return;
        }
        let with_small: Vec<&&Counts> = counts.iter().filter(|counts| !counts.small.is_empty()).collect();
        let names = with_small.iter().map(|counts| table.fields[counts.field].name.as_str());
        let names = FieldNames::of(names, NAMED);
        let column = match with_small[..] {
            [one] => Some(table.fields[one.field].column),
            _ => None,
        };
        let draft = found.add(column, all.small.clone());
        draft.variant(if people.area.is_some() { "" } else { "wide" });
        draft.kind = match kind {
            Kind::Age => "age",
            Kind::Gender => "gender",
            Kind::Situation => "situation",
            Kind::Any => "any",
        };
        if let Some(area) = people.area {
            draft.excerpt("area", &table.fields[area].name);
        }
        draft.count("cells", all.cells).count("most", self.k - 1).word("fields", names.to_string());
        if is_few || (people.is_guess && kind == Kind::Age) {
            draft.severity(Severity::Note).confidence(Confidence::Low);
        } else if people.area.is_none() {
            draft.severity(Severity::Note);
        }
    }
}

impl Counts {
    fn add(&mut self, batch: &Batch, row: usize, k: u64) {
        let Some(value) = batch.cell(row, self.field).and_then(|cell| number(cell.trim_ascii())) else { return };
        if value < 0.0 || value.fract() != 0.0 {
            self.is_other = true;
            return;
        }
        self.cells += 1;
        let value = value as u64;
        if value == 0 {
            return;
        }
        self.filled += 1;
        self.step = common_divisor(self.step, value);
        self.largest = self.largest.max(value);
        if value < k {
            self.small.add(|| batch.cell_place(row, self.field));
        }
    }

    fn merge(&mut self, other: &Counts) {
        self.cells += other.cells;
        self.small.merge(&other.small);
        self.filled += other.filled;
        self.step = common_divisor(self.step, other.step);
        self.largest = self.largest.max(other.largest);
        self.is_other |= other.is_other;
    }
}
