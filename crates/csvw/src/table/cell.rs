//! Cells: from the string to the value (the model, section 6.4, "Parsing Cells").

use crate::datatype::{Builtin, Datatype, Fault, Scalar, Whitespace};
use crate::metadata::Inherited;
use std::borrow::Cow;
use std::rc::Rc;

/// What is wrong with a cell.
pub(super) enum CellFault<'a> {
    /// It is required and null.
    Missing,
    /// It is no value of its datatype.
    Value(&'a Datatype, Fault<'a>),
}

/// What the cells of a column are held against.
pub(super) struct Cells {
    datatype: Rc<Datatype>,
    default: String,
    null: Vec<String>,
    required: bool,
    separator: Option<String>,
    /// Every string is right.
    anything: bool,
}

/// The value of a cell in a key.
#[derive(Debug, Default)]
pub(super) struct KeyValue {
    pub(super) null: bool,
    pub(super) text: String,
}

impl Cells {
    pub(super) fn new(inherited: &Inherited) -> Self {
        let datatype = inherited.datatype.clone().unwrap_or_else(|| Rc::new(Datatype::of(Builtin::string())));
        let required = inherited.required.unwrap_or(false);
        let anything = !required
            && datatype.format.is_none()
            && datatype.lengths.is_empty()
            && matches!(datatype.base.whitespace(), Whitespace::Kept | Whitespace::Replaced);
        Self {
            datatype,
            default: inherited.default.clone().unwrap_or_default(),
            null: inherited.null.clone().unwrap_or_else(|| vec![String::new()]),
            required,
            separator: inherited.separator.clone().flatten(),
            anything,
        }
    }

    /// Tells of what is wrong with a cell, and writes its value for a key.
    pub(super) fn check<'a>(
        &'a self,
        text: &str,
        mut key: Option<&mut KeyValue>,
        mut fault: impl FnMut(CellFault<'a>),
    ) {
        if self.anything && key.is_none() {
            return;
        }
        let text = normalized(text, self.datatype.base.whitespace());
        let text: &str = if text.is_empty() { &self.default } else { &text };
        let Some(separator) = &self.separator else {
            return self.item(text, key, &mut fault);
        };
        if text.is_empty() {
            if self.required {
                fault(CellFault::Missing);
            }
        } else if self.is_null(text) {
            if let Some(key) = key {
                key.null = true;
            }
        } else {
            for item in text.split(separator.as_str()) {
                let item = if self.datatype.base.keeps_space_of_items() { item } else { item.trim() };
                let item = if item.is_empty() { &self.default } else { item };
                if let Some(key) = &mut key {
                    // What no string has between its parts.
                    key.text.push('\u{1f}');
                }
                self.item(item, key.as_deref_mut(), &mut fault);
            }
            if let Some(key) = key {
                key.null = false;
            }
        }
    }

    fn is_null(&self, text: &str) -> bool {
        self.null.iter().any(|null| null == text)
    }

    /// One value: a cell that is no list, or an item of one.
    fn item<'a>(&'a self, text: &str, key: Option<&mut KeyValue>, fault: &mut impl FnMut(CellFault<'a>)) {
        if self.is_null(text) {
            if self.required && self.separator.is_none() {
                fault(CellFault::Missing);
            }
            if let Some(key) = key {
                key.null = true;
            }
            return;
        }
        let value = self.datatype.value(text);
        if let Some(key) = key {
            // A string that is no value is its own value.
            value.as_ref().unwrap_or(&Scalar::Text(text)).canonical(&mut key.text);
        }
        if let Err(found) = value {
            fault(CellFault::Value(&self.datatype, found));
        }
    }
}

/// The string with its white space normalized.
fn normalized(text: &str, whitespace: Whitespace) -> Cow<'_, str> {
    let line_ends = ['\r', '\n', '\t'];
    let replaced = |text: &str| text.replace(line_ends, " ");
    match whitespace {
        Whitespace::Kept => Cow::Borrowed(text),
        Whitespace::Replaced if !text.contains(line_ends) => Cow::Borrowed(text),
        Whitespace::Replaced => Cow::Owned(replaced(text)),
        Whitespace::Collapsed => {
            let trimmed = text.trim();
            if trimmed.contains(line_ends) || trimmed.contains("  ") {
                let parts: Vec<&str> = trimmed.split([' ', '\r', '\n', '\t']).filter(|part| !part.is_empty()).collect();
                Cow::Owned(parts.join(" "))
            } else {
                Cow::Borrowed(trimmed)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CellFault, Cells, KeyValue};
    use crate::datatype::{Builtin, Datatype};
    use crate::metadata::Inherited;
    use std::rc::Rc;

    /// What is wrong with a cell, in short, and its value.
    fn check(inherited: &Inherited, text: &str) -> (Vec<&'static str>, Option<String>) {
        let mut faults = Vec::new();
        let mut key = KeyValue::default();
        Cells::new(inherited).check(text, Some(&mut key), |fault| {
            faults.push(match fault {
                CellFault::Missing => "missing",
                CellFault::Value(..) => "value",
            });
        });
        (faults, (!key.null).then_some(key.text))
    }

    #[test]
    fn cells_are_parsed() {
        let of = |name: &str| Some(Rc::new(Datatype::of(Builtin::named(name).expect("it is built in"))));
        let integer = Inherited { datatype: of("integer"), ..Inherited::default() };
        let required = Inherited { required: Some(true), ..integer.clone() };
        let default = Inherited { default: Some("5".into()), ..integer.clone() };
        let null = Inherited { null: Some(vec!["NA".into(), "-".into()]), ..integer.clone() };
        let list = Inherited { separator: Some(Some(" ".into())), required: Some(true), ..integer.clone() };
        let text = Inherited { separator: Some(Some(";".into())), ..Inherited::default() };
        for (inherited, cell, faults, value) in [
            (&integer, " 007\t", &[][..], Some("7")),
            (&integer, "", &[], None),
            (&integer, "x", &["value"], Some("x")),
            (&required, " ", &["missing"], None),
            (&default, "\t", &[], Some("5")),
            (&null, "NA", &[], None),
            (&null, "", &["value"], Some("")),
            (&list, "1 5 7.0", &["value"], Some("\u{1f}1\u{1f}5\u{1f}7.0")),
            (&list, "", &["missing"], Some("")),
            (&text, "a; b", &[], Some("\u{1f}a\u{1f} b")),
        ] {
            assert_eq!(check(inherited, cell), (faults.to_vec(), value.map(str::to_owned)), "{cell:?}");
        }
    }
}
