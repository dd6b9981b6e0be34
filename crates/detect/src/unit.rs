//! The unit of measurement that the name of a field tells.

use crate::header::{fold, words};

/// Units as they are shown, with the folded words that tell them (`kWh` is two, for its capital); the first that fits holds.
const UNITS: [(&str, &[&str]); 38] = [
    ("prosentpoeng", &["prosentpong", "percentage points", "pst pong"]),
    ("prosent", &["prosent", "prosentandel", "percent", "per cent", "percentage", "pst", "pct"]),
    ("promille", &["promille"]),
    ("mrd. kr", &["mrd kr", "mrd kroner", "milliarder kroner", "milliarder kr", "mrd nok"]),
    (
        "mill. kr",
        &["mill kr", "mill kroner", "millioner kroner", "millioner kr", "millionar kroner", "mnok", "mill nok"],
    ),
    (
        "1000 kr",
        &["1000 kr", "1000 kroner", "1 000 kr", "1 000 kroner", "tusen kroner", "tusen kr", "tkr", "1000 nok", "tnok"],
    ),
    ("kr/kWh", &["kr kwh", "kr k wh"]),
    ("øre/kWh", &["ore kwh", "ore k wh"]),
    ("kr", &["kr", "kroner", "norwegian kroner"]),
    ("øre", &["ore"]),
    ("euro", &["euro", "eur"]),
    (
        "1000 tonn CO2-ekvivalenter",
        &["1000 tonn co2 ekvivalenter", "1000 tonn co₂ ekvivalenter", "1 000 tonn co2 ekvivalenter"],
    ),
    (
        "tonn CO2-ekvivalenter",
        &["tonn co2 ekvivalenter", "tonn co₂ ekvivalenter", "tonn co2 ekv", "tonn co₂ ekv", "tonn co2e", "tonn co₂e"],
    ),
    ("tonn CO2", &["tonn co2", "tonn co₂"]),
    ("1000 tonn", &["1000 tonn", "1 000 tonn", "kilotonn"]),
    ("tonn", &["tonn", "tonnes"]),
    ("kg", &["kg", "kilo", "kilogram"]),
    ("km2", &["km2", "km²", "kvadratkilometer", "kvkm"]),
    ("m2", &["m2", "m²", "kvm", "kvadratmeter", "kvadratmetar"]),
    ("m3", &["m3", "m³", "kubikkmeter", "kubikkmetar"]),
    ("dekar", &["dekar", "daa"]),
    ("hektar", &["hektar"]),
    ("km", &["km", "kilometer"]),
    ("meter", &["meter", "metar"]),
    ("liter", &["liter"]),
    ("kWh", &["kwh", "k wh"]),
    ("MWh", &["mwh"]),
    ("GWh", &["gwh"]),
    ("TWh", &["twh"]),
    ("kW", &["kw", "k w"]),
    ("MW", &["mw"]),
    ("°C", &["celsius", "grader celsius"]),
    ("µg/m3", &["µg m3", "μg m3", "µg m³", "μg m³", "ug m3"]),
    ("mg/l", &["mg l"]),
    ("1000 personer", &["1000 personer", "1 000 personer"]),
    ("årsverk", &["arsverk"]),
    ("skalapoeng", &["skalapong"]),
    ("indeks", &["indeks"]),
];

/// Units whose words are too common to count outside brackets.
const IN_BRACKETS: [(&str, &str); 12] = [
    ("kr", "nok"),
    ("hektar", "ha"),
    ("meter", "m"),
    ("liter", "l"),
    ("timer", "timer"),
    ("dager", "dager"),
    ("minutter", "minutter"),
    ("år", "ar"),
    ("antall", "antall"),
    ("antall", "stk"),
    ("personer", "personer"),
    ("poeng", "pong"),
];

/// The unit that a field's name tells, in brackets or in words, spelt one way: `prosent`, `kr`, `1000 kr`, `mill. kr`,
/// `tonn`, `m2`, `kr per innbygger`; `None` when it tells none.
#[must_use]
pub fn header_unit(name: &str) -> Option<String> {
    let inside = name.split_once(['(', '[']).map(|(_, rest)| rest.split([')', ']']).next().unwrap_or_default());
    if let Some(inside) = inside {
        let listed = among(inside).or_else(|| {
            let whole = fold(inside);
            IN_BRACKETS.iter().find(|(_, text)| *text == whole).map(|(unit, _)| (*unit).to_owned())
        });
        if listed.is_some() {
            return listed;
        }
    }
    among(name)
}

