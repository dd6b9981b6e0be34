//! Which rules look at a source, with which settings.

use crate::allow::{Meant, PlannedAllow, is_of_config};
use globset::{Glob, GlobSet, GlobSetBuilder};
use munilint_model::{
    Config, Date, Disclosure, FailOn, Field, Options, PathSettings, RiskProfile, Role, RoleGuess, RoleOrigin, Rule,
    RuleSettings, Rulebook, Scratch, Screening, Severity, TableSchema, Tolerance, selects,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The option that holds the day it is, as one number (`20261124`), 0 where nobody says.
const TODAY: &str = "today";

/// A rule as one source meets it.
#[derive(Clone, Debug)]
pub struct PlannedRule {
    /// The rule.
    pub rule: Arc<Rule>,
    /// Severity by configuration, when it is not the rule's own.
    pub severity: Option<Severity>,
    /// The page's options, with those of the configuration over them.
    pub options: Options,
    /// The most that it may find before it counts for the exit status.
    pub max: Option<Tolerance>,
}

/// Rules and roles for one source.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Rules, by id.
    pub rules: Vec<PlannedRule>,
    /// Ids of rules that look for persons and are not among them.
    pub left_out: Vec<Arc<str>>,
    /// The set of options for disclosure control, when one was chosen.
    pub profile: Option<Arc<RiskProfile>>,
    /// Entries that may allow what is found in the source.
    pub allows: Vec<Meant>,
    /// Roles that the configuration declares, by field name in lower case.
    pub roles: BTreeMap<String, Role>,
    /// What describes the fields of the source.
    pub schema: Option<Arc<TableSchema>>,
    /// What the configuration declares of the persons in the source.
    pub disclosure: Disclosure,
    /// Some of it is declared of this source and not of all.
    pub is_own_disclosure: bool,
    /// Where checks may put what memory has no room for.
    pub scratch: Scratch,
    /// What the source is called in fingerprints, masked, when it is not what is shown.
    pub called: Option<Arc<str>>,
}

impl Plan {
    /// Gives a field what is declared of it. The configuration goes before a Table Schema.
    pub fn declare(&self, field: &mut Field) {
        if let Some(declared) = self.schema.as_ref().and_then(|schema| schema.field(&field.name)) {
            field.declared = declared.clone();
        }
        let configured = self.roles.get(&field.name.trim().to_lowercase()).copied();
        let (role, origin) = match (configured, field.declared.role) {
            (Some(role), _) => (role, RoleOrigin::Configuration),
            (None, Some(role)) => (role, RoleOrigin::TableSchema),
            (None, None) => return,
        };
        field.role = RoleGuess { role, score: 1.0, origin };
    }
}

/// Something in the configuration that no rule answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// No rule, family or pattern of that name.
    UnknownSelector(String),
    /// Not a path pattern.
    BadPattern(String, String),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::UnknownSelector(selector) => {
                write!(f, "there is no rule or family `{selector}`; `munilint rules` lists them")
            }
            PlanError::BadPattern(pattern, why) => write!(f, "`{pattern}` is not a path pattern: {why}"),
        }
    }
}

impl std::error::Error for PlanError {}

/// What is judged of a configuration itself.
#[derive(Clone, Debug)]
pub struct ConfigPlan {
    /// The configuration's name as it is shown.
    pub source: Arc<str>,
    /// What it is called in fingerprints, masked.
    pub called: Arc<str>,
    /// The folders and files that were looked at, relative to the configuration's folder. An empty path is that folder.
    pub folders: Vec<PathBuf>,
    pub(crate) allows: Vec<Arc<PlannedAllow>>,
    /// Rules that judge configurations.
    pub(crate) rules: Vec<PlannedRule>,
    /// Ids of all rules that look at a file of which no section says otherwise.
    looking: BTreeSet<Arc<str>>,
}

