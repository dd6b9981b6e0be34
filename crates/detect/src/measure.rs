//! What the name of a field says about a quantity: a share, a rate, a count or an amount.

use crate::header::words;
use crate::unit::header_unit;

/// Words for a place in an order, which is no quantity.
const ORDERS: [&str; 6] = ["nummer", "rekkefolge", "sort", "sortering", "rang", "rank"];

/// Words for a difference between two quantities: it may be negative and exceed a whole.
const CHANGES: [&str; 12] = [
    "avvik", "change", "difference", "diff", "differanse", "endring", "endringer", "growth", "okning", "reduksjon",
    "utvikling", "vekst",
];

const SHARES: [&str; 14] = [
    "andel", "andelen", "andeler", "pct", "percent", "percentage", "proportion", "prosent", "prosentandel",
    "prosentandeler", "prosentvis", "pst", "relativdel", "share",
];

/// Ends of compounds: `svarprosent`, `dekningsgrad`.
const SHARE_ENDS: [&str; 3] = ["prosent", "sandel", "ningsgrad"];

const RATES: [&str; 5] = ["promille", "rate", "rater", "ratio", "forholdstall"];

const MIDDLES: [&str; 9] =
    ["average", "gjennomsnitt", "gjennomsnittlig", "gjsnitt", "mean", "median", "snitt", "max", "min"];

const COUNTS: [&str; 4] = ["antal", "antall", "ant", "count"];

/// What is mostly counted: the header names it in the plural and nothing else.
const COUNTED: [&str; 32] = [
    "ansatte", "arbeidsledige", "arbeidssokere", "barnetall", "befolkning", "bosatte", "brukere", "deltakere", "dode",
    "elevar", "elever", "elevtal", "elevtall", "folkemengde", "folketal", "folketall", "fodte", "husholdninger",
    "innbyggarar", "innbyggere", "innbyggertall", "innflyttede", "mandat", "mandater", "medlemmer", "personer",
    "persons", "population", "sokere", "stemmer", "sysselsatte", "utflyttede",
];

const AMOUNTS: [&str; 38] = [
    "amount", "areal", "area", "belop", "budget", "budsjett", "cost", "costs", "forbruk", "gebyr", "grunnstonad",
    "grunnstotte", "inntekt", "inntekter", "konsentrasjon", "kostnad", "kostnader", "lengde", "lonn", "mengde", "pris",
    "price", "regnskap", "rekneskap", "saldo", "salgspris", "tilskudd", "tilskot", "utgift", "utgifter", "utslipp",
    "value", "verdi", "verdien", "vekt", "volum", "arsverk", "stemmestotte",
];

/// Words for a sum of whatever the rest of the name says.
const TOTALS: [&str; 5] = ["sum", "total", "totalsum", "totalt", "totale"];

const MONTHS: [&str; 12] = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
];

/// The role of a quantity that a field's name tells, and how sure it is, from 0 to 1; `None` when it tells none.
///
/// Roles are named as the model names them: `share`, `rate`, `count`, `amount`. Only figures can bear it out.
#[must_use]
pub fn header_measure(name: &str) -> Option<(&'static str, f32)> {
    let words = words(name);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    if words.is_empty() || has(&ORDERS) {
        return None;
    }
    if has(&CHANGES) {
        return Some(("amount", 0.5));
    }
    if is_per_something(&words) || has(&RATES) || words.iter().any(|word| word.ends_with("srate")) {
        return Some(("rate", 0.7));
    }
    let compound = |word: &&&str| SHARE_ENDS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end));
    if name.contains('%') || has(&SHARES) || words.iter().find(compound).is_some() || pair(&words, "per", "cent") {
        return Some(("share", 0.8));
    }
    if has(&MIDDLES) {
        return Some(("amount", 0.6));
    }
    if has(&COUNTS) || pair(&words, "number", "of") || pair(&words, "no", "of") {
        return Some(("count", 0.8));
    }
    if has(&AMOUNTS) || words.iter().any(|word| is_sum(word)) {
        return Some(("amount", 0.6));
    }
    if has(&COUNTED) {
        return Some(("count", 0.6));
    }
    (has(&TOTALS) || header_unit(name).is_some()).then_some(("amount", 0.6))
}

fn pair(words: &[&str], first: &str, second: &str) -> bool {
    words.windows(2).any(|pair| pair == [first, second])
}

/// `driftsinntekter`, `lønnsutgifter`, `nettobeløp`: the end of a compound tells.
fn is_sum(word: &str) -> bool {
    ["belop", "utgift", "utgifter", "inntekt", "inntekter", "kostnad", "kostnader", "kostnadene", "utslipp"]
        .iter()
        .any(|end| word.len() > end.len() && word.ends_with(end))
}

/// `per innbygger`, `pr. 1000 elever`, but not `per 31.12.2023`, which tells of a day, nor `per cent`.
fn is_per_something(words: &[&str]) -> bool {
    words.windows(2).any(|pair| match pair {
        ["per" | "pr", next] => match next.parse::<u32>() {
            Ok(number) => matches!(number, 100 | 1_000 | 10_000 | 100_000 | 1_000_000),
            Err(_) => !MONTHS.contains(next) && !matches!(*next, "cent" | "dato" | "i"),
        },
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_told_by_their_names() {
        let cases = [
            ("andel_sysselsatte", "share"),
            ("valgdeltagelse (prosent)", "share"),
            ("Andel (%)", "share"),
            ("andeler", "share"),
            ("Fordeling av kontraktstyper (prosent)", "share"),
            ("svarprosent", "share"),
            ("Dekningsgrad", "share"),
            ("Pst. av befolkningen", "share"),
            ("Dødsfall per 1000 innbyggere", "rate"),
            ("Netto driftsutgifter per elev", "rate"),
            ("Utgifter pr. innbygger (kr)", "rate"),
            ("Pst_endring_2023_2024", "amount"),
            ("Folkemengde per 1. januar", "count"),
            ("antall personer per 31.12.2023", "count"),
            ("antall_sysselsatte", "count"),
            ("Antall kommuner", "count"),
            ("Number of beds", "count"),
            ("Persons 2010", "count"),
            ("befolkning", "count"),
            ("bosatte_totalt", "count"),
            ("totalt", "amount"),
            ("stemmer", "count"),
            ("belop", "amount"),
            ("Beløp (1000 kr)", "amount"),
            ("rekneskap_2011", "amount"),
            ("Utslipp (tonn CO₂-ekvivalenter)", "amount"),
            ("Utslipp (2024)", "amount"),
            ("Verdi", "amount"),
            ("Mengde avfall", "amount"),
            ("Strømpris (øre/kWh)", "amount"),
        ];
        for (name, expected) in cases {
            assert_eq!(header_measure(name).map_or("", |(role, _)| role), expected, "{name}");
        }
    }

    #[test]
    fn other_names_tell_of_no_quantity() {
        for name in
            ["", "kommunenr", "Varehandel", "SortKommune", "Sortering kommune", "navn", "kandidatnummer", "parti"]
        {
            assert_eq!(header_measure(name), None, "{name}");
        }
    }
}
