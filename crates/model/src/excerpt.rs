//! The one choke point through which data may leave the process: it can only be built masked.

use serde::{Deserialize, Serialize};
use std::fmt::{self, Write as _};
use std::ops::Range;
use std::sync::OnceLock;

/// Hands over the stretches of a text, in bytes, that tell of a person.
pub type Recogniser = fn(&str, &mut dyn FnMut(Range<usize>));

static RECOGNISER: OnceLock<Recogniser> = OnceLock::new();

/// Lets every excerpt of this process be masked where `recogniser` sees a person, too: names, say, which need lists to be
/// told. Set once, before the first excerpt is made; digits and e-mail addresses are masked in any case.
pub fn mask_what(recogniser: Recogniser) {
    // The same is set again where one process runs the command several times.
    let _ = RECOGNISER.set(recogniser);
}

/// Longest local part of an e-mail address (RFC 5321, 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// Longest excerpt in characters; what is longer is cut.
const LONGEST: usize = 60;

/// Longest part of an identifier that can stand at a cut, in characters: a local part with its `@`.
const LONGEST_HALF: usize = LONGEST_LOCAL + 16;

/// At which ends a text goes on beyond what is known of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GoesOn {
    /// Before its first character.
    pub before: bool,
    /// Behind its last.
    pub behind: bool,
}

/// A piece of the data, its header or its name that is fit to be shown: what could identify a person is masked, what
/// could act in a terminal or a page is written as text, and what is long is cut.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Excerpt(String);

impl Excerpt {
    /// Masks and cuts `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Excerpt(shorten(&mask(text), LONGEST))
    }

    /// Masks and cuts `text` to at most `longest` characters.
    #[must_use]
    pub fn short(text: &str, longest: usize) -> Self {
        Excerpt(shorten(&mask(text), longest))
    }

    /// Masks a part of a longer text, and cuts it to at most `longest` characters. What stands at an end where the text
    /// goes on may be half an identifier that nobody can tell, so a stretch is left out there.
    #[must_use]
    pub fn part(text: &str, goes_on: GoesOn, longest: usize) -> Self {
        let masked: Vec<char> = mask(text).chars().collect();
        let start = if goes_on.before { LONGEST_HALF.min(masked.len()) } else { 0 };
        let end = masked.len() - if goes_on.behind { LONGEST_HALF.min(masked.len()) } else { 0 };
        let mut kept: String = masked.get(start..end).unwrap_or_default().iter().collect();
        if goes_on.before {
            kept.insert(0, '…');
        }
        if goes_on.behind {
            kept.push('…');
        }
        Excerpt(shorten(&kept, longest))
    }

    /// Masks `text` and keeps its length: for names that programs compare.
    #[must_use]
    pub fn whole(text: &str) -> Self {
        Excerpt(mask(text))
    }

    /// The excerpt, cut to at most `longest` characters.
    #[must_use]
    pub fn cut(&self, longest: usize) -> Self {
        Excerpt(shorten(&self.0, longest))
    }

    /// The excerpt without its first `left_out` characters, which an ellipsis stands for.
    #[must_use]
    pub fn behind(&self, left_out: usize) -> Self {
        if left_out == 0 {
            return self.clone();
        }
        Excerpt(['…'].into_iter().chain(self.0.chars().skip(left_out)).collect())
    }

    /// A value of a field that tells of one person: nothing of it is shown but that it is there.
    #[must_use]
    pub fn hidden(text: &str) -> Self {
        Excerpt(if text.is_empty() { String::new() } else { "***".to_owned() })
    }

    /// The text, masked.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Cuts a long text in its middle: how it ends often tells it from others.
fn shorten(text: &str, longest: usize) -> String {
    let length = text.chars().count();
    if length <= longest {
        return text.to_owned();
    }
    let tail = longest / 3;
    let head = longest.saturating_sub(tail + 1);
    text.chars().take(head).chain(['…']).chain(text.chars().skip(length - tail)).collect()
}

/// Masks what could identify a person (groups of digits that are long enough for an identity, account or telephone
/// number, e-mail addresses) and writes control and direction characters as text.
///
/// This errs on the side of masking: it does not ask whether check digits fit.
#[must_use]
pub fn mask(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hidden = hidden(text, &chars);
    let mut out = String::with_capacity(text.len());
    for at in 0..chars.len() {
        push_masked(&mut out, &chars, &hidden, at);
    }
    out
}

