//! Lines that fit a width.

/// Width of a text in terminal columns, taking every character as one wide.
pub(crate) fn width_of(text: &str) -> usize {
    text.chars().count()
}

/// Breaks `text` at blanks into lines of at most `width` characters; the first line has `taken` of them taken already.
/// A word that is longer than a line is cut. No-break spaces hold, and runs of blanks stay inside a line.
pub(crate) fn wrap(text: &str, width: usize, taken: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = taken;
    let mut blanks = 0;
    for (i, word) in text.split(' ').enumerate() {
        blanks += usize::from(i > 0);
        if word.is_empty() {
            continue;
        }
        // Blanks that begin a text set it in; those where a line was broken are spent.
        if line.is_empty() && !lines.is_empty() {
            blanks = 0;
        }
        if used > 0 && used + blanks + width_of(word) > width {
            lines.push(std::mem::take(&mut line));
            blanks = 0;
        }
        line.extend(std::iter::repeat_n(' ', std::mem::take(&mut blanks).min(width)));
        for c in word.chars() {
            if width_of(&line) == width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
        used = width_of(&line) + if lines.is_empty() { taken } else { 0 };
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(wrap("one two three", 7, 0), ["one two", "three"]);
        assert_eq!(wrap("one two three", 7, 4), ["one", "two", "three"]);
        assert_eq!(wrap("12\u{a0}034 rows", 7, 0), ["12\u{a0}034", "rows"]);
        assert_eq!(wrap("", 7, 0), [""]);
        assert_eq!(wrap("a  b   c", 5, 0), ["a  b", "c"]);
        assert_eq!(wrap("  a b", 4, 0), ["  a", "b"]);
    }

    #[test]
    fn a_word_that_is_too_long_is_cut() {
        assert_eq!(wrap("abcdefghij kl", 4, 0), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(wrap("a bcdefghij", 4, 2), ["a", "bcde", "fghi", "j"]);
        assert_eq!(wrap("abcd", 4, 3), ["", "abcd"]);
    }

    #[test]
    fn no_line_is_too_long() {
        let text =
            "Kommunenumre er koder, ikke tall: 301 og 0301 kobles ikke i neste ledd, oghererdetetlangtord til slutt";
        for width in 1..60 {
            for taken in 0..width {
                for (i, line) in wrap(text, width, taken).iter().enumerate() {
                    assert!(width_of(line) + if i == 0 { taken } else { 0 } <= width.max(1), "{width} {taken} {line}");
                    assert_eq!(line.trim_end(), line);
                }
            }
        }
    }
}
