//! The one line of a finding's first place, drawn by miette.

use crate::wrap::width_of;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};
use munilint_model::Snippet;
use std::fmt;
use std::ops::Range;

/// A line of a source that is not otherwise in memory. Its name is `path:line`, which is all that miette's heading needs.
#[derive(Debug)]
struct Line {
    name: String,
    /// 0-based, as miette counts.
    line: usize,
    text: String,
    mark: Range<usize>,
}

impl SourceCode for Line {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.text.as_bytes(),
            (0, self.text.len()).into(),
            self.line,
            0,
            1,
        )))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Line {}

impl Diagnostic for Line {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::new(None, self.mark.start, self.mark.len()))))
    }
}

/// Draws a snippet below `path:line`. The bottom line is left to the caller, who knows what to write on it; the lines and
/// the blanks in front of that line are handed back. `None` when there is no text to show.
pub(crate) fn draw(path: &str, snippet: &Snippet, theme: GraphicalTheme, width: usize) -> Option<(Vec<String>, usize)> {
    if snippet.text.trim().is_empty() {
        return None;
    }
    let gutter = snippet.line.to_string().len() + 4;
    let ellipsis = if theme.characters.hbar == '─' { "…" } else { "..." };
    let (mut text, mark) = window(&snippet.text, &snippet.mark, width.saturating_sub(gutter), ellipsis);
    if mark.start == text.len() {
        // miette draws no mark behind the last character.
        text.push(' ');
    }
    let line = usize::try_from(snippet.line.saturating_sub(1)).unwrap_or(usize::MAX - 1);
    let line = Line { name: format!("{path}:{}", snippet.line), line, text, mark };
    let handler = GraphicalReportHandler::new_themed(theme)
        .without_primary_span_start()
        .without_cause_chain()
        .without_syntax_highlighting()
        .with_wrap_lines(false)
        .with_context_lines(0)
        .with_links(false);
    let mut drawn = String::new();
    handler.render_report(&mut drawn, &line).ok()?;
    // The first line is the heading of a message, which `Line` does not have; the last is the bottom of the frame.
    let mut lines: Vec<String> = drawn.lines().skip(1).map(str::to_owned).collect();
    lines.pop();
    Some((lines, gutter - 2))
}

/// Cuts a text to `room` characters so that its mark is seen, and moves the mark along.
fn window(text: &str, mark: &Range<usize>, room: usize, ellipsis: &str) -> (String, Range<usize>) {
    let at = |byte: usize| text.char_indices().take_while(|(i, _)| *i < byte).count();
    let chars: Vec<char> = text.chars().collect();
    let (first, last) = (at(mark.start.min(text.len())), at(mark.end.min(text.len())));
    let last = last.max(first);
    let (mut start, mut end) = (0, chars.len());
    let room = room.max(12);
    if chars.len() > room {
        let inner = room - 2 * width_of(ellipsis);
        if last > inner {
            // A third of the line before the mark tells where it is, unless the mark needs the room.
            start = first.saturating_sub((inner / 3).min(inner.saturating_sub(last - first)));
            start = start.min(chars.len() - inner);
        }
        end = start + inner;
    }
    let lead = if start > 0 { ellipsis } else { "" };
    let tail = if end < chars.len() { ellipsis } else { "" };
    let shown: String = chars[start..end].iter().collect();
    let byte =
        |index: usize| lead.len() + chars[start..index.clamp(start, end)].iter().map(|c| c.len_utf8()).sum::<usize>();
    (format!("{lead}{shown}{tail}"), byte(first)..byte(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, mark: Range<usize>, room: usize) -> (String, String) {
        let (cut, mark) = window(text, &mark, room, "…");
        assert!(width_of(&cut) <= room.max(12), "{cut}");
        let inside = cut[mark].to_owned();
        (cut, inside)
    }

    #[test]
    fn the_mark_is_always_seen() {
        let text = "Tromsø;5501;Grønnegata skole og barnehage;blåbærsyltetøy;2024";
        for (start, _) in text.char_indices() {
            for (end, _) in text[start..].char_indices() {
                let mark = start..start + end;
                for room in [12, 20, 40, 100] {
                    let (_, inside) = marked(text, mark.clone(), room);
                    if width_of(&text[mark.clone()]) <= room - 2 {
                        assert_eq!(inside, text[mark.clone()], "{room}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_mark_that_is_no_place_in_the_text_is_mended() {
        assert_eq!(window("æøå", &(1..99), 20, "…"), ("æøå".to_owned(), 2..6));
        assert_eq!(window("abc", &(9..9), 20, "…"), ("abc".to_owned(), 3..3));
    }
}
