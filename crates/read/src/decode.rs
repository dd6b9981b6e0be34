//! UTF-16 becomes UTF-8 before anything looks at it; every other encoding is read as it lies.

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE};
use munilint_model::Encoding;

/// Turns raw bytes into the text that batches hold.
pub(crate) struct Transcoder(Option<Decoder>);

impl Transcoder {
    pub(crate) fn new(encoding: Encoding) -> Self {
        Transcoder(match encoding {
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            _ => None,
        })
    }

    /// True when bytes are taken as they are.
    pub(crate) fn is_plain(&self) -> bool {
        self.0.is_none()
    }

    /// Appends the text of `raw` to `out`. `last` says that nothing follows. Half a character waits for the next call.
    pub(crate) fn append(&mut self, raw: &[u8], last: bool, out: &mut Vec<u8>) {
        let Some(decoder) = &mut self.0 else {
            out.extend_from_slice(raw);
            return;
        };
        let start = out.len();
        let room = decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len() * 3 + 16);
        out.resize(start + room, 0);
        let (_, _, written, _) = decoder.decode_to_utf8(raw, &mut out[start..], last);
        out.truncate(start + written);
    }
}

/// How many bytes a stretch of batch text takes in the source.
pub(crate) fn source_length(encoding: Encoding, text: &[u8]) -> u64 {
    if !encoding.is_utf16() {
        return text.len() as u64;
    }
    // One unit for each character, two for those beyond the basic plane (four bytes in UTF-8).
    let units: u64 = text.iter().map(|&byte| u64::from(byte & 0xC0 != 0x80) + u64::from(byte >= 0xF0)).sum();
    units * 2
}
