//! Dimensions and measures of a table in long form: what says of what an observation is, and what was observed.

use munilint_detect::header;
use munilint_model::{Field, Role, TableContext};

/// With more dimensions it is a register, not a table of statistics.
pub(super) const MOST_DIMENSIONS: usize = 14;

/// More dimensions are not tried as what is added over.
const MOST_CATEGORIES: usize = 8;

/// More measures are not added.
const MOST_MEASURES: usize = 4;

/// Names of fields whose first letters are these are a code and its name.
const COMMON_START: usize = 4;

/// The fields of a table, by position from 0.
pub(crate) struct Dimensions {
    /// Fields that together name a row.
    pub(super) dimensions: Vec<usize>,
    /// What may be added over: one dimension, or a code and its name, by position among `dimensions`.
    pub(super) categories: Vec<Vec<usize>>,
    /// Fields whose figures may be added.
    pub(super) measures: Vec<usize>,
}

impl Dimensions {
    /// The dimensions of a table of statistics with at least one measure for which `is_measure` holds. `None` when the table
    /// is something else: one of persons, of addresses, or one whose rows have numbers of their own.
    ///
    /// A field that the head tells nothing about is a measure where it stands behind the dimensions.
    pub(crate) fn of(table: &TableContext, is_measure: impl Fn(&Field) -> bool) -> Option<Dimensions> {
        Dimensions::with(table, MOST_MEASURES, is_measure)
    }

    /// As [`Dimensions::of`], with at most so many measures: those that stand first.
    pub(crate) fn with(table: &TableContext, most: usize, is_measure: impl Fn(&Field) -> bool) -> Option<Dimensions> {
        let fields = &table.fields;
        if fields.iter().any(|field| is_of_register(field.role.role)) {
            return None;
        }
        let last = fields.iter().rposition(|field| is_known_dimension(field.role.role))?;
        let stands_behind = |at: usize| fields[at].role.role != Role::Unknown || at > last;
        let measures = (0..fields.len()).filter(|&at| stands_behind(at) && is_measure(&fields[at]));
        let measures: Vec<usize> = measures.take(most).collect();
        let is_dimension = |at: usize| is_known_dimension(fields[at].role.role) || !stands_behind(at);
        let dimensions: Vec<usize> = (0..fields.len()).filter(|&at| is_dimension(at)).collect();
        if measures.is_empty() || dimensions.len() > MOST_DIMENSIONS {
            return None;
        }
        let field = |at: usize| &fields[dimensions[at]];
        let single = (0..dimensions.len()).filter(|&at| !is_time(field(at).role.role)).map(|at| vec![at]);
        let pairs = (1..dimensions.len())
            .filter(|&at| dimensions[at - 1] + 1 == dimensions[at] && is_code_and_name(field(at - 1), field(at)));
        let categories = single.chain(pairs.map(|at| vec![at - 1, at])).take(MOST_CATEGORIES).collect();
        Some(Dimensions { dimensions, categories, measures })
    }
}

/// True for an area that has smaller ones in it, or is in larger ones, as their numbers tell.
pub(crate) fn is_area(role: Role) -> bool {
    use Role::{BasicUnit, CityDistrict, CountyName, CountyNumber, MunicipalityName, MunicipalityNumber};
    matches!(role, MunicipalityNumber | MunicipalityName | CountyNumber | CountyName | CityDistrict | BasicUnit)
}

/// True for what says when: figures of several years are not added.
pub(crate) fn is_time(role: Role) -> bool {
    matches!(role, Role::Year | Role::SchoolYear | Role::Period)
}

fn is_of_register(role: Role) -> bool {
    role.is_personal() || matches!(role, Role::FreeText | Role::Key | Role::Coordinate | Role::Date)
}

fn is_known_dimension(role: Role) -> bool {
    !matches!(role, Role::Unknown | Role::Amount | Role::Count | Role::Share | Role::Rate)
}

fn is_code_and_name(one: &Field, other: &Field) -> bool {
    let (one, other) = (header::fold(&one.name), header::fold(&other.name));
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count() >= COMMON_START
}
