//! The renderer's own words, in Bokmål, Nynorsk and English. What rules say comes from their pages.

mod en;
mod nb;
mod nn;

use munilint_model::{Confidence, Language, Limit, Severity};

/// One and many of a thing that is counted.
pub(crate) struct Noun(&'static str, &'static str);

/// The words of one language.
pub(crate) struct Words {
    pub(crate) language: Language,
    /// Error, warning and note.
    severities: [Noun; 3],
    finding: Noun,
    file: Noun,
    data_row: Noun,
    rule: Noun,
    problem_count: Noun,
    pair: Noun,
    /// Medium and low confidence.
    confidences: [&'static str; 2],
    /// Before the reason of a rule.
    pub(crate) why: &'static str,
    /// Before the values that a finding is about.
    pub(crate) values: &'static str,
    /// Before the first values of the field that a finding is about.
    pub(crate) first_values: &'static str,
    /// Before values are shown.
    pub(crate) before_values: &'static str,
    /// Before what to do about a finding.
    pub(crate) help: &'static str,
    /// Before trouble in our run.
    pub(crate) problem: &'static str,
    pub(crate) row: &'static str,
    pub(crate) rows: &'static str,
    pub(crate) line: &'static str,
    pub(crate) lines: &'static str,
    pub(crate) field: &'static str,
    pub(crate) fields: &'static str,
    table: &'static str,
    /// Between the last two of a list.
    and: &'static str,
    /// Behind the number of places that are not named.
    more: &'static str,
    /// In front of the sums of a table.
    pub(crate) total: &'static str,
    /// Summary of findings: `{findings}`, `{files}`, `{severities}`.
    pub(crate) found: &'static str,
    /// Files with findings among all: `{some}`, `{all}`.
    pub(crate) some_of: &'static str,
    /// Summary without findings: `{rules}`, `{files}`, `{rows}`.
    pub(crate) nothing: &'static str,
    /// What was read, below the table: `{files}`, `{rows}`, `{rules}`.
    pub(crate) checked: &'static str,
    /// No file was read.
    pub(crate) no_files: &'static str,
    /// What rules of the family `person` looked for: `{things}`.
    pub(crate) looked_for: &'static str,
    /// The same when there are many: `{things}` of `{kinds}`.
    pub(crate) looked_for_many: &'static str,
    /// No rule of the family `person` ran.
    pub(crate) looked_for_nothing: &'static str,
    /// What the configuration allows: `{findings}`, `{reasons}`.
    pub(crate) allowed: &'static str,
    /// What changed since an earlier report: `{name}`, `{new}`, `{gone}`.
    pub(crate) since: &'static str,
    /// Before the last day of it.
    pub(crate) until: &'static str,
    /// What a screening says of itself.
    pub(crate) statement: &'static str,
    /// Why rules did not see all values of a field.
    pub(crate) unseen: &'static str,
    /// Why a rule gave up at a table: fields, rows and values.
    limits: [&'static str; 3],
    /// Part of the work was not done: `{problems}`.
    pub(crate) partial: &'static str,
    /// Where to read more: `{rule}`.
    pub(crate) explain: &'static str,
    /// Over the table of pairs of files.
    pub(crate) joins: &'static str,
    /// What is counted in it.
    pub(crate) joins_counted: &'static str,
    /// Heads of its figures: rows, those that match today, those that match after safe mends.
    pub(crate) join_heads: [&'static str; 3],
    /// Fields by which all rows match: `{fields}`.
    pub(crate) joins_ready: &'static str,
    /// Pairs that are not shown: `{pairs}`.
    pub(crate) joins_more: &'static str,
    /// What to begin with: `{fields}`, `{today}`, `{after}`.
    pub(crate) joins_first: &'static str,
    /// What the built-in families are about.
    families: [(&'static str, &'static str); 13],
    /// What rules of the families `person` and `risk` look for, by the rule's name.
    things: [(&'static str, &'static str); 41],
}

/// Bokmål, Nynorsk and English.
const ALL: [&Words; 3] = [&nb::WORDS, &nn::WORDS, &en::WORDS];

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> &'static Words {
        match language {
            Language::Nb => ALL[0],
            Language::Nn => ALL[1],
            Language::En => ALL[2],
        }
    }

    /// The words that are not translated: those of the pages of rules.
    pub(crate) fn english() -> &'static Words {
        ALL[2]
    }

