//! Situations of people that are nobody else's business: that all of a group are in one tells it of each of them.

use munilint_detect::header;

/// What the words for such situations begin with, folded as [`header::words`] does. Health, social help and crime; personal
/// data of special categories (GDPR, articles 9 and 10), or subject to confidentiality (forvaltningsloven).
const SITUATIONS: [&str; 27] = [
    "sosialhjelp", "sosialstonad", "spesialundervisning", "barnevern", "arbeidsledig", "langtidsledig", "uforetrygd",
    "uforepensjon", "mobbet", "mobba", "mobbing", "rusmis", "domfelt", "siktet", "straffet", "straffedom",
    "lavinntekt", "fattig", "flyktning", "asylsok", "sykmeld", "sjukmeld", "funksjonsneds", "funksjonshem",
    "voldsutsatt", "gjeldsproblem", "tvangsinnlag",
];

/// What the words begin with for something that people would have in common, folded: that none has it tells the contrary of
/// each of them.
const SUCCESSES: [&str; 4] = ["bestatt", "fullfort", "gjennomfort", "godkjent"];

/// Words that say how something is counted, and of whom behind them, folded.
const OF_WHOM: [&str; 8] = ["av", "i", "blant", "per", "pr", "of", "among", "fra"];

/// Words that say how something is counted, folded.
const MEASURES: [&str; 12] = [
    "andel", "andeler", "andelen", "antal", "antall", "prosent", "prosentandel", "pst", "percent", "pct", "share",
    "totalt",
];

/// What it tells of each person that a whole group, or nobody in it, is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Situation {
    /// That all are in it is telling.
    Burden,
    /// That none has it is telling.
    Success,
}

impl Situation {
    /// What the name of a field tells: `Andel elever med spesialundervisning (prosent)`. `None` when it names something else
    /// last: `flyktninger i arbeid`.
    pub(super) fn of(name: &str) -> Option<Situation> {
        let plain = name.split(['(', '[']).next().unwrap_or_default();
        let words = header::words(plain);
        let mut of_whom = words.split(|word| OF_WHOM.contains(&word.as_str()));
        let named = of_whom.next().unwrap_or_default();
        let last = named.iter().rev().find(|word| !MEASURES.contains(&word.as_str()))?;
        // `flyktninger i arbeid` is another situation than that of refugees; `mobbet i klassen` is not.
        let is_one = |list: &[&str]| list.iter().any(|start| last.starts_with(start));
        let goes_on =
            of_whom.flatten().any(|word| matches!(word.as_str(), "arbeid" | "utdanning" | "aktivitet" | "work"));
        if is_one(&SITUATIONS) && !goes_on {
            Some(Situation::Burden)
        } else if is_one(&SUCCESSES) {
            Some(Situation::Success)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn situations_are_told_by_what_is_named_last() {
        for name in [
            "andel_sosialhjelpsmottakere",
            "Andel elever med spesialundervisning (prosent)",
            "Arbeidsledige i prosent av arbeidsstyrken",
            "Andel mobbet av elevene",
            "uføretrygdede",
        ] {
            assert_eq!(Situation::of(name), Some(Situation::Burden), "{name}");
        }
        assert_eq!(Situation::of("Andel bestått (%)"), Some(Situation::Success));
        for name in [
            "andel flyktninger i arbeid", "ledige plasser", "andel sysselsatte", "barnevernsledere ansatt", "andel", "",
        ] {
            assert_eq!(Situation::of(name), None, "{name}");
        }
    }
}
