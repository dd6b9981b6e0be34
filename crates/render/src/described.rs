//! Fields as they were found, in JSON.

use munilint_model::{Bin, Excerpt, RoleOrigin, ValueDistribution, Variable, Vintage};
use serde::Serialize;

/// A field.
#[derive(Serialize)]
pub(crate) struct VariableObject<'a> {
    name: &'a Excerpt,
    column: u32,
    role: &'static str,
    role_origin: Option<RoleOrigin>,
    datatype: &'static str,
    unit: Option<Excerpt>,
    cells: u64,
    missing: u64,
    markers: Vec<Counted<Excerpt>>,
    distinct: u64,
    distinct_exact: bool,
    private: bool,
    range: Option<&'a [String; 2]>,
    vintage: Option<Vintage>,
    values: Vec<Counted<&'a Excerpt>>,
    distribution: Option<DistributionObject<'a>>,
}

#[derive(Serialize)]
struct Counted<T> {
    value: T,
    count: u64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum DistributionObject<'a> {
    Figures { scale: &'static str, bins: Vec<BinObject> },
    Periods { periods: Vec<Counted<&'a Excerpt>> },
}

#[derive(Serialize)]
struct BinObject {
    from: Option<f64>,
    to: Option<f64>,
    count: u64,
}

/// What is told of a field.
pub(crate) fn variable(variable: &Variable) -> VariableObject<'_> {
    let marker = |(marker, count): &(String, u64)| Counted { value: Excerpt::of(marker), count: *count };
    VariableObject {
        name: &variable.name,
        column: variable.column,
        role: variable.role.name(),
        role_origin: variable.role_origin,
        datatype: variable.datatype,
        unit: variable.unit.as_deref().map(Excerpt::of),
        cells: variable.cells,
        missing: variable.missing,
        markers: variable.markers.iter().map(marker).collect(),
        distinct: variable.distinct,
        distinct_exact: variable.distinct_exact,
        private: variable.private,
        range: variable.range.as_ref(),
        vintage: variable.vintage,
        values: variable.frequent().map(|(value, count)| Counted { value, count }).collect(),
        distribution: variable.distribution.as_ref().map(distribution),
    }
}

fn distribution(distribution: &ValueDistribution) -> DistributionObject<'_> {
    let bin = |bin: &Bin| BinObject { from: bin.from, to: bin.to, count: bin.count };
    match distribution {
        ValueDistribution::Figures { scale, bins } => {
            DistributionObject::Figures { scale: scale.name(), bins: bins.iter().map(bin).collect() }
        }
        ValueDistribution::Periods(periods) => DistributionObject::Periods {
            periods: periods.iter().map(|(value, count)| Counted { value, count: *count }).collect(),
        },
    }
}
