//! Tables of statistics: periods, areas, totals.

pub(crate) mod break_in_series;
mod dimensions;
mod exceptions;
mod figure_fields;
pub(crate) mod figures;
mod group_tally;
pub(crate) mod groups;
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
pub(crate) mod rate_mismatch;
mod row_key;
mod series;
pub(crate) mod share_sum;
mod share_whole;
mod share_windows;
pub(crate) mod total_mismatch;
pub(crate) mod total_row_mismatch;
pub(crate) mod unit_slip;
pub(crate) mod years_as_columns;
