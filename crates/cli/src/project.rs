//! The configuration that a file falls under, and the rules that come with it.

use crate::held::Names;
use crate::library::Library;
use crate::output::{Stop, shown};
use crate::provenance;
use crate::scratch;
use crate::words::Sentence;
use munilint_engine::{ConfigPlan, Plan, PlanError, Planner};
use munilint_model::{Config, Date, FailOn, Language, Rulebook, TableSchema};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file's name.
pub(crate) const NAME: &str = "munilint.toml";

/// What flags say over the configuration.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    pub(crate) select: Vec<String>,
    pub(crate) ignore: Vec<String>,
    pub(crate) config: Option<PathBuf>,
    pub(crate) profile: Option<String>,
    /// The day that expiry is held against; without it nothing expires.
    pub(crate) today: Option<Date>,
}

/// A configuration with its rules.
pub(crate) struct Project {
    /// The folder that its paths are relative to.
    root: PathBuf,
    /// The configuration's file.
    path: Option<PathBuf>,
    /// The configuration as it is written.
    text: String,
    planner: Planner,
    rulebook: Arc<Rulebook>,
    /// The Table Schemas that the configuration names, by the path it writes.
    schemas: BTreeMap<String, Arc<TableSchema>>,
    packs: Vec<PathBuf>,
    /// The baseline that the configuration names.
    pub(crate) baseline: Option<PathBuf>,
    pub(crate) fail_on: Option<FailOn>,
    pub(crate) language: Option<Language>,
}

impl Project {
    /// The plan for a file that `schema` describes.
    pub(crate) fn plan(&self, path: &Path, schema: Option<Arc<TableSchema>>) -> Plan {
        Plan { schema, ..self.planner.plan(&self.relative(path)) }
    }

    /// The Table Schema that the configuration names for a file.
    pub(crate) fn schema(&self, path: &Path) -> Option<Arc<TableSchema>> {
        self.schemas.get(self.planner.schema(&self.relative(path))?).cloned()
    }

    /// The name of the configuration's file, and SHA-256 of its text.
    pub(crate) fn configuration(&self) -> Option<(String, String)> {
        Some((munilint_model::mask(&shown(self.path.as_deref()?)), provenance::of(self.text.as_bytes())))
    }

    /// Every rule that was loaded.
    pub(crate) fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// True when the configuration leaves the file out.
    pub(crate) fn excludes(&self, path: &Path) -> bool {
        self.planner.excludes(&self.relative(path))
    }

    /// From which severity what is found in a file fails the run.
    pub(crate) fn fail_on(&self, path: &Path) -> Option<FailOn> {
        self.planner.fail_on(&self.relative(path))
    }

    /// The files that say how all files under it are looked at: the configuration, and the Table Schemas that it names.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let schemas = self.schemas.keys().map(|written| self.root.join(written));
        self.path.iter().cloned().chain(schemas).collect()
    }

    /// The folders of its packs.
    pub(crate) fn packs(&self) -> &[PathBuf] {
        &self.packs
    }

    /// What is judged of the configuration itself, when `paths` are looked at and sources have `names`. `None` when there is
    /// none.
    pub(crate) fn configured(&self, paths: &[PathBuf], names: Option<&Names>) -> Option<ConfigPlan> {
        let path = self.path.as_deref()?;
        let folders =
            paths.iter().filter(|path| path.as_os_str() != "-").filter_map(|path| self.within(path)).collect();
        let mut plan = self.planner.of_config(&self.relative(path), Arc::from(shown(path)), folders);
        plan.called = names.map_or(plan.called, |names| names.of(path));
        Some(plan)
    }

    /// A path relative to the configuration's folder, empty when it is that folder or above it; `None` when it is elsewhere.
    fn within(&self, path: &Path) -> Option<PathBuf> {
        let absolute: PathBuf = std::path::absolute(path).ok()?.components().collect();
        if self.root.starts_with(&absolute) {
            return Some(PathBuf::new());
        }
        absolute.strip_prefix(&self.root).ok().map(Path::to_path_buf)
    }

    fn relative(&self, path: &Path) -> PathBuf {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        absolute.strip_prefix(&self.root).map(Path::to_path_buf).unwrap_or(absolute)
    }
}

/// Finds projects, each read once.
pub(crate) struct Projects {
    library: Library,
    flags: Flags,
    /// By the path of the configuration; `None` is no configuration.
    known: BTreeMap<Option<PathBuf>, Arc<Project>>,
}

