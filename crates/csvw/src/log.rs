//! Issues as they are found: alike ones become one with a count and the first ten places.

use crate::metadata::At;
use crate::{Issue, IssueKind, Place};
use std::collections::HashMap;

/// How many places an issue keeps.
pub(crate) const KEPT: usize = 10;

/// Errors and warnings, in the order in which each was first found.
#[derive(Debug, Default)]
pub(crate) struct Log {
    errors: Vec<Issue>,
    warnings: Vec<Issue>,
    /// Where an issue about metadata is: by whether it is an error, document and kind.
    known: HashMap<(bool, String, IssueKind), usize>,
}

impl Log {
    /// An error at a place in metadata.
    pub(crate) fn error(&mut self, at: &At, kind: IssueKind) {
        self.metadata(true, at, kind);
    }

    /// A warning at a place in metadata.
    pub(crate) fn warning(&mut self, at: &At, kind: IssueKind) {
        self.metadata(false, at, kind);
    }

    fn metadata(&mut self, error: bool, at: &At, kind: IssueKind) {
        let list = if error { &mut self.errors } else { &mut self.warnings };
        let url = at.document.url.clone();
        let index = *self.known.entry((error, url.clone(), kind.clone())).or_insert(list.len());
        if index == list.len() {
            list.push(Issue { kind, place: Place::Metadata { url, pointers: Vec::new() }, count: 0 });
        }
        let issue = &mut list[index];
        if let Place::Metadata { pointers, .. } = &mut issue.place {
            // A schema that several tables share is told of once.
            if pointers.contains(&at.pointer) {
                return;
            }
            if pointers.len() < KEPT {
                pointers.push(at.pointer.clone());
            }
        }
        issue.count += 1;
    }

    /// Errors in a table.
    pub(crate) fn extend(&mut self, errors: impl IntoIterator<Item = Issue>) {
        self.errors.extend(errors);
    }

    /// True when there is an error.
    pub(crate) fn failed(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Errors and warnings.
    pub(crate) fn finish(self) -> (Vec<Issue>, Vec<Issue>) {
        (self.errors, self.warnings)
    }
}
