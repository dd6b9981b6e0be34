//! The words of a text, with what sets them apart.

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// One blank.
    Blank,
    /// A comma and one blank, or a comma alone.
    Comma,
    /// Anything else within a sentence: a number, a bracket, two blanks, a hyphen.
    Other,
    /// The end of a line, where a sentence may go on.
    Line,
    /// The end of a sentence, or the start of the text.
    Sentence,
}

/// A word: letters, with hyphens and apostrophes inside, and the dot of an initial.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) gap: Gap,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// True for two letters or more, all of them capitals.
    pub(super) fn is_upper(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() >= 2 && letters.all(char::is_uppercase)
    }

    /// True for `K.` and `K`.
    pub(super) fn is_initial(&self) -> bool {
        self.text.trim_end_matches('.').chars().count() == 1
    }
}

/// The words of a text, from its start.
pub(super) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let rest = &self.text[self.at..];
        let skipped = rest.find(char::is_alphabetic)?;
        let gap = if self.at == 0 { Gap::Sentence } else { gap(&rest[..skipped]) };
        let start = self.at + skipped;
        let end = start + word_length(&self.text[start..]);
        self.at = end;
        Some(Word { text: &self.text[start..end], start, gap })
    }
}

fn gap(between: &str) -> Gap {
    match between {
        " " | "  " | "\u{a0}" => Gap::Blank,
        ", " | "," => Gap::Comma,
        "\n" | "\r\n" => Gap::Line,
        _ if between.contains(['.', '!', '?', '\n', '\r', ':', ';', '\t', '|', '•']) => Gap::Sentence,
        _ => Gap::Other,
    }
}

/// Length in bytes of the word that a text begins with.
fn word_length(text: &str) -> usize {
    let mut letters = 0;
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '-' | '\'' | '’' | '\u{2011}') && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        // Composed letters may come apart: `a` and a ring above.
        let is_mark = ('\u{300}'..='\u{36f}').contains(&c);
        if c.is_alphabetic() || is_mark {
            letters += 1;
        } else if c == '.' && letters == 1 && text.starts_with(char::is_uppercase) {
            return at + 1;
        } else if !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}
