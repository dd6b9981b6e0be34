//! Tables of statistics: periods, areas, totals.

mod dimensions;
mod exceptions;
mod figures;
mod groups;
pub(crate) mod identical_columns;
pub(crate) mod incomplete_last_period;
pub(crate) mod missing_areas;
pub(crate) mod missing_period;
mod period;
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
