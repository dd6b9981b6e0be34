//! Tables of statistics: periods, areas, totals.

pub(crate) mod identical_columns;
pub(crate) mod incomplete_last_period;
pub(crate) mod missing_areas;
pub(crate) mod missing_period;
pub(crate) mod period;
mod series;
pub(crate) mod total_mismatch;
pub(crate) mod years_as_columns;
