//! Metadata and its tables held together against CSV on the Web.

use crate::Written;
use crate::document::{Document, Node};
use munilint_csvw::{Files, Headers, Issue, Place as Where, Request, Source, validate};
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Place, Severity};

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

/// Where metadata, and the tables that it names, do not keep the standard.
pub(crate) fn faults(document: &Document, written: &Written<'_>) -> Vec<Fault> {
    if document.written_as != "json" {
        return Vec::new();
    }
    let text = written.text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(written.text);
    let own = |path: &str| if path == written.name { Some(text.to_vec()) } else { (written.beside)(path) };
    let url = format!("{FOLDER}{}", written.name);
    let request = Request { source: Source::Metadata(&url), metadata: None, headers: Headers::default() };
    let found = validate(&request, &Beside(&own));
    let errors = found.errors.iter().map(|issue| fault(issue, Severity::Error, &document.root));
    errors.chain(found.warnings.iter().map(|issue| fault(issue, Severity::Warning, &document.root))).collect()
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
