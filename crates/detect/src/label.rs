//! Labels of categories: when two of them are one label that is written in two ways.

/// Up to so many letters, capitals inside a word tell units and formulas apart (`mW`, `pH`), and blanks and dots tell codes.
const SHORT: usize = 4;

/// From so many letters on, words that differ in the marks of their letters alone are one word.
const LONG: usize = 6;

/// What a label says, however it is written: two labels with one key are one label.
///
/// Capitals make no other label, nor do blanks, full stops, commas, hyphens, underscores and quotation marks, nor `aa` for
/// `å`, `oe` or `ö` for `ø`, `ae` or `ä` for `æ`. What stands between digits, before a number or as a sign (`A-`, `C+`) does, and
/// so do the capitals of a word with digits and of a short word of mixed case. `None` for a text of fewer than two letters.
#[must_use]
pub fn label_key(text: &str) -> Option<String> {
    if letters(text) < 2 {
        return None;
    }
    let is_long =
        text.chars().map(|c| if folded(c).is_empty() { usize::from(c.is_alphabetic()) } else { 2 }).sum::<usize>()
            > SHORT;
    let mut key = String::with_capacity(text.len() + 4);
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != is_word).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_word {
            push_word(&mut key, run);
        } else {
            push_marks(&mut key, run, after, is_long);
        }
        rest = after;
    }
    Some(key)
}

/// The key without marks on letters: `Tromso` is `Tromsø`. It takes a few different short words for one, so that a key of
/// fewer than six letters stays as it is.
#[must_use]
pub fn unmarked(key: &str) -> String {
    let plain = key.replace("aa", "a").replace("oe", "o").replace(['é', 'è'], "e");
    if letters(&plain) < LONG { key.to_owned() } else { plain }
}

/// True when two different texts differ by one letter or sign: another one, one too many, one too few, or two that changed
/// places.
#[must_use]
pub fn differ_by_one<T: Eq>(a: &[T], b: &[T]) -> bool {
    if a == b {
        return false;
    }
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match (&a[start..], &b[start..]) {
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([x, y, a @ ..], [v, w, b @ ..]) if (x, y) == (w, v) && a == b => true,
        ([_, a @ ..], [_, b @ ..]) => a == b,
        _ => false,
    }
}

/// True when two keys of words, set apart by blanks, look like one label with a slip of the pen: one word of six letters or
/// more differs by one letter that is not its first, and all else is the same.
#[must_use]
pub fn is_slip(a: &str, b: &str) -> bool {
    let mut differing = None;
    let (mut left, mut right) = (a.split(' '), b.split(' '));
    loop {
        match (left.next(), right.next()) {
            (None, None) => break,
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) if differing.is_none() => differing = Some((a, b)),
            _ => return false,
        }
    }
    let Some((a, b)) = differing else { return false };
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let is_word = |word: &[char]| word.len() >= LONG && word.iter().all(|c| c.is_alphabetic());
    is_word(&a) && is_word(&b) && a[0] == b[0] && differ_by_one(&a, &b)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// The two letters that stand for a Norwegian one where a keyboard lacks it; empty for all others.
fn folded(c: char) -> &'static str {
    match c {
        'å' | 'Å' => "aa",
        'ø' | 'Ø' | 'ö' | 'Ö' => "oe",
        'æ' | 'Æ' | 'ä' | 'Ä' => "ae",
        _ => "",
    }
}

fn push_word(key: &mut String, word: &str) {
    let has_digit = word.chars().any(char::is_numeric);
    if (has_digit && word.chars().any(char::is_alphabetic)) || has_own_capitals(word) {
        key.push_str(word);
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        match folded(c) {
            "" => key.push(c),
            pair => key.push_str(pair),
        }
    }
}

/// True for a short word that is neither `kw` nor `Kw` nor `KW`.
fn has_own_capitals(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let length = word.chars().count();
    let starts_high = word.chars().next().is_some_and(char::is_uppercase);
    (2..SHORT).contains(&length) && capitals != 0 && capitals != length && !(capitals == 1 && starts_high)
}

