//! Rules: what a page states, and the code that looks.

use crate::{
    AnyCheck, ConfigFacts, Described, DescribedFound, FieldSelector, Findings, Language, MendOf, Metadata, Scratch,
    TableFacts, Tables, TablesFound, ValueTest,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// How grave a finding is: shall → error, should → warning, may → note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be mended.
    #[default]
    Warning,
    /// Must be mended before the data is shared or analysed.
    Error,
}

impl Severity {
    /// All of them, the gravest first.
    pub const GRAVEST_FIRST: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// `error`, `warning` or `note`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Could be chance.
    Low,
    /// Likely.
    Medium,
    /// Certain, as far as the data itself can say.
    #[default]
    High,
}

/// Quality dimension: the seven of ODCS, privacy and documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Dimension {
    Accuracy,
    Completeness,
    #[default]
    Conformity,
    Consistency,
    Coverage,
    Timeliness,
    Uniqueness,
    Privacy,
    Documentation,
}

/// Whether a finding can be mended by the tool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fix {
    /// By itself: nothing is guessed.
    Safe,
    /// Only when asked to.
    Unsafe,
    /// By a person.
    #[default]
    None,
}

macro_rules! lowercase_display {
    ($($type:ty),*) => {$(
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&format!("{self:?}").to_lowercase())
            }
        }
    )*};
}
lowercase_display!(Severity, Confidence, Dimension, Fix);

/// Texts by language and, for messages, by variant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    texts: BTreeMap<(String, Language), String>,
}

impl Texts {
    /// Adds a text; the plain variant's name is empty.
    pub fn insert(&mut self, variant: &str, language: Language, text: &str) {
        self.texts.insert((variant.to_owned(), language), text.to_owned());
    }

    /// The text in `language`; Nynorsk falls back to Bokmål. Empty when there is none.
    #[must_use]
    pub fn get(&self, variant: &str, language: Language) -> &str {
        let find = |language| self.texts.get(&(variant.to_owned(), language)).map(String::as_str);
        find(language).or_else(|| find(Language::Nb)).or_else(|| find(Language::En)).unwrap_or("")
    }

    /// The text of a variant that has one of its own, else the plain one.
    #[must_use]
    pub fn get_or_plain(&self, variant: &str, language: Language) -> &str {
        match self.get(variant, language) {
            "" => self.get("", language),
            text => text,
        }
    }

    /// All texts with their variant and language.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Language, &str)> {
        self.texts.iter().map(|((variant, language), text)| (variant.as_str(), *language, text.as_str()))
    }
}

/// Options of a rule: numbers by name, from its page and `munilint.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options(pub BTreeMap<String, f64>);

impl Options {
    /// The number of that name.
    ///
    /// # Panics
    /// In a debug build, when the page does not have it: a rule may only ask for what its page states.
    #[must_use]
    pub fn number(&self, name: &str) -> f64 {
        debug_assert!(self.0.contains_key(name), "the page states no option {name}");
        self.0.get(name).copied().unwrap_or_default()
    }
}

/// Judges the facts of a table.
pub type FactsJudge = fn(&TableFacts, &Options, &mut Findings);

