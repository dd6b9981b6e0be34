//! `munilint init`.

use crate::Outcome;
use crate::args::{self, Scope};
use crate::cmd::inspect::measure;
use crate::held::plain;
use crate::inputs::{self, Sourced, Sources};
use crate::output::{self, Stop};
use crate::project::{Flags, Projects};
use crate::source;
use crate::words::{Init, Sentence, Written};
use munilint_metadata::draft::{self, Drafted};
use munilint_model::{Description, Language, Problem, Report, StandardKind, TODO, TableFacts, inert, mask};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Drafts metadata of tables, for a person to finish. What is there is not overwritten.
pub(crate) fn run(init: &args::Init, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    if init.paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Sentence::Init(Init::NamelessInput).into());
    }
    let mut projects = Projects::new(Flags::default())?;
    let first = init.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let language = crate::language(lang, projects.of(first)?.language);
    let scope = Scope { paths: init.paths.clone(), metadata: init.metadata.clone(), ..Scope::default() };
    let gathered = inputs::sources(&scope, &mut projects, language, None)?;
    let mut problems = gathered.problems.clone();
    let mut measured = measured(&gathered, language, &mut problems);
    let folder = folder(init, &measured);
    measured.retain(|table| match table.trouble(&folder) {
        Some(trouble) => {
            problems.push(Sentence::Init(trouble).problem(table.name, language));
            false
        }
        None => true,
    });
    match measured.first() {
        Some(first) => write(init, &gathered, &folder, first, &measured, language)?,
        None if problems.is_empty() => return Err(Sentence::Init(Init::NoTables).into()),
        None => {}
    }
    problems.sort();
    let report = Report { language, problems, ..Report::default() };
    output::terminal(false).problems(&report, &mut std::io::stderr().lock())?;
    Ok(if report.problems.is_empty() { Outcome::Clean } else { Outcome::Incomplete })
}

/// The folder of the metadata.
fn folder(init: &args::Init, tables: &[Measured<'_>]) -> PathBuf {
    let named = init.output.as_deref().filter(|path| path.as_os_str() != "-");
    let folder = match (named, &init.paths[..]) {
        (Some(output), _) => output.parent().unwrap_or(Path::new("")),
        (None, [folder, ..]) if folder.is_dir() => folder,
        _ => tables.first().and_then(|table| table.path.parent()).unwrap_or(Path::new("")),
    };
    folder.strip_prefix(".").unwrap_or(folder).to_path_buf()
}

/// Drafts, writes and says what is left to do.
fn write(
    init: &args::Init,
    gathered: &Sources,
    folder: &Path,
    first: &Measured<'_>,
    tables: &[Measured<'_>],
    language: Language,
) -> Result<(), Stop> {
    let stem = first.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let called = if tables.len() > 1 { folder_name(folder).unwrap_or(stem) } else { stem };
    let name = init.standard.file_name(&called);
    let drafted: Vec<_> = tables.iter().map(|table| table.drafted(folder, gathered)).collect();
    let description = draft::draft(&drafted, &title(&called), &of_all(gathered), language);
    let text = munilint_metadata::write(&description, init.standard.kind(), language).unwrap_or_default();
    let output = match init.output.as_deref() {
        Some(path) if path.as_os_str() == "-" => {
            output::print(&text)?;
            PathBuf::from(&name)
        }
        named => {
            let path = named.map_or_else(|| folder.join(&name), Path::to_path_buf);
            create(&path, &text)?;
            path
        }
    };
    let written = Written {
        file: output::shown(&output),
        tables: tables.len(),
        fields: tables.iter().map(|table| table.facts.fields.len()).sum(),
        marked: marked(Path::new(&name), &text),
        comments: text.lines().filter(|line| line.trim_start().starts_with(&format!("# {TODO}"))).count(),
    };
    eprintln!("munilint: {}", mask(&Sentence::Init(Init::Written(written)).text(language)));
    if init.standard == args::Standard::Dcat {
        eprintln!("munilint: {}", Sentence::Init(Init::NoFields).text(language));
    }
    Ok(())
}

/// How many texts of metadata a person is to finish, as whoever reads it sees them.
fn marked(path: &Path, text: &str) -> usize {
    let reading = munilint_metadata::read(path, &Arc::from(""), text.as_bytes());
    reading.iter().flat_map(|reading| &reading.metadata.datasets).map(|dataset| dataset.marked().len()).sum()
}

/// Writes a file that is not there yet.
fn create(path: &Path, text: &str) -> Result<(), Stop> {
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Sentence::Init(Init::IsThere(output::shown(path))).into(),
        _ => Stop::file(path, error),
    })?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| Stop::file(path, error))
}

