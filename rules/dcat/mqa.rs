//! The national catalogue's assessment of metadata (FDK MQA), as far as it needs no network.
//!
//! As fdk-mqa-scoring-service reckons: for each metric the dataset or its distribution, and the distribution with the most points.

use super::standard::{eu_code, is_dcat};
use super::{formats, licences};
use munilint_detect::codelist::Entry;
use munilint_model::{DatasetScore, Description, Distribution, Excerpt, Metadata, Metric};

/// The points of every dataset of a catalogue; nothing where other metadata is. `read` tells which forms of a dataset, both by
/// their positions, are tables that were read.
pub(crate) fn scores(metadata: &Metadata, read: &dyn Fn(usize, usize) -> bool) -> Vec<DatasetScore> {
    if !is_dcat(metadata) {
        return Vec::new();
    }
    let score = |(at, dataset): (usize, &Description)| {
        let own: Vec<Metric> = Metric::all().filter(|metric| of_dataset(*metric, dataset)).collect();
        let with = |(form, distribution): (usize, &Distribution)| -> Vec<Metric> {
            let is_read = read(at, form);
            Metric::all()
                .filter(|metric| own.contains(metric) || of_distribution(*metric, distribution, is_read))
                .collect()
        };
        let any_read = (0..dataset.distributions.len()).any(|form| read(at, form));
        let forms = dataset.distributions.iter().enumerate().map(with);
        let points = |has: &Vec<Metric>| has.iter().map(|metric| metric.points()).sum::<u32>();
        // The first of those with the most, so that the order of the file decides.
        let best = forms.rev().max_by_key(points);
        DatasetScore {
            name: Excerpt::whole(dataset.name()),
            at: dataset.at,
            has: best.unwrap_or(own),
            unjudged: if any_read { Vec::new() } else { vec![Metric::FormatMatch, Metric::SyntaxValid] },
            stars: dataset.distributions.iter().map(|form| stars(dataset, form)).max().unwrap_or(0),
        }
    };
    metadata.datasets.iter().enumerate().map(score).collect()
}

fn of_dataset(metric: Metric, dataset: &Description) -> bool {
    let access_rights = || dataset.access_rights.iter().any(|said| eu_code("access-right", &said.what).is_some());
    match metric {
        Metric::KeywordAvailability => !dataset.keywords.is_empty(),
        Metric::CategoryAvailability => !dataset.themes.is_empty(),
        Metric::SpatialAvailability => !dataset.areas.is_empty(),
        Metric::TemporalAvailability => !dataset.periods.is_empty(),
        Metric::DcatApCompliance => dataset.complies == Some(true),
        Metric::LicenseAvailability => !dataset.licences.is_empty(),
        Metric::KnownLicense => dataset.licences.iter().any(|said| is_known(&said.what)),
        Metric::AccessRightsAvailability => !dataset.access_rights.is_empty(),
        Metric::AccessRightsVocabularyAlignment => access_rights(),
        Metric::ContactPointAvailability => !dataset.contacts.is_empty(),
        Metric::PublisherAvailability => !dataset.publishers.is_empty(),
        Metric::DateIssuedAvailability => !dataset.issued.is_empty(),
        Metric::DateModifiedAvailability => !dataset.modified.is_empty(),
        _ => false,
    }
}

fn of_distribution(metric: Metric, form: &Distribution, is_read: bool) -> bool {
    let types = || types(form);
    match metric {
        Metric::DownloadUrlAvailability => !form.download_urls.is_empty(),
        Metric::FormatAvailability => !form.formats.is_empty(),
        Metric::MediaTypeAvailability => !form.media_types.is_empty(),
        Metric::FormatMediaTypeVocabularyAlignment => {
            let formats = form.formats.iter().all(|said| formats::listed(&said.what).is_some());
            let media = form.media_types.iter().all(|said| formats::is_registered_address(&said.what));
            formats && media && !(form.formats.is_empty() && form.media_types.is_empty())
        }
        Metric::FormatMediaTypeNonProprietary => types().iter().any(|entry| formats::is_open(entry)),
        Metric::FormatMediaTypeMachineInterpretable => types().iter().any(|entry| formats::is_readable(entry)),
        Metric::FormatMatch => is_read && types().iter().any(|entry| matches!(&*entry.code, "CSV" | "TSV" | "TXT")),
        Metric::SyntaxValid => is_read,
        Metric::LicenseAvailability => !form.licences.is_empty(),
        Metric::KnownLicense => form.licences.iter().any(|said| is_known(&said.what)),
        Metric::RightsAvailability => !form.rights.is_empty(),
        Metric::ByteSizeAvailability => form.byte_size.is_some(),
        Metric::DateIssuedAvailability => !form.issued.is_empty(),
        Metric::DateModifiedAvailability => !form.modified.is_empty(),
        _ => false,
    }
}

/// The types of file that a distribution says it is.
fn types(form: &Distribution) -> Vec<&'static Entry> {
    form.formats.iter().chain(&form.media_types).filter_map(|said| formats::meant(&said.what)).collect()
}

fn is_known(licence: &str) -> bool {
    matches!(licences::licence(licence), licences::Licence::Listed(_))
}

/// Stars of open data: one with an open licence, two when programs can read it, three when that takes no maker's program, four
/// when it is RDF.
fn stars(dataset: &Description, form: &Distribution) -> u8 {
    let mut licences = dataset.licences.iter().chain(&form.licences);
    if !licences.any(|said| licences::is_open(&said.what)) {
        return 0;
    }
    let types = types(form);
    let readable = types.iter().filter(|entry| formats::is_readable(entry));
    let of = |entry: &&&'static Entry| match () {
        () if entry.code.starts_with("RDF") || matches!(&*entry.code, "JSON_LD" | "N3" | "HDT") => 4,
        () if formats::is_open(entry) => 3,
        () => 2,
    };
    readable.map(|entry| of(&entry)).max().unwrap_or(1)
}