impl ConfigPlan {
    /// What the configuration is called in fingerprints, and the ids of the rules that judge it.
    pub(crate) fn looked(&self) -> (&str, BTreeSet<&str>) {
        (&self.called, self.rules.iter().map(|planned| &*planned.rule.id).collect())
    }

    pub(crate) fn looks_for(&self, allow: &PlannedAllow) -> bool {
        allow.is_looked_for(|rule| self.looking.contains(rule))
    }
}

/// Makes plans out of a rulebook and a configuration.
pub struct Planner {
    rulebook: Arc<Rulebook>,
    config: Config,
    paths: Vec<(GlobSet, PathSettings)>,
    exclude: GlobSet,
    allows: Vec<(GlobSet, Arc<PlannedAllow>)>,
    profile: Option<Arc<RiskProfile>>,
    scratch: Scratch,
    today: Option<Date>,
}

impl Planner {
    /// Checks that selectors mean something and path patterns are ones. Rule settings were held against the rules where
    /// the configuration was read. `profile` goes before the pages' options, and the configuration before `profile`. What is
    /// allowed until a day before `today` is allowed no longer; without `today`, everything is.
    ///
    /// # Errors
    /// A selector names nothing, or a path pattern is malformed.
    pub fn new(
        rulebook: Arc<Rulebook>,
        config: Config,
        profile: Option<RiskProfile>,
        today: Option<Date>,
    ) -> Result<Self, PlanError> {
        let sections = config.paths.iter().flat_map(|path| path.select.iter().chain(&path.ignore));
        for selector in config.select.iter().chain(&config.ignore).chain(sections) {
            if !rulebook.knows(selector) && selector != "all" {
                return Err(PlanError::UnknownSelector(selector.clone()));
            }
        }
        let mut paths = Vec::new();
        for section in &config.paths {
            paths.push((globs(&section.patterns)?, section.clone()));
        }
        let mut allows = Vec::new();
        for allow in &config.allow {
            allows.push((globs(&allow.patterns)?, Arc::new(PlannedAllow::new(allow, today, &rulebook))));
        }
        let exclude = globs(&config.exclude)?;
        Ok(Planner {
            rulebook,
            config,
            paths,
            exclude,
            allows,
            profile: profile.map(Arc::new),
            scratch: Scratch::default(),
            today,
        })
    }

    /// Lets checks put what memory has no room for into files for a while.
    #[must_use]
    pub fn with_scratch(self, scratch: Scratch) -> Self {
        Planner { scratch, ..self }
    }

    /// True when the configuration leaves the path out. `path` is relative to the configuration's folder.
    #[must_use]
    pub fn excludes(&self, path: &Path) -> bool {
        self.exclude.is_match(path)
    }

    /// The plan for a source. `path` is relative to the configuration's folder.
    #[must_use]
    pub fn plan(&self, path: &Path) -> Plan {
        let sections: Vec<&PathSettings> = self.sections(path).collect();
        let mut plan = Plan { profile: self.profile.clone(), scratch: self.scratch, ..Plan::default() };
        for rule in self.rulebook.iter() {
            let named = |selectors: &[String]| selectors.iter().any(|selector| selects(selector, rule));
            let selected = |selectors: &[String]| selectors.is_empty() || named(selectors);
            let wanted = selected(&self.config.select) && sections.iter().all(|section| selected(&section.select));
            let ignored = named(&self.config.ignore) || sections.iter().any(|section| named(&section.ignore));
            if wanted && !ignored {
                plan.rules.push(self.planned(rule, &sections));
            } else if Screening::is_about(rule.family()) {
                plan.left_out.push(Arc::clone(&rule.id));
            }
        }
        for (_, entry) in self.allows.iter().filter(|(globs, _)| globs.is_match(path)) {
            let is_planned = |id: &str| plan.rules.iter().any(|planned| *planned.rule.id == *id);
            let is_looked_for = entry.is_looked_for(is_planned);
            plan.allows.push(Meant { entry: Arc::clone(entry), is_looked_for });
        }
        for fields in std::iter::once(&self.config.fields).chain(sections.iter().map(|section| &section.fields)) {
            plan.roles.extend(fields.iter().map(|(name, role)| (name.trim().to_lowercase(), *role)));
        }
        if let Some(of_all) = &self.config.disclosure {
            plan.disclosure.extend(of_all);
        }
        for disclosure in sections.iter().filter_map(|section| section.disclosure.as_ref()) {
            plan.disclosure.extend(disclosure);
            plan.is_own_disclosure = true;
        }
        plan
    }

