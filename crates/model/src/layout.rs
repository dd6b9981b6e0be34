//! How a text table is written.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// Character encoding of a text source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8; plain ASCII is UTF-8.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, least significant byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, most significant byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1252: ISO-8859-1 with printable characters at 0x80–0x9F.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// ISO-8859-1 (Latin-1): no byte at 0x80–0x9F.
    #[serde(rename = "iso-8859-1")]
    Iso8859_1,
    /// ISO-8859-10 (Latin-6, Nordic and Sámi).
    #[serde(rename = "iso-8859-10")]
    Iso8859_10,
    /// ISO-8859-15 (Latin-9, with the euro sign and Š š Ž ž).
    #[serde(rename = "iso-8859-15")]
    Iso8859_15,
    /// Mac OS Roman.
    #[serde(rename = "macintosh")]
    Macintosh,
}

impl Encoding {
    /// The name registered with IANA, lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Iso8859_1 => "iso-8859-1",
            Encoding::Iso8859_10 => "iso-8859-10",
            Encoding::Iso8859_15 => "iso-8859-15",
            Encoding::Macintosh => "macintosh",
        }
    }

    /// True for UTF-16, whose text is transcoded to UTF-8 before anything looks at it.
    #[must_use]
    pub fn is_utf16(self) -> bool {
        matches!(self, Encoding::Utf16Le | Encoding::Utf16Be)
    }

    /// Decodes bytes as they lie on disk; what is not valid becomes U+FFFD.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        let codec = match self {
            Encoding::Utf8 => return String::from_utf8_lossy(bytes),
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Windows1252 | Encoding::Iso8859_1 => encoding_rs::WINDOWS_1252,
            Encoding::Iso8859_10 => encoding_rs::ISO_8859_10,
            Encoding::Iso8859_15 => encoding_rs::ISO_8859_15,
            Encoding::Macintosh => encoding_rs::MACINTOSH,
        };
        codec.decode_without_bom_handling(bytes).0
    }

    /// Appends a character as it lies on disk; `None` when the encoding has no such character.
    #[must_use]
    pub fn push(self, c: char, out: &mut Vec<u8>) -> Option<()> {
        let mut units = [0; 2];
        match self {
            Encoding::Utf8 => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Encoding::Utf16Le => out.extend(c.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_le_bytes())),
            Encoding::Utf16Be => out.extend(c.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_be_bytes())),
            // Decoding takes ISO-8859-1 as browsers do; here it is the standard's own, without 0x80–0x9F of Windows-1252.
            Encoding::Iso8859_1 => out.push(u8::try_from(u32::from(c)).ok()?),
            _ if c.is_ascii() => out.push(u8::try_from(u32::from(c)).ok()?),
            single => out.push((0x80..=u8::MAX).find(|&byte| single.decode(&[byte]).chars().eq([c]))?),
        }
        Some(())
    }

    /// How many bytes of the source a stretch of batch text is.
    #[must_use]
    pub fn source_length(self, text: &[u8]) -> u64 {
        if !self.is_utf16() {
            return text.len() as u64;
        }
        // One unit of two bytes for each character, two for those beyond the basic plane (four bytes in UTF-8).
        text.iter().map(|&byte| 2 * (u64::from(byte & 0xC0 != 0x80) + u64::from(byte >= 0xF0))).sum()
    }

    /// True when batches hold UTF-8: the source is UTF-8 or was transcoded to it.
    #[must_use]
    pub fn batches_are_utf8(self) -> bool {
        self == Encoding::Utf8 || self.is_utf16()
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineEnding {
    /// `\n`
    #[default]
    Lf,
    /// `\r\n`
    Crlf,
    /// `\r` alone
    Cr,
}

/// How a quote inside a quoted field is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Escape {
    /// The quote is doubled (RFC 4180).
    #[default]
    Doubled,
    /// A backslash stands before it.
    Backslash,
}

/// How a text table is written (CSVW and Frictionless call it dialect).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dialect {
    /// Between fields.
    pub delimiter: u8,
    /// Around a field that holds a delimiter or newline; `None` when quotes are plain text.
    pub quote: Option<u8>,
    /// How a quote inside quotes is written.
    pub escape: Escape,
}

impl Dialect {
    /// The value that a cell's text means: outer quotes taken off, inner quotes single.
    #[must_use]
    pub fn value(self, cell: &[u8]) -> Cow<'_, [u8]> {
        match self.quote {
            Some(quote) if self.is_quoted(cell) => unescape(&cell[1..cell.len() - 1], quote, self.escape),
            _ => Cow::Borrowed(cell),
        }
    }

    /// True when the cell stands in quotes.
    #[must_use]
    pub fn is_quoted(self, cell: &[u8]) -> bool {
        matches!((self.quote, cell), (Some(quote), [first, .., last]) if *first == quote && *last == quote)
    }
}

/// Makes doubled (or backslashed) quotes single.
fn unescape(bytes: &[u8], quote: u8, escape: Escape) -> Cow<'_, [u8]> {
    let lead = match escape {
        Escape::Doubled => quote,
        Escape::Backslash => b'\\',
    };
    if !bytes.contains(&lead) {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let next = bytes.get(i + 1).copied();
        let escaped = bytes[i] == lead && (next == Some(quote) || (escape == Escape::Backslash && next == Some(b'\\')));
        if escaped {
            i += 1;
        }
        out.push(bytes[i]);
        i += 1;
    }
    Cow::Owned(out)
}

impl Default for Dialect {
    fn default() -> Self {
        Dialect { delimiter: b',', quote: Some(b'"'), escape: Escape::Doubled }
    }
}

/// What a reader found out about a text table before its records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// Character encoding.
    pub encoding: Encoding,
    /// The source starts with a byte order mark.
    pub bom: bool,
    /// Dialect.
    pub dialect: Dialect,
    /// The first line is `sep=…`.
    pub separator_line: bool,
    /// Row of the header as a spreadsheet counts; `None` when the table has none.
    pub header_row: Option<u64>,
    /// How most of the first lines end.
    pub line_ending: LineEnding,
}
