//! The parts of Markdown that a page is made of: headings and fenced blocks.

use crate::fault::{Fault, Source};
use std::ops::Range;

/// A heading or a fenced block, in bytes of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// `# …`
    Heading {
        /// How many signs stand before it.
        level: usize,
        /// Its text.
        text: Range<usize>,
    },
    /// A fenced block.
    Block {
        /// Its info string.
        info: Range<usize>,
        /// Its content, with the newline before the closing fence.
        content: Range<usize>,
        /// Nothing but blank lines stands between it and the block before.
        follows: bool,
    },
}

struct Open {
    fence: char,
    length: usize,
    info: Range<usize>,
    start: usize,
    follows: bool,
}

/// The parts of a page, in order.
pub(crate) fn parts(source: Source<'_>) -> Result<Vec<Part>, Fault> {
    let mut parts = Vec::new();
    let mut open: Option<Open> = None;
    let mut only_blank = false;
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        // Editors on Windows may put a byte order mark before the first line.
        let mark = if at == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let start = at + mark;
        at += line.len();
        let bare = line[mark..].trim_end_matches(['\n', '\r']);
        if let Some(block) = &open {
            if closes(bare, block) {
                parts.push(Part::Block {
                    info: block.info.clone(),
                    content: block.start..start,
                    follows: block.follows,
                });
                open = None;
                only_blank = true;
            }
        } else if let Some((fence, length)) = fence(bare) {
            let indent = bare.len() - bare.trim_start_matches(' ').len();
            let info = trimmed(source.text, start + indent + length..start + bare.len());
            open = Some(Open { fence, length, info, start: at, follows: only_blank });
        } else {
            only_blank &= bare.trim().is_empty();
            let level = bare.len() - bare.trim_start_matches('#').len();
            if (1..=6).contains(&level) && bare[level..].starts_with([' ', '\t']) {
                parts.push(Part::Heading { level, text: trimmed(source.text, start + level..start + bare.len()) });
            }
        }
    }
    match open {
        Some(block) => {
            let opening = block.info.start - block.length..block.info.end;
            Err(source.fault(opening, "a block is not closed", "it starts here, and no line closes it"))
        }
        None => Ok(parts),
    }
}

fn fence(line: &str) -> Option<(char, usize)> {
    let inner = line.trim_start_matches(' ');
    let sign = inner.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = inner.len() - inner.trim_start_matches(sign).len();
    let inline = sign == '`' && inner[length..].contains('`');
    (length >= 3 && line.len() - inner.len() <= 3 && !inline).then_some((sign, length))
}

fn closes(line: &str, open: &Open) -> bool {
    fence(line).is_some_and(|(sign, length)| {
        sign == open.fence && length >= open.length && line.trim().chars().all(|c| c == sign)
    })
}

/// `range` without the blanks around its text.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..start + inner.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_blocks_are_found() {
        let text =
            "# A title\n\n```toml\na = 1\n# no heading\n```\n\n```x y\n```\nprose\n````\n```\n````\n## Bad: b\n#no\n";
        let source = Source { name: "p.md", text };
        let found: Vec<String> = parts(source)
            .expect("well formed")
            .into_iter()
            .map(|part| match part {
                Part::Heading { level, text: range } => format!("{level} {}", &text[range]),
                Part::Block { info, content, follows } => format!("{follows} {}|{}", &text[info], &text[content]),
            })
            .collect();
        assert_eq!(found, ["1 A title", "false toml|a = 1\n# no heading\n", "true x y|", "false |```\n", "2 Bad: b"]);
    }

    #[test]
    fn a_block_that_is_not_closed_is_marked() {
        let text = "# T\n```csv bad\na;b\n";
        let fault = parts(Source { name: "p.md", text }).expect_err("not closed");
        assert_eq!(&text[fault.spans().next().expect("a span").0], "```csv bad");
    }
}