/// Keeps of what stands between two words the signs that mean something.
fn push_marks(key: &mut String, marks: &str, after: &str, is_long: bool) {
    let before_digit = after.starts_with(|c: char| c.is_numeric());
    let between_digits = before_digit && key.ends_with(|c: char| c.is_numeric());
    let is_sign = marks.ends_with(is_hyphen) && marks.trim_end_matches(is_hyphen).ends_with(char::is_whitespace);
    let keeps_hyphen = after.is_empty() || (before_digit && (key.is_empty() || is_sign));
    let before = key.len();
    for c in marks.chars() {
        if is_hyphen(c) {
            if keeps_hyphen || between_digits || (!is_long && !after.is_empty()) {
                key.push('-');
            }
        } else if !is_separator(c) || (between_digits && !c.is_whitespace()) {
            key.push(c);
        }
    }
    let needs_blank = between_digits || (!is_long && !after.is_empty() && !key.is_empty());
    if needs_blank && key.len() == before {
        key.push(' ');
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || "._,;:'\"«»“”„’‘´`".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(a: &str, b: &str) -> bool {
        label_key(a).is_some() && label_key(a) == label_key(b)
    }

    #[test]
    fn one_label_in_two_spellings() {
        for (a, b) in [
            ("St.Hanshaugen", "St. Hanshaugen"),
            ("ja", "JA"),
            ("Ja", "ja."),
            ("Sentralbord", "sentralbord"),
            ("Barn i barnehage", "BARN I BARNEHAGE"),
            ("info-telefon", "infotelefon"),
            ("Eiendomsmeglere og -forvaltere", "Eiendomsmeglere- og forvaltere"),
            ("Parkar, leikepl., badeplassar", "Parkar, leikepl. Badeplassar"),
            ("Ålesund", "Aalesund"),
            ("Sør", "Soer"),
            ("ikke_oppgitt", "Ikke oppgitt"),
            ("Nord-Odal", "Nord Odal"),
            ("2. Trinn", "2 trinn"),
            ("«Ja»", "Ja"),
            ("0-5 år", "0–5 År"),
            ("60 -74 år", "60-74 år"),
        ] {
            assert!(same(a, b), "{a}: {:?}, {b}: {:?}", label_key(a), label_key(b));
        }
    }

    #[test]
    fn different_labels_stay_apart() {
        for (a, b) in [
            ("1.1 mål", "11 mål"),
            ("Gruppe A", "Gruppe B"),
            ("AB-", "AB"),
            ("AB+", "AB"),
            ("mW", "MW"),
            ("pH", "PH"),
            ("10a klasse", "10A klasse"),
            ("sone -1", "sone 1"),
            ("under 5 år", "under 50 år"),
            ("C++ kurs", "C kurs"),
            ("Mann/kvinne", "Mann kvinne"),
            ("0-5 år", "05 år"),
            ("a b", "ab"),
            ("1 000 kr", "1000 kr"),
            ("Måler", "Maler"),
        ] {
            assert!(!same(a, b), "{a}, {b}: {:?}", label_key(a));
        }
        assert_eq!(label_key("a"), None);
        assert_eq!(label_key("12.5"), None);
    }

    #[test]
    fn marks_on_letters_are_lost_in_long_words_only() {
        let plain = |text: &str| unmarked(&label_key(text).unwrap());
        assert_eq!(plain("Tromso"), plain("Tromsø"));
        assert_ne!(plain("Måler"), plain("Maler"));
    }

    #[test]
    fn slips_are_told_from_other_names() {
        assert!(is_slip("vakttelefon for fosterforeldre", "vakttelefion for fosterforeldre"));
        assert!(is_slip("barnehage", "barnehgae") && is_slip("barnehage", "barnehagee"));
        for (a, b) in [
            ("lunde skole", "sunde skole"),
            ("gruppe a", "gruppe b"),
            ("avskriving gruppe 1", "avskriving gruppe 2"),
            ("befal i", "befal ii"),
            ("strand", "straand ny"),
            ("barnehage", "barnehage"),
            ("øst", "vest"),
            ("trinn5a", "trinn5b"),
        ] {
            assert!(!is_slip(a, b), "{a}, {b}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(a in "\\PC{0,20}", b in "\\PC{0,20}") {
            if let (Some(a), Some(b)) = (label_key(&a), label_key(&b)) {
                prop_assert_eq!(is_slip(&a, &b), is_slip(&b, &a));
                let _ = unmarked(&a);
            }
        }

        #[test]
        fn the_key_of_a_key_is_itself(text in "[a-zæøå ]{0,20}") {
            if let Some(key) = label_key(&text) {
                prop_assert_eq!(label_key(&key), Some(key));
            }
        }
    }
}
