//! UTF-16 becomes UTF-8 before anything looks at it; every other encoding is read as it lies.

use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE};
use munilint_model::Encoding;

/// U+FFFD, which stands for what is no character.
const REPLACEMENT: &[u8] = "\u{FFFD}".as_bytes();

/// Turns raw bytes into the text that batches hold.
pub(crate) struct Transcoder {
    decoder: Option<Decoder>,
    /// Half a code unit, which waits for its other half. One that has none is left out of the text.
    half: Option<u8>,
    /// How much text was made.
    made: u64,
    /// Where in the text something stood that is no character, ascending.
    malformed: Vec<u64>,
}

impl Transcoder {
    pub(crate) fn new(encoding: Encoding) -> Self {
        let decoder = match encoding {
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            _ => None,
        };
        Transcoder { decoder, half: None, made: 0, malformed: Vec::new() }
    }

    /// True when bytes are taken as they are.
    pub(crate) fn is_plain(&self) -> bool {
        self.decoder.is_none()
    }

    /// Appends the text of `raw` to `out`. `last` says that nothing follows. Half a character waits for the next call.
    pub(crate) fn append(&mut self, raw: &[u8], last: bool, out: &mut Vec<u8>) {
        let Some(decoder) = &mut self.decoder else {
            out.extend_from_slice(raw);
            return;
        };
        let start = out.len();
        let malformed = &mut self.malformed;
        let mut note = |at: usize| malformed.push(self.made + (at - start) as u64);
        let mut rest = raw;
        if let (Some(first), [second, more @ ..]) = (self.half, rest) {
            self.half = None;
            decode(decoder, &[first, *second], false, out, &mut note);
            rest = more;
        }
        if let ([units @ .., odd], true) = (rest, rest.len() % 2 == 1) {
            self.half = Some(*odd);
            rest = units;
        }
        decode(decoder, rest, last, out, &mut note);
        if last && self.half.is_some() {
            note(out.len());
        }
        self.made += (out.len() - start) as u64;
    }

    /// Moves the positions of what is no character to `out`: those in the next `length` bytes of text behind `passed`,
    /// counted from there.
    pub(crate) fn take_malformed(&mut self, passed: u64, length: usize, out: &mut Vec<u32>) {
        let end = passed + length as u64;
        // Half a unit at the very end stands behind the text.
        let n = self.malformed.partition_point(|&at| at < end || (at == end && at == self.made));
        let within = |at: u64| u32::try_from((at - passed).min(length.saturating_sub(1) as u64)).unwrap_or(u32::MAX);
        out.extend(self.malformed.drain(..n).map(within));
    }
}

/// Decodes whole code units. `note` is told where in `out` a replacement stands.
fn decode(decoder: &mut Decoder, units: &[u8], last: bool, out: &mut Vec<u8>, note: &mut dyn FnMut(usize)) {
    let mut filled = out.len();
    let room = decoder.max_utf8_buffer_length(units.len()).unwrap_or(units.len() * 3 + 16);
    out.resize(filled + room, 0);
    let mut rest = units;
    loop {
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut out[filled..], last);
        rest = &rest[read..];
        filled += written;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => out.resize(out.len() + rest.len() * 3 + 16, 0),
            DecoderResult::Malformed(..) => {
                note(filled);
                out.resize(out.len().max(filled + REPLACEMENT.len()), 0);
                out[filled..filled + REPLACEMENT.len()].copy_from_slice(REPLACEMENT);
                filled += REPLACEMENT.len();
            }
        }
    }
    out.truncate(filled);
}
