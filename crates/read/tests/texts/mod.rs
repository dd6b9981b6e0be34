//! Small texts of every shape, and how each is read.

mod dialects;
mod encodings;
mod headers;
mod quotes;
mod records;

/// A text and its reading: a line for the layout, one for the names, one for every record and every kind of oddity.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) text: Text,
    pub(crate) reading: &'static [&'static str],
}

/// A text as it lies, or to be written in UTF-16.
pub(crate) enum Text {
    Bytes(&'static [u8]),
    Utf16Le(&'static str),
    Utf16Be(&'static str),
}

impl Text {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        match self {
            Text::Bytes(bytes) => bytes.to_vec(),
            Text::Utf16Le(text) => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Text::Utf16Be(text) => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

pub(crate) fn cases() -> impl Iterator<Item = &'static Case> {
    [dialects::CASES, encodings::CASES, headers::CASES, quotes::CASES, records::CASES].into_iter().flatten()
}