/// The unit that a text is, as the values of a field of units are; spelt one way as by [`header_unit`]. `None` when the text
/// says more than a unit: `prosent av befolkningen`.
#[must_use]
pub fn unit(text: &str) -> Option<String> {
    match text.trim() {
        "%" => return Some("prosent".to_owned()),
        "‰" => return Some("promille".to_owned()),
        _ => {}
    }
    let words = words(text);
    let whole = words.join(" ");
    let listed = UNITS.iter().flat_map(|(unit, spellings)| spellings.iter().map(move |spelling| (*unit, *spelling)));
    for (unit, spelling) in listed.chain(IN_BRACKETS) {
        let Some(rest) = whole.strip_prefix(spelling).map(str::trim_start) else { continue };
        let rest: Vec<String> = rest.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        match &rest[..] {
            [] => return Some(unit.to_owned()),
            [per, _] if per == "per" || per == "pr" => return Some(with_base(unit, &rest, text)),
            _ => {}
        }
    }
    None
}

fn among(text: &str) -> Option<String> {
    let words = words(text);
    // A spelling is compared word by word: `kr` is no part of `krav`.
    for (unit, spellings) in &UNITS {
        for spelling in *spellings {
            let spelt: Vec<&str> = spelling.split(' ').collect();
            if let Some(at) = words.windows(spelt.len()).position(|run| run == spelt) {
                return Some(with_base(unit, &words[at + spelt.len()..], text));
            }
        }
    }
    // The currency by its capitals: `nok` is also a word.
    let capitals = |letters: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == letters);
    match () {
        () if text.contains('%') => Some("prosent".to_owned()),
        () if text.contains('‰') => Some("promille".to_owned()),
        () if capitals("NOK") => {
            let at = words.iter().position(|word| word == "nok").map_or(words.len(), |at| at + 1);
            Some(with_base("kr", &words[at..], text))
        }
        () => None,
    }
}

/// `kr` with what follows: `per innbygger`, `per 1000`.
fn with_base(unit: &str, rest: &[String], text: &str) -> String {
    let base = match rest {
        [per, base, ..] if per == "per" || per == "pr" => base,
        _ => return unit.to_owned(),
    };
    let spelt = text.split(|c: char| !c.is_alphanumeric()).find(|word| fold(word) == *base).unwrap_or(base);
    format!("{unit} per {}", spelt.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_found_in_names() {
        let cases = [
            ("valgdeltagelse (prosent)", "prosent"),
            ("Andel (%)", "prosent"),
            ("Pst_endring_2023_2024", "prosent"),
            ("Endring i prosentpoeng", "prosentpoeng"),
            ("Beløp (kr)", "kr"),
            ("Beløp i 1000 kr", "1000 kr"),
            ("Beløp (1 000 kroner)", "1000 kr"),
            ("Utgifter (mill. kr)", "mill. kr"),
            ("Inntekter, mill.kr", "mill. kr"),
            ("Utgifter, kr per innbygger", "kr per innbygger"),
            ("Sats (kr pr. måned)", "kr per måned"),
            ("Utslipp (tonn CO₂-ekvivalenter)", "tonn CO2-ekvivalenter"),
            ("Strømpris (øre/kWh)", "øre/kWh"),
            ("Forbruk (kWh)", "kWh"),
            ("Forbruk, GWh", "GWh"),
            ("Mengde tonn", "tonn"),
            ("Areal (m²)", "m2"),
            ("areal_m2", "m2"),
            ("Areal i dekar", "dekar"),
            ("Maximum monthly cost, NOK per month", "kr per month"),
            ("Ventetid (dager)", "dager"),
            ("Høyde (m)", "meter"),
        ];
        for (name, expected) in cases {
            assert_eq!(header_unit(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn a_text_is_a_unit() {
        for (text, expected) in [
            ("kr", Some("kr")),
            ("Kroner", Some("kr")),
            ("1 000 kr", Some("1000 kr")),
            ("1000 kroner", Some("1000 kr")),
            ("mill. kr", Some("mill. kr")),
            ("kroner per elev", Some("kr per elev")),
            ("%", Some("prosent")),
            ("Personer", Some("personer")),
            ("tonn", Some("tonn")),
            ("tonn CO2-ekv.", Some("tonn CO2-ekvivalenter")),
            ("prosent av befolkningen", None),
            ("kroner per barn i barnehage", None),
            ("kreft", None),
            ("skole", None),
            ("", None),
        ] {
            assert_eq!(unit(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn other_names_tell_no_unit() {
        for name in ["", "krav", "antall", "Nok plass", "andel_sysselsatte", "kommune (nr)", "Utslipp (2024)", "dager"]
        {
            assert_eq!(header_unit(name), None, "{name}");
        }
    }
}
