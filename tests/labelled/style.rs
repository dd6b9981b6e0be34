//! How a text is written: with care, in a hurry, in small letters, in capitals, read from paper.

use super::Maker;

/// A way of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// As it should be.
    Careful,
    /// Blanks doubled or left out behind a sign.
    Hurried,
    /// No capitals.
    Small,
    /// Capitals only.
    Capitals,
    /// Without Norwegian letters.
    Ascii,
    /// As recognised from a scan: lines that end anywhere, letters that lost their marks.
    Scanned,
}

/// All of them with their share of a hundred.
pub const STYLES: [(Style, u32); 6] = [
    (Style::Careful, 64),
    (Style::Hurried, 10),
    (Style::Small, 10),
    (Style::Capitals, 5),
    (Style::Ascii, 5),
    (Style::Scanned, 6),
];

impl Style {
    /// One of them.
    pub fn any(maker: &mut Maker) -> Self {
        let mut turn = maker.dice.within(1..=100);
        let style = STYLES.into_iter().find(|(_, share)| {
            let is_it = turn <= *share;
            turn = turn.saturating_sub(*share);
            is_it
        });
        style.map_or(Style::Careful, |(style, _)| style)
    }

    /// What it is called where figures are shown.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Style::Careful => "written with care",
            Style::Hurried => "in a hurry: blanks doubled or left out",
            Style::Small => "small letters only",
            Style::Capitals => "capitals only",
            Style::Ascii => "without æ, ø, å and accents",
            Style::Scanned => "read from a scan",
        }
    }

    /// `text` in this way of writing. A `code` keeps its digits, blanks and letters, but not their size.
    #[must_use]
    pub fn write(self, maker: &mut Maker, text: &str, code: bool) -> String {
        match self {
            Style::Careful => text.to_owned(),
            Style::Small => text.to_lowercase(),
            Style::Capitals => text.to_uppercase(),
            _ if code => text.to_owned(),
            Style::Ascii => bare(text, "ae"),
            Style::Hurried => hurried(maker, text),
            Style::Scanned => scanned(maker, text),
        }
    }
}

/// Without marks on letters.
fn bare(text: &str, ae: &str) -> String {
    let mut bare = String::new();
    for c in text.chars() {
        match c {
            'æ' => bare.push_str(ae),
            'Æ' => bare.push_str("Ae"),
            'ø' | 'ö' | 'ó' | 'ô' => bare.push('o'),
            'Ø' | 'Ö' => bare.push('O'),
            'å' | 'á' | 'à' | 'ä' => bare.push('a'),
            'Å' | 'Á' | 'Ä' => bare.push('A'),
            'é' | 'è' | 'ë' => bare.push('e'),
            'É' => bare.push('E'),
            'ü' => bare.push('u'),
            'š' => bare.push('s'),
            'č' | 'ć' => bare.push('c'),
            'ł' => bare.push('l'),
            'ŋ' => bare.push('n'),
            'đ' => bare.push('d'),
            'ž' => bare.push('z'),
            other => bare.push(other),
        }
    }
    bare
}

fn hurried(maker: &mut Maker, text: &str) -> String {
    let mut hurried = String::new();
    let mut before = ' ';
    for c in text.chars() {
        match c {
            ' ' if matches!(before, ',' | '.') && maker.chance(20) => {}
            ' ' if maker.chance(3) => hurried.push_str("  "),
            other => hurried.push(other),
        }
        before = c;
    }
    hurried
}

fn scanned(maker: &mut Maker, text: &str) -> String {
    let mut scanned = String::new();
    for c in text.chars() {
        match c {
            ' ' if maker.chance(8) => scanned.push('\n'),
            'ø' | 'å' | 'æ' | 'é' | 'Å' | 'Ø' if maker.chance(40) => scanned.push_str(&bare(&c.to_string(), "e")),
            other => scanned.push(other),
        }
    }
    scanned
}
