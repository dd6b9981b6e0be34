//! Metadata and its tables held together against CSV on the Web.

use crate::document::{self, Node};
use munilint_csvw::{Files, Headers, Issue, Place as Where, Request, Source, validate};
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Metadata, Place, Severity, StandardKind};

/// Where the metadata's folder is thought to be: addresses inside it are files beside the metadata, all others lead elsewhere.
const FOLDER: &str = "file:///folder/";

/// Files beside the metadata, by their paths from its folder.
struct Beside<'a>(&'a dyn Fn(&str) -> Option<Vec<u8>>);

impl Files for Beside<'_> {
    fn read(&self, url: &str) -> Option<Vec<u8>> {
        let path = url.strip_prefix(FOLDER)?;
        (!path.split('/').any(|part| part == "..")).then(|| (self.0)(path))?
    }
}

/// Notes where CSVW metadata, written as `text` in the file `name`, and the tables it names do not keep the standard. `beside`
/// gives the bytes of a file by its path from the metadata's folder. Metadata in other standards is left alone.
pub fn hold_to_csvw(metadata: &mut Metadata, name: &str, text: &[u8], beside: &dyn Fn(&str) -> Option<Vec<u8>>) {
    let Ok(document) = document::read(text) else { return };
    if metadata.standard.kind != StandardKind::Csvw {
        return;
    }
    let own = |path: &str| if path == name { Some(text.to_vec()) } else { beside(path) };
    let url = format!("{FOLDER}{name}");
    let request = Request { source: Source::Metadata(&url), metadata: None, headers: Headers::default() };
    let found = validate(&request, &Beside(&own));
    let of = |issues: &[Issue], severity| -> Vec<Fault> {
        issues.iter().map(|issue| fault(issue, severity, &document.root)).collect()
    };
    metadata.faults.extend(of(&found.errors, Severity::Error));
    metadata.faults.extend(of(&found.warnings, Severity::Warning));
}

fn fault(issue: &Issue, severity: Severity, root: &Node) -> Fault {
    let mut arguments = vec![("term", Argument::Excerpt(Excerpt::of(&issue.kind.to_string())))];
    arguments.push(("count", Argument::Count(issue.count)));
    let (variant, at) = match &issue.place {
        Where::Metadata { pointers, .. } => {
            let at = pointers.first().and_then(|pointer| root.at_pointer(pointer));
            ("", at.map_or(root.at, |node| node.at))
        }
        Where::Table { url, rows, column } => {
            let table = url.strip_prefix(FOLDER).unwrap_or(url);
            arguments.push(("table", Argument::Excerpt(Excerpt::whole(table))));
            let rows: Vec<String> = rows.iter().map(u64::to_string).collect();
            arguments.push(("rows", Argument::Word(rows.join(", "))));
            arguments.push(("field", Argument::Excerpt(Excerpt::whole(column.as_deref().unwrap_or("")))));
            let variant = match (column, rows.is_empty()) {
                (Some(_), false) => "cells",
                (Some(_), true) => "column",
                (None, false) => "rows",
                (None, true) => "table",
            };
            (variant, Place::File)
        }
    };
    Fault { kind: FaultKind::Words, severity, message: Message { variant, arguments }, at }
}