/// Writes control and direction characters as text, and nothing else: what could identify a person stays. Only for what its
/// reader may see as it is.
#[must_use]
pub fn inert(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hidden = vec![false; chars.len()];
    let mut out = String::with_capacity(text.len());
    for at in 0..chars.len() {
        push_masked(&mut out, &chars, &hidden, at);
    }
    out
}

/// Masks a text of several lines, as [`mask`] does: lines stay lines. `spans`, in bytes of `text`, are moved to where they
/// stand in what comes out.
#[must_use]
pub fn mask_lines(text: &str, spans: &mut [Range<usize>]) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hidden = hidden(text, &chars);
    let mut out = String::with_capacity(text.len());
    // For each character where it starts before and after.
    let mut starts = Vec::with_capacity(chars.len() + 1);
    let mut byte = 0;
    for (at, &c) in chars.iter().enumerate() {
        starts.push((byte, out.len()));
        byte += c.len_utf8();
        match c {
            '\n' => out.push('\n'),
            '\r' if chars.get(at + 1) == Some(&'\n') => {}
            _ => push_masked(&mut out, &chars, &hidden, at),
        }
    }
    starts.push((byte, out.len()));
    let moved = |byte: usize| starts[starts.partition_point(|&(before, _)| before < byte).min(starts.len() - 1)].1;
    for span in spans {
        *span = moved(span.start)..moved(span.end);
    }
    out
}

/// Which characters could identify a person.
fn hidden(text: &str, chars: &[char]) -> Vec<bool> {
    let mut hidden = vec![false; chars.len()];
    if let Some(recogniser) = RECOGNISER.get() {
        let character = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        recogniser(text, &mut |range| hidden[character(range.start)..character(range.end)].fill(true));
    }
    hide_digits(chars, &mut hidden);
    hide_emails(chars, &mut hidden);
    hidden
}

fn push_masked(out: &mut String, chars: &[char], hidden: &[bool], at: usize) {
    if hidden[at] {
        out.push('*');
    } else if starts_command(&chars[at..]) {
        // Writing to a String cannot fail.
        let _ = write!(out, "\\u{{{:x}}}", u32::from(chars[at]));
    } else {
        push_inert(out, chars[at]);
    }
}

/// True for what services that run jobs take for a command when they read it in a log: `::add-mask::`, `##[group]`,
/// `##vso[task.complete]`, `##teamcity[…]`.
fn starts_command(chars: &[char]) -> bool {
    match chars {
        [':', ':', name, ..] => name.is_ascii_alphabetic(),
        ['#', '#', rest @ ..] => rest.iter().find(|c| !c.is_ascii_alphabetic()) == Some(&'['),
        _ => false,
    }
}