/// A table, and what was measured of it.
struct Measured<'g> {
    path: &'g Path,
    name: &'g Arc<str>,
    facts: TableFacts,
}

/// Measures every table that can be read; of the others it says why.
fn measured<'g>(gathered: &'g Sources, language: Language, problems: &mut Vec<Problem>) -> Vec<Measured<'g>> {
    let mut tables = Vec::new();
    for Sourced { found, project, schema } in &gathered.sources {
        let Some(path) = found.path.as_deref() else { continue };
        let table = source::open(found);
        // What is met in a folder and is prose is no table.
        if table.as_ref().is_ok_and(|table| source::is_prose(found, table)) {
            continue;
        }
        match table.and_then(|table| measure(path, &table, project, schema.as_ref())) {
            Ok(facts) => tables.push(Measured { path, name: &found.name, facts }),
            Err(error) => problems.push(Sentence::CannotBeRead(error).problem(&found.name, language)),
        }
    }
    tables
}

impl Measured<'_> {
    /// Why metadata in `folder` cannot describe it.
    fn trouble(&self, folder: &Path) -> Option<Init> {
        match within(folder, self.path) {
            None => Some(Init::Outside),
            Some(path) => (mask(&path) != inert(&path)).then_some(Init::NameTells),
        }
    }

    /// What is to be described of it, by metadata in `folder`.
    fn drafted<'d>(&'d self, folder: &Path, gathered: &'d Sources) -> Drafted<'d> {
        let links = gathered.links.iter().filter(|link| link.source == *self.name);
        let known = links.map(|link| {
            let dataset = &gathered.metadata[link.metadata].metadata.datasets[link.dataset];
            (dataset, link.distribution)
        });
        let path = within(folder, self.path).unwrap_or_default();
        let vintages = self.facts.fields.iter().map(munilint_rules::vintage).collect();
        Drafted { facts: &self.facts, vintages, path, known: known.collect() }
    }
}

/// A folder from the root on; the current one may be empty.
fn whole(folder: &Path) -> PathBuf {
    plain(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

/// The path of a table as seen from a folder that it lies in or below, with `/`.
fn within(folder: &Path, table: &Path) -> Option<String> {
    let table = plain(table);
    Some(table.strip_prefix(whole(folder)).ok()?.to_string_lossy().replace('\\', "/"))
}

/// The datasets that metadata files say of the tables as a whole: those that are alone in their file.
fn of_all(gathered: &Sources) -> Vec<&Description> {
    let linked: BTreeSet<(usize, usize)> = gathered.links.iter().map(|link| (link.metadata, link.dataset)).collect();
    let is_alone = |(metadata, _): &&(usize, usize)| linked.iter().filter(|(other, _)| other == metadata).count() == 1;
    let alone = linked.iter().filter(is_alone);
    alone.map(|&(metadata, dataset)| &gathered.metadata[metadata].metadata.datasets[dataset]).collect()
}

/// What a folder is called.
fn folder_name(folder: &Path) -> Option<String> {
    Some(whole(folder).file_name()?.to_string_lossy().into_owned())
}

/// A name of a file as a title.
fn title(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl args::Standard {
    fn kind(self) -> StandardKind {
        match self {
            args::Standard::Datapackage => StandardKind::DataPackage,
            args::Standard::Dcat => StandardKind::Dcat,
            args::Standard::Odcs => StandardKind::Odcs,
            args::Standard::Readme => StandardKind::Readme,
        }
    }

    /// How a file of metadata of the tables `stem` is named, for it to be found.
    fn file_name(self, stem: &str) -> String {
        match self {
            args::Standard::Datapackage => "datapackage.json".to_owned(),
            args::Standard::Dcat => format!("{stem}.dcat.ttl"),
            args::Standard::Odcs => format!("{stem}.odcs.yaml"),
            args::Standard::Readme => "README.md".to_owned(),
        }
    }
}
