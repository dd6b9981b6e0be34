//! Metadata and its tables held together against CSV on the Web.

use super::wording;
use crate::Written;
use crate::document::{Document, Node};
use munilint_csvw::{Files, Headers, Issue, IssueKind, Place as Where, Request, Source, validate};
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Place, Severity};

/// Where the metadata's folder is thought to be: addresses inside it are files beside the metadata, all others lead elsewhere.
const FOLDER: &str = "file:///folder/";

/// Files beside the metadata, by their paths from its folder.
struct Beside<'a>(&'a dyn Fn(&str) -> Option<Vec<u8>>);

impl Files for Beside<'_> {
    fn read(&self, url: &str) -> Option<Vec<u8>> {
        (self.0)(inside(url)?)
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
    let own = Own { url: &url, root: &document.root };
    let errors = found.errors.iter().map(|issue| own.fault(issue, Severity::Error));
    errors.chain(found.warnings.iter().map(|issue| own.fault(issue, Severity::Warning))).collect()
}

/// The metadata itself.
struct Own<'a> {
    url: &'a str,
    root: &'a Node,
}

impl Own<'_> {
    fn fault(&self, issue: &Issue, severity: Severity) -> Fault {
        // Tells it apart from others; shown are the words of the page.
        let mut arguments = vec![("term", Argument::Excerpt(Excerpt::of(&issue.kind.to_string())))];
        arguments.push(("count", Argument::Count(issue.count)));
        let node = self.node(&issue.place);
        arguments.extend(wording::arguments(&issue.kind, &|url| shown(url, node)));
        let mut severity = severity;
        if let IssueKind::FileMissing { url } = &issue.kind
            && let Some(unread) = unread(url)
        {
            severity = Severity::Note;
            arguments.retain(|(name, _)| *name != "what");
            arguments.push(("what", Argument::Phrase(unread)));
        }
        let (variant, at) = match &issue.place {
            Where::Metadata { url, .. } if url == self.url => ("", node.map_or(self.root.at, |node| node.at)),
            Where::Metadata { url, .. } => {
                arguments.push(("table", Argument::Excerpt(Excerpt::whole(&shown(url, None)))));
                ("table", Place::File)
            }
            Where::Table { url, rows, column } => {
                arguments.push(("table", Argument::Excerpt(Excerpt::whole(&shown(url, None)))));
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

    /// What stands at the place, when it is in the metadata itself.
    fn node(&self, place: &Where) -> Option<&Node> {
        match place {
            Where::Metadata { url, pointers } if url == self.url => self.root.at_pointer(pointers.first()?),
            _ => None,
        }
    }
}

/// What is shown of an address: the path from the folder, what the file says there of one that leads elsewhere, or else itself.
fn shown(url: &str, node: Option<&Node>) -> String {
    let said = || node.and_then(Node::as_text).filter(|_| url.starts_with("file:"));
    inside(url).or_else(said).unwrap_or(url).to_owned()
}

/// The path of an address that is in the folder.
fn inside(url: &str) -> Option<&str> {
    let path = url.strip_prefix(FOLDER)?;
    (!path.starts_with('/') && !path.split('/').any(|part| part == "..")).then_some(path)
}

/// The phrase for an address that is not looked at: one on the web, or one that leads out of the folder.
fn unread(url: &str) -> Option<&'static str> {
    match (url.starts_with("file:"), inside(url)) {
        (false, _) => Some("file-on-web"),
        (true, None) => Some("file-outside"),
        (true, Some(_)) => None,
    }
}