/// Writes a character so that no terminal, page or parser acts on it.
fn push_inert(out: &mut String, c: char) {
    let acts = c.is_control()
        || matches!(c, '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if acts => {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
        _ => out.push(c),
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

/// What stands between two groups of digits of one number, but for `.`, `,` and `/`.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '-' | '\u{2011}' | '\u{2013}')
}

/// Longest gap between two groups: `158576 - 13461`.
const LONGEST_GAP: usize = 3;

/// How many characters behind a group, which ends at `end` and is six digits or not, join it with another one.
fn joint(chars: &[char], end: usize, six: bool) -> Option<usize> {
    let next = |length: usize| chars.get(end + length).is_some_and(|&c| is_digit(c));
    let gap = |c: &&char| is_gap(**c);
    let lines = |c: &&char| is_gap(**c) || matches!(**c, '\t' | '\n' | '\r' | ':' | '_');
    let run = |fits: &dyn Fn(&&char) -> bool| chars[end..].iter().take(LONGEST_GAP).take_while(|c| fits(c)).count();
    let single = chars.get(end).is_some_and(|c| matches!(c, '.' | ',' | '/')) && next(1);
    let (gaps, lines) = (run(&gap), run(&lines));
    // Six and five digits are an identity number even on two lines.
    let five = |start: usize| chars[start..].iter().take_while(|&&c| is_digit(c)).count() == 5;
    if single {
        Some(1)
    } else if gaps > 0 && next(gaps) {
        Some(gaps)
    } else {
        (six && lines > 0 && next(lines) && five(end + lines)).then_some(lines)
    }
}

/// A run of digit groups set apart by joints.
struct Group {
    start: usize,
    end: usize,
}

fn hide_digits(chars: &[char], hidden: &mut [bool]) {
    let mut i = 0;
    while i < chars.len() {
        if !is_digit(chars[i]) {
            i += 1;
            continue;
        }
        let mut groups = Vec::new();
        loop {
            let start = i;
            while i < chars.len() && is_digit(chars[i]) {
                i += 1;
            }
            groups.push(Group { start, end: i });
            let Some(length) = joint(chars, i, i - start == 6) else { break };
            i += length;
        }
        let scientific = i < chars.len() && matches!(chars[i], 'e' | 'E');
        hide_groups(chars, &groups, scientific, hidden);
    }
}

fn hide_groups(chars: &[char], groups: &[Group], scientific: bool, hidden: &mut [bool]) {
    let mut rest = groups;
    while !rest.is_empty() {
        let dated = date_groups(chars, rest);
        if dated > 0 {
            // The five digits behind a date of birth make an identity number of it, and so do the four of a Swedish one.
            let number = rest.get(dated).is_some_and(|group| match group.end - group.start {
                5 => true,
                4 => dated == 1 && chars[group.start - 1] == '-' && !is_time(chars, group),
                _ => false,
            });
            if number {
                hidden[rest[0].start..rest[dated].end].fill(true);
            }
            rest = &rest[dated + usize::from(number)..];
            continue;
        }
        let lengths: Vec<usize> = rest.iter().map(|group| group.end - group.start).collect();
        let total: usize = lengths.iter().sum();
        let joint = chars.get(rest[0].end).copied().unwrap_or(' ');
        let decimal = lengths.len() == 2 && matches!(joint, '.' | ',') && lengths[0] <= 8 && lengths != [6, 5];
        let telephone =
            matches!(lengths[..], [8, ..] | [3, 2, 3] | [2, 2, 2, 2] | [2, 8] | [2, 3, 2, 3] | [2, 2, 2, 2, 2])
                && !decimal
                && chars[rest[0].start] != '0';
        let number = decimal && !(scientific && total >= 9);
        if (total >= 10 && !number) || telephone {
            hidden[rest[0].start..rest[rest.len() - 1].end].fill(true);
        }
        return;
    }
}

/// True for four digits behind a date that are a time of day in the name of a file: `20220505-1453_plan.csv`.
fn is_time(chars: &[char], group: &Group) -> bool {
    let number = chars[group.start..group.end].iter().fold(0, |n, c| n * 10 + c.to_digit(10).unwrap_or(0));
    let in_name = matches!(chars.get(group.end), Some('_' | '.'));
    in_name && number / 100 < 24 && number % 100 < 60
}

/// How many leading groups are a date (and time): `2024-01-31`, `31.01.2024`, `20240131`, `20240131104500`.
fn date_groups(chars: &[char], groups: &[Group]) -> usize {
    let number = |group: &Group| {
        chars[group.start..group.end]
            .iter()
            .fold(0u64, |n, c| n.wrapping_mul(10).wrapping_add(u64::from(c.to_digit(10).unwrap_or(0))))
    };
    let year = |n: u64| (1800..2200).contains(&n);
    let day = |n: u64| (1..=31).contains(&n);
    let month = |n: u64| (1..=12).contains(&n);
    let length = |i: usize| groups[i].end - groups[i].start;
    if length(0) == 8 || length(0) == 14 {
        let n = number(&groups[0]) / if length(0) == 14 { 1_000_000 } else { 1 };
        let ymd = year(n / 10_000) && month(n / 100 % 100) && day(n % 100);
        let dmy = length(0) == 8 && year(n % 10_000) && month(n / 10_000 % 100) && day(n / 1_000_000);
        return usize::from(ymd || dmy);
    }
    if groups.len() < 3 {
        return 0;
    }
    let [a, b, c] = [number(&groups[0]), number(&groups[1]), number(&groups[2])];
    let ymd = length(0) == 4 && length(1) == 2 && length(2) == 2 && year(a) && month(b) && day(c);
    let dmy = length(0) <= 2 && length(1) <= 2 && length(2) == 4 && day(a) && day(b) && year(c);
    if ymd || dmy { 3 } else { 0 }
}

fn hide_emails(chars: &[char], hidden: &mut [bool]) {
    // Letters of RFC 5322's dot-atom, and what text around an address seldom has.
    let part = |c: char| c.is_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c);
    for at in (0..chars.len()).filter(|&at| matches!(chars[at], '@' | '\u{ff20}')) {
        let start = (0..at).rev().take_while(|&i| part(chars[i])).last().or_else(|| quoted_before(chars, at));
        let end = (at + 1..chars.len()).take_while(|&i| part(chars[i])).last();
        if let (Some(start), Some(end)) = (start, end) {
            hidden[start..=end].fill(true);
            hidden[at] = false;
        }
    }
}

