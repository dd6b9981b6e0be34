//! Tables of statistics: periods, areas, totals.

pub(crate) mod break_in_series;
mod existence;
mod figures;
mod group_tally;
pub(crate) mod identical_columns;
pub(crate) mod incomplete_last_period;
pub(crate) mod incomplete_panel;
pub(crate) mod missing_areas;
pub(crate) mod missing_base_year;
pub(crate) mod missing_in_group;
pub(crate) mod missing_period;
mod numbered_values;
mod pair_tally;
mod panel;
pub(crate) mod period;
mod series;
pub(crate) mod total_mismatch;
pub(crate) mod years_as_columns;
