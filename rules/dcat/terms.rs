//! Terms of the vocabularies that DCAT-AP-NO uses, and what is nearly one.

/// Namespaces, with the prefix that they mostly have.
const NAMESPACES: [(&str, &str); 16] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dcatno", "http://difi.no/dcatno#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("dqv", "http://www.w3.org/ns/dqv#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
];

/// Names that are often written otherwise, by prefix.
const NAMES: [(&str, &[&str]); 3] = [
    (
        "dcat",
        &[
            "Catalog", "Dataset", "Distribution", "DataService", "DatasetSeries", "accessURL", "downloadURL",
            "contactPoint", "mediaType", "byteSize", "landingPage", "startDate", "endDate", "endpointURL",
            "servesDataset", "keyword", "theme",
        ],
    ),
    (
        "vcard",
        &[
            "fn", "hasEmail", "hasTelephone", "hasURL", "Kind", "Organization", "hasOrganizationName",
            "organization-unit",
        ],
    ),
    (
        "dct",
        &[
            "title", "description", "publisher", "accessRights", "accrualPeriodicity", "license", "spatial",
            "temporal", "issued", "modified", "format", "conformsTo", "identifier", "language", "provenance",
            "Location", "PeriodOfTime",
        ],
    ),
];

/// The term that is meant, with its prefix, when the given one is nearly it and is none.
pub(super) fn meant(term: &str) -> Option<String> {
    let at = term.rfind(['#', '/'])? + 1;
    let (namespace, name) = term.split_at(at);
    match NAMESPACES.iter().find(|(_, known)| *known == namespace) {
        Some((prefix, _)) => {
            let (_, names) = NAMES.iter().find(|(known, _)| known == prefix)?;
            let is_same = |known: &&&str| *known != &name && bare(known) == bare(name);
            // `Dataset` and `dataset` are a class and a property.
            let is_known = names.contains(&name)
                || bare(name) == "dataset"
                || bare(name) == "distribution"
                || bare(name) == "catalog";
            names.iter().find(is_same).filter(|_| !is_known).map(|known| format!("{prefix}:{known}"))
        }
        None => {
            let near = NAMESPACES.iter().find(|(_, known)| same_place(known) == same_place(namespace));
            near.map(|(prefix, _)| format!("{prefix}:{name}"))
        }
    }
}

/// A name without case and hyphens.
fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A namespace without what is often mistaken in it.
fn same_place(namespace: &str) -> String {
    let lower = namespace.to_lowercase().replace("https://", "http://").replace("www.w3c.org", "www.w3.org");
    let lower = lower.trim_end_matches(['#', '/']).to_owned();
    // As seen in harvested catalogues.
    let lower = lower.strip_suffix("dqvns").map(|start| format!("{start}dqv")).unwrap_or(lower);
    lower.replace("://xmlns.com/foaf/0.1", "://xmlns.com/foaf").replace("://schema.org", "://schema")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_told_and_terms_are_not() {
        for (term, wanted) in [
            ("http://www.w3c.org/2004/02/skos/core#Concept", Some("skos:Concept")),
            ("https://www.w3.org/ns/dcat#Dataset", Some("dcat:Dataset")),
            ("http://www.w3.org/ns/dqvNS#hasQualityAnnotation", Some("dqv:hasQualityAnnotation")),
            ("http://www.w3.org/ns/dcat#contactpoint", Some("dcat:contactPoint")),
            ("http://purl.org/dc/terms/accessrights", Some("dct:accessRights")),
            ("http://www.w3.org/ns/dcat#dataset", None),
            ("http://www.w3.org/ns/dcat#contactPoint", None),
            ("http://purl.org/dc/elements/1.1/title", None),
            ("https://eksempel.kommune.no/begrep#egen", None),
        ] {
            assert_eq!(meant(term).as_deref(), wanted, "{term}");
        }
    }
}