/// Judges the facts of several tables beside each other. Facts are condensed: see [`TableFacts::condense`].
pub type TablesJudge = fn(&Tables<'_>, &Options, &mut TablesFound);

/// Judges what a run says of a configuration.
pub type ConfigJudge = fn(&ConfigFacts, &Options, &mut Findings);

/// Judges what a metadata file says, by itself.
pub type MetadataJudge = fn(&Metadata, &Options, &mut Findings);

/// Judges a table beside what metadata says of it.
pub type DescribedJudge = fn(&Described<'_>, &Options, &mut DescribedFound);

/// What a rule looks at, and the code that looks.
#[derive(Clone)]
pub enum Body {
    /// The facts of a table.
    Facts(FactsJudge),
    /// The records of a table, folded by a state of its own.
    Table(fn(&Options) -> Box<dyn AnyCheck>),
    /// The same with a state that may outgrow memory.
    Spilling(fn(&Options, Scratch) -> Box<dyn AnyCheck>),
    /// Records, folded, as a declarative rule states it.
    Declared(Arc<dyn AnyCheck>),
    /// Each value of some fields.
    Values {
        /// Which fields.
        given: FieldSelector,
        /// What holds for each value.
        test: Arc<dyn ValueTest>,
    },
    /// The facts of all tables of a run.
    Tables(TablesJudge),
    /// What became of the configuration in a run.
    Config(ConfigJudge),
    /// A metadata file by itself.
    Metadata(MetadataJudge),
    /// A table beside its metadata.
    Described(DescribedJudge),
}

impl Body {
    /// True when it looks at tables by themselves or beside each other: not at a configuration, nor at metadata.
    #[must_use]
    pub fn is_of_tables(&self) -> bool {
        !matches!(self, Body::Config(_) | Body::Metadata(_) | Body::Described(_))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Body::Facts(_) => "Facts",
            Body::Table(_) => "Table",
            Body::Spilling(_) => "Spilling",
            Body::Declared(_) => "Declared",
            Body::Values { .. } => "Values",
            Body::Tables(_) => "Tables",
            Body::Config(_) => "Config",
            Body::Metadata(_) => "Metadata",
            Body::Described(_) => "Described",
        })
    }
}

/// A rule, as its page states it.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `family/kebab-name`.
    pub id: Arc<str>,
    /// The page's first heading.
    pub title: String,
    /// Severity of its findings, unless a finding says otherwise.
    pub severity: Severity,
    /// Confidence of its findings, unless a finding says otherwise.
    pub confidence: Confidence,
    /// Quality dimension.
    pub dimension: Dimension,
    /// Clauses, standards and code lists it stands on.
    pub basis: Vec<String>,
    /// Earlier ids.
    pub formerly: Vec<String>,
    /// Whether it can be mended by the tool.
    pub fix: Fix,
    /// What a finding says.
    pub message: Texts,
    /// Why it matters, in a sentence; by variant where a message's differs from the plain one's.
    pub why: Texts,
    /// What to do about it; by variant, too.
    pub help: Texts,
    /// The page's default options.
    pub options: Options,
    /// The page as it was written.
    pub page: Arc<str>,
    /// The code.
    pub body: Body,
    /// What mends its findings; there is one exactly when `fix` is not [`Fix::None`].
    pub mend: Option<MendOf>,
}

impl Rule {
    /// The part of the id before the stroke.
    #[must_use]
    pub fn family(&self) -> &str {
        self.id.split('/').next().unwrap_or("")
    }
}

/// All rules that were loaded, by id.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    rules: BTreeMap<Arc<str>, Arc<Rule>>,
}

impl Rulebook {
    /// Adds a rule. The rule that had the same id before is handed back, and stays out.
    pub fn insert(&mut self, rule: Rule) -> Option<Arc<Rule>> {
        self.rules.insert(Arc::clone(&rule.id), Arc::new(rule))
    }

    /// The rule of that id, or that was formerly called so.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Arc<Rule>> {
        self.rules.get(id).or_else(|| self.iter().find(|rule| rule.formerly.iter().any(|former| former == id)))
    }

    /// All rules by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Rule>> {
        self.rules.values()
    }

    /// True when `selector` names a family, a rule, or a pattern with `*` that fits some rule.
    #[must_use]
    pub fn knows(&self, selector: &str) -> bool {
        self.get(selector).is_some() || self.iter().any(|rule| selects(selector, rule))
    }
}

/// True when `selector` (a family, an id, a pattern with `*`, or `all`) means the rule.
#[must_use]
pub fn selects(selector: &str, rule: &Rule) -> bool {
    selector == "all"
        || selector == rule.family()
        || crate::value::wildcard(selector, &rule.id)
        || rule.formerly.iter().any(|former| former == selector)
}
