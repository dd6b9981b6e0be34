//! How a file is written: encoding, line endings, quotes.

pub(crate) mod byte_order_mark;
pub(crate) mod control_characters;
pub(crate) mod copied_file_name;
pub(crate) mod empty_file;
pub(crate) mod header_only;
pub(crate) mod lost_characters;
pub(crate) mod misleading_extension;
pub(crate) mod mixed_delimiters;
pub(crate) mod mixed_encodings;
pub(crate) mod mixed_newlines;
pub(crate) mod mojibake;
pub(crate) mod not_utf8;
pub(crate) mod stray_quote;
pub(crate) mod unclosed_quote;
