//! Lists the pages, so that a new rule is found with no other file touched.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a build script reads folders and speaks to cargo")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    // Everything here is looked at: pages, code lists, new families.
    println!("cargo::rerun-if-changed=.");
    let mut pages = String::new();
    let mut bodies = String::new();
    let mut mends = String::new();
    let mut codelists = String::new();
    for family in folders(&root)? {
        let folder = root.join(&family);
        for name in stems(&folder, "md")? {
            let id = format!("{family}/{name}");
            writeln!(pages, "    ({id:?}, {}),", include(&format!("{id}.md")))?;
            let page = fs::read_to_string(folder.join(&name).with_extension("md"))?;
            let module = name.replace('-', "_");
            if says(&page, "check", &["rust"]) {
                writeln!(bodies, "    ({id:?}, crate::{family}::{module}::BODY),")?;
            }
            if says(&page, "fix", &["safe", "unsafe"]) {
                writeln!(mends, "    ({id:?}, crate::{family}::{module}::MEND),")?;
            }
        }
        for name in stems(&folder.join("codelists"), "csv")? {
            writeln!(codelists, "    ({name:?}, {}),", include(&format!("{family}/codelists/{name}.csv")))?;
        }
    }
    let code = format!(
        "pub(crate) static PAGES: &[(&str, &str)] = &[\n{pages}];\n\n\
         pub(crate) static BODIES: &[(&str, Body)] = &[\n{bodies}];\n\n\
         pub(crate) static MENDS: &[(&str, MendOf)] = &[\n{mends}];\n\n\
         pub(crate) static CODELISTS: &[(&str, &str)] = &[\n{codelists}];\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("pages.rs"), code)?;
    Ok(())
}

/// Rust that stands for the text of a file of this crate, wherever the crate lies.
fn include(path: &str) -> String {
    format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{path}\"))")
}

/// Names of the family folders, sorted: those that hold a page.
fn folders(root: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        if !stems(&path, "md")?.is_empty() {
            names.extend(path.file_name().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    names.sort();
    Ok(names)
}

/// Names, without extension, of the files in `folder` that have the extension, sorted. None when there is no such folder.
fn stems(folder: &Path, extension: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    if !folder.is_dir() {
        return Ok(names);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            names.extend(path.file_stem().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    names.sort();
    Ok(names)
}

/// True when the page's metadata, its first fenced block, gives `key` one of `values`.
fn says(page: &str, key: &str, values: &[&str]) -> bool {
    let metadata = page
        .lines()
        .skip_while(|line| !line.starts_with("```toml"))
        .skip(1)
        .take_while(|line| !line.starts_with("```"));
    let mut settings = metadata.filter_map(|line| line.split_once('='));
    settings.any(|(name, value)| {
        name.trim() == key && values.iter().any(|one| value.trim().starts_with(&format!("\"{one}\"")))
    })
}