    /// What is judged of the configuration `path`, relative to its own folder and shown as `source`, when `folders` are
    /// looked at.
    #[must_use]
    pub fn of_config(&self, path: &Path, source: Arc<str>, folders: Vec<PathBuf>) -> ConfigPlan {
        let plan = self.plan(path);
        ConfigPlan {
            called: Arc::clone(&source),
            source,
            folders,
            allows: self.allows.iter().map(|(_, entry)| Arc::clone(entry)).collect(),
            looking: plan.rules.iter().map(|planned| Arc::clone(&planned.rule.id)).collect(),
            rules: plan.rules.into_iter().filter(|planned| is_of_config(&planned.rule)).collect(),
        }
    }

    /// From which severity what is found in a source fails the run. `path` is relative to the configuration's folder.
    #[must_use]
    pub fn fail_on(&self, path: &Path) -> Option<FailOn> {
        self.sections(path).filter_map(|section| section.fail_on).next_back().or(self.config.fail_on)
    }

    /// The Table Schema that the configuration names for a source. `path` is relative to the configuration's folder.
    #[must_use]
    pub fn schema(&self, path: &Path) -> Option<&str> {
        self.sections(path).filter_map(|section| section.schema.as_deref()).next_back()
    }

    /// What the configuration says of the path, in its order. `path` is relative to the configuration's folder.
    fn sections(&self, path: &Path) -> impl DoubleEndedIterator<Item = &PathSettings> {
        self.paths.iter().filter(move |(globs, _)| globs.is_match(path)).map(|(_, section)| section)
    }

    fn planned(&self, rule: &Arc<Rule>, sections: &[&PathSettings]) -> PlannedRule {
        let options = rule.options.clone();
        let mut planned = PlannedRule { rule: Arc::clone(rule), severity: None, options, max: None };
        let profile = self.profile.iter().flat_map(|profile| profile.options_of(rule));
        planned.options.0.extend(profile.map(|(name, number)| (name.clone(), number)));
        let names = || std::iter::once(&*rule.id).chain(rule.formerly.iter().map(String::as_str));
        let all = std::iter::once(&self.config.rules).chain(sections.iter().map(|section| &section.rules));
        for RuleSettings { severity, max, options } in all.flat_map(|rules| names().filter_map(|name| rules.get(name)))
        {
            planned.severity = severity.or(planned.severity);
            planned.max = max.or(planned.max);
            planned.options.0.extend(options.iter().map(|(name, number)| (name.clone(), *number)));
        }
        // Rules have no clock: who wants to know the day states an option for it, 0 where it is not known.
        if let (Some(option), Some(today)) = (planned.options.0.get_mut(TODAY), self.today)
            && *option == 0.0
        {
            *option = today.number();
        }
        planned
    }
}

fn globs(patterns: &[String]) -> Result<GlobSet, PlanError> {
    let bad =
        |pattern: &str, error: globset::Error| PlanError::BadPattern(pattern.to_owned(), error.kind().to_string());
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).map_err(|error| bad(pattern, error))?);
        // A pattern without a stroke means the name in any folder, as in .gitignore.
        if !pattern.contains('/') {
            set.add(Glob::new(&format!("**/{pattern}")).map_err(|error| bad(pattern, error))?);
        }
    }
    set.build().map_err(|error| bad("", error))
}