    /// `error`.
    pub(crate) fn severity(&self, severity: Severity) -> &'static str {
        self.severity_noun(severity).0
    }

    /// `errors`.
    pub(crate) fn severities(&self, severity: Severity) -> &'static str {
        self.severity_noun(severity).1
    }

    /// `2 errors`.
    pub(crate) fn count_of(&self, severity: Severity, count: u64) -> String {
        self.counted(self.severity_noun(severity), count)
    }

    fn severity_noun(&self, severity: Severity) -> &Noun {
        match severity {
            Severity::Error => &self.severities[0],
            Severity::Warning => &self.severities[1],
            Severity::Note => &self.severities[2],
        }
    }

    /// How sure, when that is not certain.
    pub(crate) fn confidence(&self, confidence: Confidence) -> Option<&'static str> {
        match confidence {
            Confidence::High => None,
            Confidence::Medium => Some(self.confidences[0]),
            Confidence::Low => Some(self.confidences[1]),
        }
    }

    /// `field "x"`.
    pub(crate) fn field(&self, name: &str, unicode: bool) -> String {
        format!("{} {}", self.field, self.quoted(name, unicode))
    }

    /// Why a rule gave up.
    pub(crate) fn limit(&self, limit: Limit) -> &'static str {
        self.limits[limit as usize]
    }

    /// `table "x"`.
    pub(crate) fn table(&self, name: &str, unicode: bool) -> String {
        format!("{} {}", self.table, self.quoted(name, unicode))
    }

    /// `"x"`.
    pub(crate) fn quoted(&self, name: &str, unicode: bool) -> String {
        if self.language == Language::En || !unicode { format!("\"{name}\"") } else { format!("«{name}»") }
    }

    /// ` and 310 more`.
    pub(crate) fn more(&self, count: u64) -> String {
        format!(" {} {} {}", self.and, self.number(count), self.more)
    }

    /// A count as the language writes it.
    pub(crate) fn number(&self, count: u64) -> String {
        self.language.number(count)
    }

    fn counted(&self, noun: &Noun, count: u64) -> String {
        format!("{} {}", self.number(count), if count == 1 { noun.0 } else { noun.1 })
    }

    /// `2 findings`.
    pub(crate) fn findings(&self, count: u64) -> String {
        self.counted(&self.finding, count)
    }

    /// `2 files`.
    pub(crate) fn files(&self, count: u64) -> String {
        self.counted(&self.file, count)
    }

    /// `2 rows`.
    pub(crate) fn data_rows(&self, count: u64) -> String {
        self.counted(&self.data_row, count)
    }

    /// `2 rules`.
    pub(crate) fn rules(&self, count: u64) -> String {
        self.counted(&self.rule, count)
    }

    /// `2 problems`.
    pub(crate) fn problems(&self, count: u64) -> String {
        self.counted(&self.problem_count, count)
    }

    /// `2 pairs of files`.
    pub(crate) fn pairs(&self, count: u64) -> String {
        self.counted(&self.pair, count)
    }

    /// `a, b and c`.
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and),
        }
    }

    /// What a family is about, in a few words; empty for families of users' packs.
    pub(crate) fn family(&self, family: &str) -> &'static str {
        self.families.iter().find(|(name, _)| *name == family).map_or("", |(_, text)| text)
    }

    /// What a rule of the family `person` or `risk` looks for; its own name when there is no better word.
    pub(crate) fn thing(&self, rule: &str) -> String {
        let name = rule.rsplit('/').next().unwrap_or(rule);
        let known = self.things.iter().find(|(known, _)| *known == name);
        known.map_or_else(|| name.replace('-', " "), |(_, text)| (*text).to_owned())
    }
}

/// Puts values in the places that a text names: `{rows}`.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = text.to_owned();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_languages_have_every_word() {
        let names = |words: &Words| (words.families.map(|(name, _)| name), words.things.map(|(name, _)| name));
        for words in ALL {
            assert_eq!(names(words), names(&en::WORDS));
            for text in [
                words.why, words.values, words.first_values, words.before_values, words.help, words.problem, words.row,
                words.rows, words.line, words.lines, words.joins, words.joins_counted, words.field, words.fields,
                words.table, words.and, words.more, words.total, words.no_files, words.looked_for_nothing, words.until,
                words.statement, words.unseen,
            ] {
                assert!(!text.is_empty());
            }
            assert!(words.families.iter().chain(&words.things).all(|(_, text)| !text.is_empty()));
            assert_eq!(Words::of(words.language).help, words.help);
        }
    }

    #[test]
    fn sentences_have_the_same_places_in_all_languages() {
        fn places(text: &str) -> Vec<&str> {
            let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
            places.sort_unstable();
            places
        }
        let sentences = |words: &Words| {
            [
                words.found, words.some_of, words.nothing, words.checked, words.looked_for, words.looked_for_many,
                words.allowed, words.since, words.partial, words.explain, words.joins_ready, words.joins_more,
                words.joins_first,
            ]
        };
        for words in ALL {
            for (text, english) in sentences(words).into_iter().zip(sentences(&en::WORDS)) {
                assert!(!places(text).is_empty());
                assert_eq!(places(text), places(english));
            }
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let (english, bokmal) = (Words::of(Language::En), Words::of(Language::Nb));
        assert_eq!(english.number(1_234_567), "1,234,567");
        assert_eq!(bokmal.number(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(bokmal.number(999), "999");
        assert_eq!(english.files(1), "1 file");
        assert_eq!(bokmal.list(&["a".into(), "b".into(), "c".into()]), "a, b og c");
    }
}
