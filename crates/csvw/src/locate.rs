//! Where the metadata of a table are (the model, section 5).

use crate::Headers;
use crate::address;
use crate::log::Log;
use crate::metadata::{At, described_tables};
use crate::template::Template;
use crate::{Files, IssueKind};

/// Where metadata are when the site does not say: RFC 6570 templates, one a line.
const DEFAULT_LOCATIONS: &str = "{+url}-metadata.json\ncsv-metadata.json\n";

/// The media types of metadata.
const MEDIA_TYPES: [&str; 3] = ["application/csvm+json", "application/ld+json", "application/json"];

/// The URL of the first metadata that are found for a table, if any are. Those that do not describe it are noted.
pub(crate) fn metadata(table: &str, headers: &Headers<'_>, files: &dyn Files, log: &mut Log) -> Option<String> {
    let links: Vec<String> =
        headers.link.iter().flat_map(|header| links(header)).map(|link| address::resolve(table, &link)).collect();
    // The last one counts.
    for url in links.iter().rev() {
        match files.read(url) {
            Some(bytes) if describes(&bytes, url, table, log) => return Some(url.clone()),
            Some(_) => {}
            None => log.warning(&At::top(url), IssueKind::FileMissing { url: url.clone() }),
        }
    }
    let site = files.read(&address::resolve(table, "/.well-known/csvm"));
    let site = site.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    for line in site.as_deref().unwrap_or(DEFAULT_LOCATIONS).lines() {
        let Some(template) = Template::parse(line.trim()).filter(|_| !line.trim().is_empty()) else { continue };
        let url = template.expand(|name| (name == "url").then(|| table.to_owned()));
        let url = address::resolve(table, &url);
        if let Some(bytes) = files.read(&url)
            && describes(&bytes, &url, table, log)
        {
            return Some(url);
        }
    }
    None
}

/// True when metadata describe the table, and when they cannot be read, which is told when they are.
fn describes(bytes: &[u8], url: &str, table: &str, log: &mut Log) -> bool {
    let described = described_tables(bytes, url).is_none_or(|tables| tables.iter().any(|described| described == table));
    if !described {
        log.warning(&At::top(url), IssueKind::TableNotDescribed { table: table.to_owned() });
    }
    described
}

/// The targets in a `Link` header (RFC 8288) that are descriptions in a media type of metadata.
fn links(header: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = header;
    while let Some((target, behind)) = rest.split_once('<').and_then(|(_, behind)| behind.split_once('>')) {
        let (parameters, next) = parameters(behind);
        rest = next;
        let value = |name: &str| parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let describes = value("rel").is_some_and(|relations| {
            relations.split_whitespace().any(|relation| relation.eq_ignore_ascii_case("describedby"))
        });
        let known = |media: &str| MEDIA_TYPES.iter().any(|known| media.trim().eq_ignore_ascii_case(known));
        if describes && value("type").is_some_and(known) {
            found.push(target.to_owned());
        }
    }
    found
}

/// The parameters of a link, and what follows the comma behind them.
fn parameters(text: &str) -> (Vec<(String, String)>, &str) {
    let mut parameters = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(behind) = rest.strip_prefix(';') else {
            return (parameters, rest.strip_prefix(',').unwrap_or(rest));
        };
        let end = behind.find(['=', ';', ',']).unwrap_or(behind.len());
        let name = behind[..end].trim().to_ascii_lowercase();
        rest = &behind[end..];
        let Some(value) = rest.strip_prefix('=').map(str::trim_start) else {
            parameters.push((name, String::new()));
            continue;
        };
        let (value, behind) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => value.split_at(value.find([';', ',']).unwrap_or(value.len())),
        };
        parameters.push((name, value.trim().to_owned()));
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn links_are_found_in_headers() {
        let header = r#"<a.json>; rel="describedby"; type="application/csvm+json", <b.json>;rel=next;type=application/json, <c,1.json> ; type=application/json ; rel="up describedBy""#;
        assert_eq!(links(header), ["a.json", "c,1.json"]);
        assert!(links("<a.json>; rel=describedby; type=text/html").is_empty());
        assert!(links("<").is_empty() && links("").is_empty() && links("<a>;;;=\"").is_empty());
    }
}
