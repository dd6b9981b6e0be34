//! The shape of a table: header, rows, columns.

pub(crate) mod blank_row;
pub(crate) mod constant_column;
pub(crate) mod dimensions_in_header;
pub(crate) mod duplicate_header;
pub(crate) mod duplicate_row;
pub(crate) mod empty_column;
pub(crate) mod empty_header;
pub(crate) mod formula_cell;
pub(crate) mod look_alike_headers;
pub(crate) mod missing_header;
pub(crate) mod multiline_header;
pub(crate) mod ragged_row;
pub(crate) mod repeated_key;
pub(crate) mod separator_line;
pub(crate) mod split_number;
mod split_number_fit;
pub(crate) mod title_lines;
pub(crate) mod trailing_delimiter;
pub(crate) mod truncated_export;