impl Projects {
    pub(crate) fn new(flags: Flags) -> Result<Self, Stop> {
        Ok(Projects { library: Library::new()?, flags, known: BTreeMap::new() })
    }

    /// The project of a file, a folder or (with an empty path) the current folder.
    pub(crate) fn of(&mut self, path: &Path) -> Result<Arc<Project>, Stop> {
        let config = match &self.flags.config {
            Some(config) => Some(config.clone()),
            None => upwards(path),
        };
        if let Some(project) = self.known.get(&config) {
            return Ok(Arc::clone(project));
        }
        let project = Arc::new(self.read(config.as_deref())?);
        self.known.insert(config, Arc::clone(&project));
        Ok(project)
    }

    /// What pages and packs were read with.
    pub(crate) fn library(&self) -> &Library {
        &self.library
    }

    /// Every project that was asked for.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Project> {
        self.known.values().map(AsRef::as_ref)
    }

    fn read(&mut self, path: Option<&Path>) -> Result<Project, Stop> {
        let (mut config, mut rulebook, mut root, mut packs) = (Config::default(), None, PathBuf::new(), Vec::new());
        let mut text = String::new();
        let mut schemas = BTreeMap::new();
        if let Some(path) = path {
            let name = shown(path);
            text = std::fs::read_to_string(path).map_err(|error| Stop::file(path, error))?;
            config = munilint_pack::config(&name, &text, &self.library.config)?;
            root = std::path::absolute(path)
                .ok()
                .and_then(|path| path.parent().map(Path::to_path_buf))
                .unwrap_or_default();
            packs = config.packs.iter().map(|pack| root.join(pack)).collect();
            let rules = self.library.rulebook(&packs)?;
            munilint_pack::known_rules(&name, &text, &rules)?;
            rulebook = Some(rules);
            for written in config.paths.iter().filter_map(|section| section.schema.as_ref()) {
                let path = root.join(written);
                let text = std::fs::read_to_string(&path).map_err(|error| Stop::file(&path, error))?;
                schemas.insert(written.clone(), Arc::new(munilint_pack::table_schema(&shown(&path), &text)?));
            }
        }
        let rulebook: Rulebook = match rulebook {
            Some(rulebook) => rulebook,
            None => self.library.rulebook(&[])?,
        };
        let (fail_on, language) = (config.fail_on, config.lang);
        let baseline = config.baseline.as_ref().map(|written| root.join(written));
        let named = self.flags.profile.as_ref().or(config.profile.as_ref());
        let profile = munilint_rules::risk_profiles().into_iter().find(|profile| Some(&profile.name) == named);
        if !self.flags.select.is_empty() {
            config.select.clone_from(&self.flags.select);
        }
        config.ignore.extend(self.flags.ignore.iter().cloned());
        let rulebook = Arc::new(rulebook);
        let planner = Planner::new(Arc::clone(&rulebook), config, profile, self.flags.today);
        let planner = planner.map_err(|error| stop(error, path, &text))?.with_scratch(scratch::unnamed_files());
        let path = path.map(Path::to_path_buf);
        Ok(Project { root, path, text, planner, rulebook, schemas, packs, baseline, fail_on, language })
    }
}

/// What is wrong in a plan, shown in the configuration where it stands there.
fn stop(error: PlanError, path: Option<&Path>, text: &str) -> Stop {
    match error {
        PlanError::UnknownSelector(selector) => Sentence::NoRuleOrFamily(selector).into(),
        PlanError::BadPattern(pattern, why) => {
            let fault = path.and_then(|path| munilint_pack::bad_pattern(&shown(path), text, &pattern, &why));
            fault.map_or_else(|| Sentence::BadPattern(pattern, why).into(), Stop::Fault)
        }
    }
}

/// `munilint.toml` in the folder of `path` or above it.
fn upwards(path: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(path).ok()?;
    let start = if absolute.is_dir() { absolute.as_path() } else { absolute.parent()? };
    start.ancestors().map(|folder| folder.join(NAME)).find(|candidate| candidate.is_file())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_names_every_profile() {
        let text = munilint_schemas::by_name("config").expect("there is a schema");
        let names = munilint_rules::risk_profiles().into_iter().map(|profile| format!("\"{}\"", profile.name));
        let listed = format!("\"enum\": [{}]", names.collect::<Vec<_>>().join(", "));
        assert!(text.contains(&listed), "{listed}");
    }
}
