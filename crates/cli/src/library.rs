//! All rules: the built-in pages and the packs that a configuration names.

use crate::output::{Stop, shown};
use crate::provenance;
use crate::words::Sentence;
use munilint_model::{Body, Encoding, Rulebook};
use munilint_pack::{Codes, Fault, Loader, Page, Schema, codelist, manifest};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Compiled schemas, and code lists that were read once.
pub struct Library {
    page: Schema,
    pack: Schema,
    /// The schema of `munilint.toml`.
    pub(crate) config: Schema,
    codelists: BTreeMap<String, Codes>,
    /// SHA-256 of their files, in hexadecimal digits.
    codelist_hashes: BTreeMap<String, String>,
}

impl Library {
    /// Compiles what pages and packs are read with.
    ///
    /// # Errors
    /// A schema of munilint's own is not well formed.
    pub fn new() -> Result<Self, Fault> {
        Ok(Library {
            page: Schema::new("page.schema.json", munilint_schemas::PAGE)?,
            pack: Schema::new("pack.schema.json", munilint_schemas::PACK)?,
            config: Schema::new("config.schema.json", munilint_schemas::CONFIG)?,
            codelists: BTreeMap::new(),
            codelist_hashes: BTreeMap::new(),
        })
    }

    /// Reads every built-in page.
    ///
    /// # Errors
    /// A page is not well formed.
    pub fn built_in(&self) -> Result<Vec<Page>, Fault> {
        munilint_rules::pages()
            .iter()
            .map(|(id, text)| {
                let mut page = self.page(id, &format!("rules/{id}.md"), text, &munilint_rules::body)?;
                page.rule.mend = munilint_rules::mend(id);
                Ok(page)
            })
            .collect()
    }

    fn page(&self, id: &str, name: &str, text: &str, bodies: &dyn Fn(&str) -> Option<Body>) -> Result<Page, Fault> {
        let built_in = |name: &str| munilint_rules::codelist(name).map(|text| Arc::new(codelist(text)));
        let codelists = |name: &str| self.codelists.get(name).cloned().or_else(|| built_in(name));
        Loader { schema: &self.page, bodies, codelists: &codelists }.page(id, name, text)
    }

    /// Reads a pack of the user's: `pack.toml`, code lists, and one page for each rule, in the folder or one below it.
    pub(crate) fn pack(&mut self, folder: &Path) -> Result<Vec<PackPage>, Stop> {
        let path = folder.join("pack.toml");
        let manifest = manifest(&shown(&path), &read(&path)?, &self.pack)?;
        for (name, file) in &manifest.codelists {
            let (codes, hash) = list(&inside(folder, file)?)?;
            self.codelists.insert(name.clone(), Arc::new(codes));
            self.codelist_hashes.insert(name.clone(), hash);
        }
        let mut pages = Vec::new();
        for path in page_files(folder)? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let id = format!("{}/{stem}", manifest.name);
            let text = read(&path)?;
            let page = self.page(&id, &shown(&path), &text, &|_| None)?;
            pages.push(PackPage { page, path, text });
        }
        Ok(pages)
    }

    /// The code lists of packs that were read, with SHA-256 of their files.
    pub(crate) fn codelist_hashes(&self) -> &BTreeMap<String, String> {
        &self.codelist_hashes
    }

    /// The rulebook of built-in rules and packs.
    pub(crate) fn rulebook(&mut self, packs: &[PathBuf]) -> Result<Rulebook, Stop> {
        let mut rulebook = Rulebook::default();
        for page in self.built_in()? {
            rulebook.insert(page.rule);
        }
        for folder in packs {
            for PackPage { page, .. } in self.pack(folder)? {
                let id = Arc::clone(&page.rule.id);
                if rulebook.insert(page.rule).is_some() {
                    return Err(Sentence::SameRule(id.to_string(), shown(folder)).into());
                }
            }
        }
        Ok(rulebook)
    }
}

/// A page of a user's pack with the file it is in.
pub(crate) struct PackPage {
    pub(crate) page: Page,
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

fn read(path: &Path) -> Result<String, Stop> {
    std::fs::read_to_string(path).map_err(|error| Stop::file(path, error))
}

/// The codes of a pack's list, and SHA-256 of its file. Statistics Norway's classification server and spreadsheets write Windows-1252.
fn list(path: &Path) -> Result<(BTreeSet<String>, String), Stop> {
    let bytes = std::fs::read(path).map_err(|error| Stop::file(path, error))?;
    let encoding = if std::str::from_utf8(&bytes).is_ok() { Encoding::Utf8 } else { Encoding::Windows1252 };
    let codes = codelist(&encoding.decode(&bytes));
    if codes.is_empty() {
        return Err(Sentence::EmptyCodelist(shown(path)).into());
    }
    Ok((codes, provenance::of(&bytes)))
}

/// A file that a pack names lies in the pack.
fn inside(folder: &Path, file: &str) -> Result<PathBuf, Stop> {
    let plain = Path::new(file).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if plain { Ok(folder.join(file)) } else { Err(Sentence::OutsidePack(shown(folder), file.to_owned()).into()) }
}

/// Pages of a pack: every Markdown file in its folder and the folders in it, but for README.md.
fn page_files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut files = Vec::new();
    let list = |folder: &Path| std::fs::read_dir(folder).map_err(|error| Stop::file(folder, error));
    let mut folders = vec![folder.to_path_buf()];
    for entry in list(folder)? {
        let path = entry.map_err(|error| Stop::file(folder, error))?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    for folder in folders {
        for entry in list(&folder)? {
            let path = entry.map_err(|error| Stop::file(&folder, error))?.path();
            let page = path.extension().is_some_and(|ending| ending == "md")
                && path.file_stem().is_some_and(|stem| stem != "README");
            if page {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
