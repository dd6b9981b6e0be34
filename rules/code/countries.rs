//! Countries by number, letters and name.

use munilint_detect::codelist::CodeList;
use munilint_detect::header::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A way to tell countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    /// Three digits: SSB KLASS 91.
    Number,
    /// ISO 3166-1 alpha-2.
    TwoLetters,
    /// ISO 3166-1 alpha-3.
    ThreeLetters,
    /// The name in Norwegian, as KLASS 91 has it.
    Norwegian,
    /// The name in English.
    English,
}

static COUNTRIES: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::parse(crate::codelist("countries").unwrap_or_default()).unwrap_or_default());

/// By what is written, capitals and blanks left out: the systems in which it is a country, with the country's number.
static WRITTEN: LazyLock<HashMap<String, Vec<(System, &'static str)>>> = LazyLock::new(|| {
    let mut written: HashMap<String, Vec<(System, &str)>> = HashMap::new();
    let list: &'static CodeList = &COUNTRIES;
    for entry in list.iter() {
        let mut add = |text: &str, system| written.entry(key(text)).or_default().push((system, &entry.code));
        add(&entry.code, System::Number);
        // Stateless and unstated are no countries, whatever stands beside them.
        let Some(two) = list.cell(entry, "iso2") else { continue };
        add(two, System::TwoLetters);
        list.cell(entry, "iso3").into_iter().for_each(|three| add(three, System::ThreeLetters));
        add(&entry.name, System::Norwegian);
        list.cell(entry, "english").into_iter().for_each(|name| add(name, System::English));
    }
    written
});

fn key(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The systems in which the text is a country, each with the country's number: `USA` is three letters and a name.
pub(super) fn countries(text: &str) -> &'static [(System, &'static str)] {
    WRITTEN.get(&key(text)).map_or(&[], Vec::as_slice)
}

/// The one system in which the text is a country; `None` when it is none, or one in several systems.
pub(super) fn system(text: &str) -> Option<System> {
    match countries(text) {
        [(system, _)] => Some(*system),
        _ => None,
    }
}

/// The system whose codes have the form of the text, whether or not it is one of them.
pub(super) fn form(text: &str) -> Option<System> {
    let all = |is: fn(&u8) -> bool| text.bytes().all(|byte| is(&byte));
    match text.len() {
        3 if all(u8::is_ascii_digit) => Some(System::Number),
        2 if all(u8::is_ascii_alphabetic) => Some(System::TwoLetters),
        3 if all(u8::is_ascii_alphabetic) => Some(System::ThreeLetters),
        _ => None,
    }
}

/// Codes of countries that are no more (ISO 3166-3), and those the European Union writes in its own way.
const FORMER: [&str; 26] = [
    "AN", "ANT", "BU", "BUR", "CS", "CSK", "SCG", "DD", "DDR", "SU", "SUN", "TP", "TMP", "YU", "YUG", "ZR", "ZAR",
    "YD", "YMD", "FX", "FXX", "ROM", "UK", "EL", "EU", "EUR",
];

/// True when the letters may stand for something by another rule than the list's: a country that is no more, or a code that
/// ISO 3166-1 leaves to its users (`AA`, `QM` to `QZ`, `XA` to `XZ`, `ZZ`, and as three letters).
pub(super) fn is_set_apart(letters: &str) -> bool {
    let upper = letters.to_ascii_uppercase();
    FORMER.contains(&upper.as_str())
        || matches!(upper.as_bytes(), [b'A', b'A', ..] | [b'Q' | b'X', ..] | [b'Z', b'Z', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_told_apart() {
        for (text, expected) in [
            ("000", System::Number),
            ("NO", System::TwoLetters),
            ("nor", System::ThreeLetters),
            ("Norge", System::Norwegian),
            ("NORWAY", System::English),
        ] {
            assert_eq!(system(text), Some(expected), "{text}");
            assert_eq!(countries(text), [(expected, "000")], "{text}");
        }
        for text in ["USA", "Japan", "Hong Kong", "Uoppgitt", "Europa", "00", ""] {
            assert_eq!(system(text), None, "{text}");
        }
    }

    #[test]
    fn codes_that_others_use_are_set_apart() {
        for letters in ["YU", "YUG", "UK", "XX", "QMA", "zz"] {
            assert!(is_set_apart(letters), "{letters}");
        }
        assert!(!is_set_apart("NP") && !is_set_apart("NOO") && !is_set_apart("ZAM"));
    }
}
