//! The values of a column: blanks, missing values, numbers, dates.

mod decimal_marks;
pub(crate) mod impossible_date;
pub(crate) mod inconsistent_decimal_marks;
pub(crate) mod invisible_characters;
pub(crate) mod missing_values;
pub(crate) mod mixed_date_formats;
pub(crate) mod mixed_decimal_marks;
pub(crate) mod mixed_missing_markers;
pub(crate) mod undocumented_marker;
pub(crate) mod untrimmed_text;
