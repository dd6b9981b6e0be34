//! Figures that are missing in all rows of an area or a period and hardly anywhere else.

use super::figure_fields::may_be_figures;
use super::group_tally::{Group, GroupTally, Grouping, MOST_FIGURES};
use super::panel::{is_period, is_time, time_field, unit_field};
use crate::areas::existence::{Area, is_area};
use crate::field_names::FieldNames;
use crate::fold::Fold;
use munilint_model::{AnyCheck, Batch, Body, Check, Findings, Occurrences, Options, Role, Severity, TableContext};

pub(crate) const BODY: Body = Body::Table(compile);

/// How many fields a message names.
const NAMED: usize = 2;

/// Fewer groups show no difference between them.
const FEWEST: usize = 3;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(MissingInGroup {
        rows: options.number("rows") as u64,
        rest: options.number("rest"),
        groups: options.number("groups"),
    })
}

struct MissingInGroup {
    /// In fewer rows all may be missing by chance.
    rows: u64,
    /// The share of the other rows that may lack the figure, too.
    rest: f64,
    /// The share of groups that may have nothing.
    groups: f64,
}

impl Check for MissingInGroup {
    type State = Option<GroupTally>;

    fn start(&self, table: &TableContext) -> Option<GroupTally> {
        // Without a time this is a register, in which much is filled in where there is something.
        let time = time_field(table)?;
        let fields = table.fields.iter().enumerate().filter(|(_, field)| may_be_figures(field));
        let groupings: Vec<usize> = unit_field(table).into_iter().chain([time]).collect();
        let figures: Vec<usize> =
            fields.map(|(at, _)| at).filter(|at| !groupings.contains(at)).take(MOST_FIGURES).collect();
        (!figures.is_empty()).then(|| GroupTally::of(figures, &groupings))
    }

    fn update(&self, state: &mut Self::State, batch: &Batch) {
        state.update(batch);
    }

    fn merge(&self, state: &mut Self::State, other: Self::State) {
        state.merge(other);
    }

    fn finish(&self, state: Self::State, table: &TableContext, found: &mut Findings) {
        let Some(tally) = state else { return };
        let years = years(&tally);
        let named = |grouping| NamedGroups::of(grouping, table, years);
        let groupings: Vec<NamedGroups> = tally.groupings.iter().filter_map(named).collect();
        let mut told: Vec<(Vec<usize>, Holes)> = Vec::new();
        for (at, &(numbers, others)) in tally.numbers.iter().enumerate() {
            if numbers < others.saturating_mul(9) || numbers == 0 {
                continue;
            }
            let holes = groupings.iter().filter_map(|grouping| self.holes(grouping, at));
            let Some(holes) = holes.min_by_key(|holes| holes.labels.len()) else { continue };
            match told.iter_mut().find(|(_, known)| known.is_like(&holes)) {
                Some((fields, _)) => fields.push(tally.figures[at]),
                None => told.push((vec![tally.figures[at]], holes)),
            }
        }
        told.iter().for_each(|(fields, holes)| holes.tell(fields, table, found));
    }
}

/// Groups without a figure.
struct Holes {
    /// Position of the field that makes the groups.
    grouping: usize,
    /// How many groups there are.
    all: usize,
    labels: Vec<String>,
    seen: Occurrences,
    /// Of the rows of other groups: those that lack the figure as well, and all.
    others: (u64, u64),
    /// They are the first periods, or the last.
    are_ends: bool,
}

/// The groups of a field that are meant, by their values and in the order of these.
struct NamedGroups<'a> {
    field: usize,
    role: Role,
    /// How many groups the field makes, those that are not meant as well.
    all: usize,
    groups: Vec<(&'a str, &'a Group)>,
}

impl<'a> NamedGroups<'a> {
    fn of(grouping: &'a Grouping, table: &TableContext, years: Option<(i32, i32)>) -> Option<Self> {
        let role = table.fields[grouping.field].role.role;
        let mut groups = grouping.named()?;
        let all = groups.len();
        groups.retain(|(text, _)| is_meant(role, text, years));
        groups.sort_by_key(|(text, _)| *text);
        Some(NamedGroups { field: grouping.field, role, all, groups })
    }
}

impl MissingInGroup {
    /// The groups of which all rows lack the figure, when these are few and the others have it.
    fn holes(&self, grouping: &NamedGroups<'_>, figure: usize) -> Option<Holes> {
        let groups = &grouping.groups;
        let missing = |group: &Group| group.missing[figure].count;
        let is_empty = |(_, group): &&(&str, &Group)| missing(group) == group.rows;
        let empty: Vec<&(&str, &Group)> = groups.iter().filter(is_empty).collect();
        let full = groups.iter().filter(|group| !is_empty(group));
        let others = full.fold((0, 0), |sum, (_, group)| (sum.0 + missing(group), sum.1 + group.rows));
        let is_clear = others.0 as f64 <= others.1 as f64 * self.rest;
        let are_few = empty.len() as f64 <= (groups.len() as f64 * self.groups).max(1.0);
        let are_short = empty.iter().any(|(_, group)| group.rows < self.rows);
        if empty.is_empty() || !is_clear || !are_few || are_short || groups.len() < FEWEST {
            return None;
        }
        let places: Vec<_> = empty.iter().filter_map(|(_, group)| group.missing[figure].first).collect();
        let mut seen = Occurrences::default();
        seen.add_many(empty.iter().map(|(_, group)| group.rows).sum(), &places);
        let start = groups.iter().take_while(is_empty).count();
        let end = groups.iter().rev().take_while(is_empty).count();
        Some(Holes {
            grouping: grouping.field,
            all: grouping.all,
            labels: empty.iter().map(|(text, _)| Area::label(grouping.role, text)).collect(),
            seen,
            others,
            are_ends: is_time(grouping.role) && start + end == empty.len(),
        })
    }
}

impl Holes {
    fn is_like(&self, other: &Holes) -> bool {
        self.grouping == other.grouping && self.labels == other.labels
    }

    /// One finding for all fields, the first of which it stands in.
    fn tell(&self, fields: &[usize], table: &TableContext, found: &mut Findings) {
        let names = FieldNames::of(fields.iter().map(|&at| table.fields[at].name.as_str()), NAMED);
        let draft = found.add(Some(table.fields[fields[0]].column), self.seen.clone());
        draft.word("fields", names.to_string()).excerpt("group", &table.fields[self.grouping].name);
        draft.share("rest", self.others.0, self.others.1);
        draft.count("groups", self.labels.len() as u64).count("all", self.all as u64);
        draft.excerpts("examples", self.labels.iter().map(String::as_str));
        if self.are_ends {
            draft.variant("ends").severity(Severity::Note);
        }
    }
}

/// The first and last year of the table.
fn years(tally: &GroupTally) -> Option<(i32, i32)> {
    let groups = tally.groupings.last()?.named()?.into_iter();
    let years = groups.filter(|(text, _)| is_period(text)).filter_map(|(text, _)| text.get(..4)?.parse().ok());
    years.map(|year: i32| (year, year)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// True for periods, for units, and for areas that were there in all years of the table.
fn is_meant(role: Role, text: &str, years: Option<(i32, i32)>) -> bool {
    if !is_area(role) {
        return !text.is_empty() && (!is_time(role) || is_period(text));
    }
    let (Some(area), Some((first, last))) = (Area::of_text(role, text), years) else { return false };
    (first..=last).all(|year| area.is_settled_in(year))
}
