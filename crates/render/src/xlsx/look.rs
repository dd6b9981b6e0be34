//! How cells look.

use munilint_model::{Severity, Verdict};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// Fill of what a finding of this severity is about. Severity is always told in words, too.
pub(crate) fn fill(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::RGB(0xf8_cb_c4),
        Severity::Warning => Color::RGB(0xff_e8_a3),
        Severity::Note => Color::RGB(0xd5_e6_f7),
    }
}

/// Fill behind the verdict.
pub(crate) fn verdict(verdict: Verdict) -> Color {
    match verdict {
        Verdict::Stopped => Color::RGB(0xf8_cb_c4),
        Verdict::Unready => Color::RGB(0xff_e8_a3),
        Verdict::Clear => Color::RGB(0xcf_ec_d6),
        Verdict::Unknown => Color::RGB(0xe4_e4_e4),
    }
}

/// A text that may be long.
pub(crate) fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The head of a table.
pub(crate) fn head() -> Format {
    wrapped().set_bold().set_background_color(Color::RGB(0x1f_3a_5f)).set_font_color(Color::White)
}

/// The title of a part of a sheet.
pub(crate) fn title() -> Format {
    Format::new()
        .set_bold()
        .set_font_size(13)
        .set_font_color(Color::RGB(0x1f_3a_5f))
        .set_border_bottom(FormatBorder::Thin)
}

/// A link into another sheet.
pub(crate) fn link() -> Format {
    wrapped().set_font_color(Color::RGB(0x0b_4f_9e)).set_underline(FormatUnderline::Single)
}

/// A cell of a copied table: it stays text when it is edited, too.
pub(crate) fn cell() -> Format {
    Format::new().set_num_format("@").set_align(FormatAlign::Top)
}

/// True for what looks like the start of a formula.
pub(crate) fn acts(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠'])
}

/// The format for a text: what looks like the start of a formula is quoted, as Excel does for what is typed behind an
/// apostrophe, so that it stays text when the cell is edited.
pub(crate) fn for_text(format: &Format, text: &str) -> Format {
    let format = format.clone();
    if acts(text) { format.set_quote_prefix() } else { format }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_quoted() {
        let (plain, quoted) = (cell(), cell().set_quote_prefix());
        for (text, format) in
            [("a=1", &plain), ("0301", &plain), ("", &plain), ("=1", &quoted), (" @SUM(A1)", &quoted), ("＋1", &quoted)]
        {
            assert_eq!(for_text(&cell(), text), *format, "{text}");
        }
    }
}
