//! The report's own words in Bokmål, Nynorsk and English. What rules say comes from their pages.

mod en;
mod nb;
mod nn;
mod roles;

use crate::phrases::Phrases;
use munilint_model::{Dimension, Fix, Language, Role, Severity, Verdict};

/// One and many of a thing that is counted.
pub(crate) type Noun = [&'static str; 2];

/// The words of one language. Texts with `{names}` are filled in.
pub(crate) struct Words {
    pub(crate) language: Language,
    /// By BCP 47.
    pub(crate) lang: &'static str,
    /// `{name}`.
    pub(crate) title: &'static str,
    pub(crate) kicker: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) question: &'static str,
    /// Answer to the question and what it rests on, by [`Verdict`]: unknown, stopped, unready, clear.
    pub(crate) answers: [[&'static str; 2]; 4],
    /// A verdict in a word or two, in that order.
    pub(crate) verdicts: [&'static str; 4],
    /// What the tool does about a finding: mends it, or suggests a mend.
    pub(crate) fixes: [&'static str; 2],
    /// Why a file that has no error is not ready: it has what may be about persons.
    pub(crate) maybe_persons: &'static str,
    /// What stands beside the answer that nothing is in the way when there are notes about persons.
    pub(crate) clear_with_notes: &'static str,
    /// What was looked for: `{things}`, `{kinds}`, and a link behind it.
    pub(crate) looked_for: &'static str,
    pub(crate) looked_for_nothing: &'static str,
    pub(crate) to_screening: &'static str,
    pub(crate) stops: &'static str,
    pub(crate) unready: &'static str,
    pub(crate) first: &'static str,
    pub(crate) nothing_first: &'static str,
    /// `{dimension}`, `{from}`, `{to}`.
    pub(crate) gain: &'static str,
    /// The same in units, where a hundred steps do not show it; `{units}` besides.
    pub(crate) gain_units: &'static str,
    pub(crate) no_gain: &'static str,
    pub(crate) stops_sharing: &'static str,
    /// `{count}`.
    pub(crate) more: &'static str,
    pub(crate) file: Noun,
    pub(crate) row: Noun,
    pub(crate) field: Noun,
    pub(crate) finding: Noun,
    pub(crate) rule: Noun,
    pub(crate) earlier_report: Noun,
    /// By [`Dimension`].
    pub(crate) dimensions: [[&'static str; 2]; 9],
    pub(crate) scores: &'static str,
    pub(crate) scores_lead: &'static str,
    pub(crate) scores_link: &'static str,
    pub(crate) dimension: &'static str,
    pub(crate) score: &'static str,
    pub(crate) basis: &'static str,
    /// `{sound}`, `{units}`.
    pub(crate) score_counts: &'static str,
    /// `{dimensions}`.
    pub(crate) not_scored: &'static str,
    pub(crate) trend: &'static str,
    /// `{count}`, `{name}`.
    pub(crate) trend_lead: &'static str,
    pub(crate) trend_none: &'static str,
    pub(crate) trend_findings: &'static str,
    pub(crate) trend_scores: &'static str,
    pub(crate) report: &'static str,
    pub(crate) now: &'static str,
    /// `{count}`.
    pub(crate) new: &'static str,
    pub(crate) gone: &'static str,
    pub(crate) datasets: &'static str,
    pub(crate) dataset: &'static str,
    pub(crate) verdict: &'static str,
    pub(crate) filter: &'static str,
    pub(crate) sort: &'static str,
    pub(crate) no_findings: &'static str,
    pub(crate) whole_file: &'static str,
    pub(crate) why: &'static str,
    pub(crate) help: &'static str,
    pub(crate) as_above: &'static str,
    pub(crate) is_new: &'static str,
    pub(crate) missing: &'static str,
    /// `{missing}`, `{cells}`, `{share}`.
    pub(crate) missing_some: &'static str,
    pub(crate) missing_none: &'static str,
    /// `{count}`, `{fields}`.
    pub(crate) complete_fields: &'static str,
    /// `{field}`.
    pub(crate) by_period: &'static str,
    pub(crate) by_rows: &'static str,
    pub(crate) without_value: &'static str,
    /// `{share}`, `{worst}`, `{where}`.
    pub(crate) strip: &'static str,
    pub(crate) levels: [&'static str; 6],
    pub(crate) legend: &'static str,
    pub(crate) variables: &'static str,
    pub(crate) variables_lead: &'static str,
    /// Number, field, content, type, range, missing, different.
    pub(crate) heads: [&'static str; 7],
    /// `{column}`; declared by the configuration or a schema.
    pub(crate) declared: &'static str,
    pub(crate) private: &'static str,
    pub(crate) about: &'static str,
    pub(crate) all_present: &'static str,
    /// `{markers}`.
    pub(crate) markers: &'static str,
    pub(crate) types: [(&'static str, &'static str); 16],
    pub(crate) distributions: &'static str,
    /// `{least}`.
    pub(crate) distributions_lead: &'static str,
    /// `{range}`, `{count}`, `{all}`.
    pub(crate) spread_most: &'static str,
    pub(crate) spread_growing: &'static str,
    /// Between two figures of which one is below zero.
    pub(crate) spread_to: &'static str,
    /// `{limit}`.
    pub(crate) spread_under: &'static str,
    pub(crate) spread_over: &'static str,
    pub(crate) spread_covered: &'static str,
    /// `{periods}`.
    pub(crate) spread_without: &'static str,
    pub(crate) numbers: &'static str,
    pub(crate) million: Noun,
    pub(crate) billion: Noun,
    pub(crate) other_values: &'static str,
    pub(crate) vintages: &'static str,
    pub(crate) vintages_lead: &'static str,
    /// Over the years in which codes are in use.
    pub(crate) years: &'static str,
    /// `{from}`, `{to}`.
    pub(crate) vintage_closed: &'static str,
    pub(crate) vintage_open: &'static str,
    /// `{fitting}`, `{codes}`.
    pub(crate) vintage_codes: &'static str,
    pub(crate) joins: &'static str,
    pub(crate) joins_lead: &'static str,
    /// Fields, rows, today, alike.
    pub(crate) join_heads: [&'static str; 5],
    pub(crate) held: &'static str,
    pub(crate) held_lead: &'static str,
    pub(crate) known: &'static str,
    pub(crate) within: &'static str,
    pub(crate) allowed: &'static str,
    pub(crate) allowed_lead: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) until: &'static str,
    pub(crate) screening: &'static str,
    pub(crate) screening_lead: &'static str,
    /// `{rules}`, `{files}`, `{rows}`.
    pub(crate) checked: &'static str,
    pub(crate) looked_heads: [&'static str; 2],
    /// `{precision}`, `{recall}`, `{values}`.
    pub(crate) measured: &'static str,
    pub(crate) unmeasured: &'static str,
    pub(crate) not_looked: &'static str,
    pub(crate) left_out: &'static str,
    pub(crate) unseen: &'static str,
    /// Excluded, of another kind, no table, unchanged.
    pub(crate) unread: [&'static str; 4],
    pub(crate) unread_to_end: &'static str,
    pub(crate) all_looked: &'static str,
    pub(crate) profile: &'static str,
    pub(crate) problems: &'static str,
    pub(crate) problems_lead: &'static str,
    pub(crate) definitions: &'static str,
    /// Terms with what they mean.
    pub(crate) terms: &'static [[&'static str; 2]],
    pub(crate) provenance: &'static str,
    pub(crate) provenance_lead: &'static str,
    pub(crate) tool: &'static str,
    pub(crate) rules_hash: &'static str,
    pub(crate) inputs: &'static str,
    pub(crate) no_hash: &'static str,
    pub(crate) codelists: &'static str,
    pub(crate) configurations: &'static str,
    pub(crate) delimiter: &'static str,
    pub(crate) bytes: &'static str,
}

/// Bokmål, Nynorsk and English.
pub(crate) const ALL: [&Words; 3] = [&nb::WORDS, &nn::WORDS, &en::WORDS];

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> &'static Words {
        match language {
            Language::Nb => ALL[0],
            Language::Nn => ALL[1],
            Language::En => ALL[2],
        }
    }

    /// `2 findings`.
    pub(crate) fn counted(&self, noun: &Noun, count: u64) -> String {
        format!("{}\u{a0}{}", self.language.number(count), noun[usize::from(count != 1)])
    }

    /// Errors, warnings or notes: one and many of them.
    pub(crate) fn severity(&self, severity: Severity) -> &Noun {
        Phrases::of(self.language).nouns(severity)
    }

    /// What a dimension is called, as everywhere but with a capital, and what it asks.
    pub(crate) fn dimension(&self, dimension: Dimension) -> [&'static str; 2] {
        self.dimensions[dimension as usize]
    }

    /// The answer to whether data may be shared, and what it rests on.
    pub(crate) fn answer(&self, verdict: Verdict) -> [&'static str; 2] {
        self.answers[verdict as usize]
    }

    /// A verdict in a word or two.
    pub(crate) fn verdict(&self, verdict: Verdict) -> &'static str {
        self.verdicts[verdict as usize]
    }

    /// What the tool does about a finding; nothing when it is for a person to mend.
    pub(crate) fn fixed(&self, fix: Fix) -> Option<&'static str> {
        match fix {
            Fix::Safe => Some(self.fixes[0]),
            Fix::Unsafe => Some(self.fixes[1]),
            Fix::None => None,
        }
    }

    /// What a field is about.
    pub(crate) fn role(&self, role: Role) -> &'static str {
        self.language.pick(roles::names(role))
    }

    /// A datatype of Table Schema.
    pub(crate) fn datatype(&self, name: &'static str) -> &'static str {
        self.types.iter().find(|(known, _)| *known == name).map_or(name, |(_, word)| word)
    }

    /// A share of a whole as per cent: two figures where it is small, never 0 or 100 for what is not.
    pub(crate) fn share(&self, part: u64, whole: u64) -> String {
        if part == 0 || whole == 0 {
            return self.percent("0");
        }
        if part >= whole {
            return self.percent("100");
        }
        let tenths = (part as f64 / whole as f64 * 1000.0).round() as u64;
        let text = match tenths {
            0 => "< 0.1".to_owned(),
            1..100 => format!("{}.{}", tenths / 10, tenths % 10),
            995.. => "> 99".to_owned(),
            _ => ((tenths + 5) / 10).to_string(),
        };
        self.percent(&text)
    }

    fn percent(&self, text: &str) -> String {
        match self.language {
            Language::En => format!("{}%", text.replace(' ', "\u{a0}")),
            Language::Nb | Language::Nn => format!("{}\u{a0}%", text.replace('.', ",").replace(' ', "\u{a0}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_as_the_language_writes_them() {
        let [nb, _, en] = ALL;
        for (part, whole, text) in [
            (0, 9, "0\u{a0}%"),
            (9, 9, "100\u{a0}%"),
            (1, 100_000, "<\u{a0}0,1\u{a0}%"),
            (27, 1000, "2,7\u{a0}%"),
            (1, 3, "33\u{a0}%"),
            (99_999, 100_000, ">\u{a0}99\u{a0}%"),
        ] {
            assert_eq!(nb.share(part, whole), text);
        }
        assert_eq!(en.share(27, 1000), "2.7%");
    }

    #[test]
    fn dimensions_are_called_alike_in_every_format() {
        use munilint_model::Language::{En, Nb, Nn};
        for (words, language) in ALL.into_iter().zip([Nb, Nn, En]) {
            for dimension in
                [Dimension::Accuracy, Dimension::Conformity, Dimension::Completeness, Dimension::Uniqueness]
            {
                let [name, _] = words.dimension(dimension);
                assert_eq!(name.to_lowercase(), crate::page::dimension(dimension, language));
            }
        }
    }

    #[test]
    fn every_language_fills_in_the_same() {
        let places = |text: &str| {
            let mut places: Vec<String> =
                text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect();
            places.sort();
            places
        };
        let texts = |words: &Words| {
            [
                words.title, words.looked_for, words.gain, words.gain_units, words.more, words.score_counts,
                words.not_scored, words.trend_lead, words.new, words.gone, words.missing_some, words.complete_fields,
                words.by_period, words.strip, words.markers, words.distributions_lead, words.spread_most,
                words.spread_under, words.spread_over, words.spread_without, words.vintage_closed, words.vintage_open,
                words.vintage_codes, words.checked, words.measured, words.until,
            ]
            .map(places)
        };
        for words in &ALL[1..] {
            assert_eq!(texts(words), texts(ALL[0]), "{}", words.lang);
            assert_eq!(words.terms.len(), ALL[0].terms.len(), "{}", words.lang);
            assert_eq!(words.types.map(|(name, _)| name), ALL[0].types.map(|(name, _)| name));
        }
    }
}
