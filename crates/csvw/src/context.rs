//! The context `http://www.w3.org/ns/csvw`: its prefixes and terms, which is all that a name or a type may use.

use crate::address;

/// The URL of the context.
pub(crate) const CONTEXT: &str = "http://www.w3.org/ns/csvw";

/// The prefixes of the context with what they stand for.
const PREFIXES: [(&str, &str); 41] = [
    ("as", "https://www.w3.org/ns/activitystreams#"),
    ("cc", "http://creativecommons.org/ns#"),
    ("csvw", "http://www.w3.org/ns/csvw#"),
    ("ctag", "http://commontag.org/ns#"),
    ("dc", "http://purl.org/dc/terms/"),
    ("dc11", "http://purl.org/dc/elements/1.1/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("dctypes", "http://purl.org/dc/dcmitype/"),
    ("dqv", "http://www.w3.org/ns/dqv#"),
    ("duv", "https://www.w3.org/ns/duv#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("gr", "http://purl.org/goodrelations/v1#"),
    ("grddl", "http://www.w3.org/2003/g/data-view#"),
    ("ical", "http://www.w3.org/2002/12/cal/icaltzd#"),
    ("ldp", "http://www.w3.org/ns/ldp#"),
    ("ma", "http://www.w3.org/ns/ma-ont#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("og", "http://ogp.me/ns#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("qb", "http://purl.org/linked-data/cube#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfa", "http://www.w3.org/ns/rdfa#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("rev", "http://purl.org/stuff/rev#"),
    ("rif", "http://www.w3.org/2007/rif#"),
    ("rr", "http://www.w3.org/ns/r2rml#"),
    ("schema", "http://schema.org/"),
    ("sd", "http://www.w3.org/ns/sparql-service-description#"),
    ("sioc", "http://rdfs.org/sioc/ns#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("skosxl", "http://www.w3.org/2008/05/skos-xl#"),
    ("v", "http://rdf.data-vocabulary.org/#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("void", "http://rdfs.org/ns/void#"),
    ("wdr", "http://www.w3.org/2007/05/powder#"),
    ("wrds", "http://www.w3.org/2007/05/powder-s#"),
    ("xhv", "http://www.w3.org/1999/xhtml/vocab#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Classes of the context and other terms that may be a type; datatypes are terms, too.
const TYPES: [&str; 17] = [
    "Cell", "Column", "Datatype", "Dialect", "Direction", "ForeignKey", "JSON", "NumericFormat", "Row", "Schema",
    "Table", "TableGroup", "TableReference", "Template", "Transformation", "uriTemplate", "license",
];

/// Schemes of absolute URLs that have no `//`.
const SCHEMES: [&str; 7] = ["urn", "tag", "info", "mailto", "did", "doi", "data"];

/// The URL that a name with a known prefix stands for.
pub(crate) fn expand(name: &str) -> Option<String> {
    let (prefix, local) = name.split_once(':')?;
    let (_, namespace) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
    (!local.starts_with("//")).then(|| format!("{namespace}{local}"))
}

/// True for the name of a common property: one with a known prefix, or an absolute URL.
pub(crate) fn is_common(name: &str) -> bool {
    expand(name).is_some() || is_url(name)
}

/// True for an absolute URL. A prefix that nobody declared looks like a scheme, so that a scheme without `//` must be known.
fn is_url(name: &str) -> bool {
    address::is_absolute(name)
        && name.split_once(':').is_some_and(|(scheme, rest)| {
            rest.starts_with("//") || SCHEMES.contains(&scheme.to_ascii_lowercase().as_str())
        })
}

/// True for what `@type` of a node may be: a term, a name with a known prefix, or an absolute URL.
pub(crate) fn is_type(name: &str) -> bool {
    TYPES.contains(&name) || crate::datatype::Builtin::named(name).is_some() || is_common(name)
}
