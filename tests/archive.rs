//! The parts of a workbook, which is an archive of XML (ECMA-376).

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Every part of the archive, by its name.
///
/// # Panics
/// It is no archive of texts.
#[must_use]
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap_or_else(|error| panic!("no archive: {error}"));
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap_or_else(|error| panic!("part {at}: {error}"));
        let name = part.name().unwrap_or_else(|error| panic!("part {at}: {error}")).into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap_or_else(|error| panic!("{name}: {error}"));
        parts.insert(name, text);
    }
    parts
}

/// Every text of a workbook, one a line, with its entities resolved.
#[must_use]
pub fn texts(bytes: &[u8]) -> String {
    let parts: String = parts(bytes).into_values().collect();
    unescaped(&parts.replace('<', "\n<").replace('>', ">\n"))
}

/// A text of XML with its entities resolved.
#[must_use]
pub fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

/// The values of an attribute in every element of that name, in order; `None` for those without it.
#[must_use]
pub fn attributes(xml: &str, element: &str, attribute: &str) -> Vec<Option<String>> {
    let opening = format!("<{element} ");
    let name = format!(" {attribute}=\"");
    let elements = xml.split(&opening).skip(1).map(|rest| format!(" {}", rest.split('>').next().unwrap_or("")));
    elements.map(|element| Some(unescaped(element.split(&name).nth(1)?.split('"').next()?))).collect()
}