/// Where the quoted local part of an address starts: `"ola nordmann"@example.no`.
fn quoted_before(chars: &[char], at: usize) -> Option<usize> {
    let close = at.checked_sub(1).filter(|&close| chars[close] == '"')?;
    let open = (0..close).rev().take(LONGEST_LOCAL).find(|&i| chars[i] == '"')?;
    // Quotes are doubled where a cell is shown as it is written.
    Some(open)
        .filter(|open| open + 1 < close)
        .or_else(|| (0..open).rev().take(LONGEST_LOCAL).find(|&i| chars[i] == '"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_identify_a_person_is_masked() {
        for (text, shown) in [
            ("15857613461", "***********"),
            ("158576 13461", "************"),
            ("158576-13461 ring", "************ ring"),
            ("158576 - 13461", "**************"),
            ("158576\n13461", "************"),
            ("15.05.1976 13461", "****************"),
            ("19760515 13461", "**************"),
            ("18900101-9802", "*************"),
            ("18900101-9802.csv", "*************.csv"),
            ("912  34  567", "************"),
            ("fnr １５８５７６１３４６１", "fnr ***********"),
            ("tlf 912 34 567", "tlf **********"),
            ("+47 91234567", "+***********"),
            ("8601.11.17947", "*************"),
            ("1.5857613461E+10", "************E+10"),
            ("ola.nordmann@example.no", "************@**********"),
            ("(ola&kari@example.no)", "(********@**********)"),
            ("\"ola nordmann\"@example.no", "**************@**********"),
            ("\"\"ola nordmann\"\"@example.no", "\"***************@**********"),
        ] {
            assert_eq!(mask(text), shown, "{text}");
        }
    }

    #[test]
    fn codes_amounts_and_dates_are_shown() {
        for text in [
            "0301", "988077917", "2024-01-31", "31.01.2024 10", "20240131", "571910.4199999995", "1 234 567,50",
            "12345678,25", "2024-01-31T10:45:00", "2023-01-01 - 2023-12-31", "2019 - 2020", "0301, 1103, 4601, 5501",
            "20220505-1453_Slutta_VGO.csv", "20240131,0301", "14491_20250919-110621.csv",
        ] {
            assert_eq!(mask(text), text);
        }
    }

    #[test]
    fn nothing_acts_in_a_terminal() {
        assert_eq!(mask("a\u{1b}[31mb\u{202e}c\u{9b}"), "a\\u{1b}[31mb\\u{202e}c\\u{9b}");
        assert_eq!(mask("a ::error::b ##[c] ##vso[d]"), "a \\u{3a}:error\\u{3a}:b \\u{23}#[c] \\u{23}#vso[d]");
        assert_eq!(mask("kl. 10::15, ## Overskrift"), "kl. 10::15, ## Overskrift");
        assert_eq!(Excerpt::of(&"x".repeat(70)).as_str().chars().count(), 60);
    }

    #[test]
    fn marks_move_with_what_is_masked() {
        let text = "a = 1\r\nb = \"\u{1b}æ\" # 15857613461\nc\n";
        let mut spans = ["b", "\"\u{1b}æ\"", "576", "c\n"].map(|part| {
            let start = text.find(part).expect("it is there");
            start..start + part.len()
        });
        let masked = mask_lines(text, &mut spans);
        assert_eq!(masked, "a = 1\nb = \"\\u{1b}æ\" # ***********\nc\n");
        let marked = spans.map(|span| masked[span].to_owned());
        assert_eq!(marked, ["b", "\"\\u{1b}æ\"", "***", "c\n"]);
        assert_eq!(mask_lines("", &mut [0..0, 5..9]), "");
    }

    #[test]
    fn half_an_identifier_is_not_shown() {
        let text = format!("7613461 {} ola.nordmann", "tekst ".repeat(40));
        for (before, behind) in [(false, false), (true, false), (false, true), (true, true)] {
            let part = Excerpt::part(&text, GoesOn { before, behind }, 60).to_string();
            assert_eq!(part.contains("7613461"), !before, "{part}");
            assert_eq!(part.ends_with("ola.nordmann"), !behind, "{part}");
            assert!(part.chars().count() <= 60);
        }
        assert_eq!(Excerpt::part("15857", GoesOn { before: true, behind: true }, 60).as_str(), "……");
    }
}
