//! How good metadata is, by the points of the national catalogue's assessment (FDK MQA).
//!
//! Points are those of `dcatno-mqa-vocabulary-default-score-values.ttl` (fdk-mqa-scoring-service); the metrics that need a network
//! (`accessUrlStatusCode` and `downloadUrlStatusCode`, 80 points) are left out.

use crate::{Excerpt, Place};
use std::sync::Arc;

/// A dimension of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MqaDimension {
    /// Can it be found?
    Findability,
    /// Can it be had?
    Accessibility,
    /// Can programs read it?
    Interoperability,
    /// May it be used?
    Reusability,
    /// Is it placed in a context?
    Contextuality,
}

impl MqaDimension {
    /// All of them, in the order of the assessment.
    pub const ALL: [MqaDimension; 5] = [
        MqaDimension::Findability,
        MqaDimension::Accessibility,
        MqaDimension::Interoperability,
        MqaDimension::Reusability,
        MqaDimension::Contextuality,
    ];

    /// Its name in the vocabulary.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            MqaDimension::Findability => "findability",
            MqaDimension::Accessibility => "accessibility",
            MqaDimension::Interoperability => "interoperability",
            MqaDimension::Reusability => "reusability",
            MqaDimension::Contextuality => "contextuality",
        }
    }
}

/// Something that gives points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Metric {
    KeywordAvailability,
    CategoryAvailability,
    SpatialAvailability,
    TemporalAvailability,
    DownloadUrlAvailability,
    FormatAvailability,
    MediaTypeAvailability,
    FormatMediaTypeVocabularyAlignment,
    FormatMediaTypeNonProprietary,
    FormatMediaTypeMachineInterpretable,
    DcatApCompliance,
    FormatMatch,
    SyntaxValid,
    LicenseAvailability,
    KnownLicense,
    AccessRightsAvailability,
    AccessRightsVocabularyAlignment,
    ContactPointAvailability,
    PublisherAvailability,
    RightsAvailability,
    ByteSizeAvailability,
    DateIssuedAvailability,
    DateModifiedAvailability,
}

use Metric as M;
use MqaDimension as D;

/// Every metric that can be judged without a network: its name in the vocabulary, its dimension and its points.
const METRICS: [(Metric, &str, MqaDimension, u32); 23] = [
    (M::KeywordAvailability, "keywordAvailability", D::Findability, 30),
    (M::CategoryAvailability, "categoryAvailability", D::Findability, 30),
    (M::SpatialAvailability, "spatialAvailability", D::Findability, 20),
    (M::TemporalAvailability, "temporalAvailability", D::Findability, 20),
    (M::DownloadUrlAvailability, "downloadUrlAvailability", D::Accessibility, 20),
    (M::FormatAvailability, "formatAvailability", D::Interoperability, 20),
    (M::MediaTypeAvailability, "mediaTypeAvailability", D::Interoperability, 10),
    (M::FormatMediaTypeVocabularyAlignment, "formatMediaTypeVocabularyAlignment", D::Interoperability, 10),
    (M::FormatMediaTypeNonProprietary, "formatMediaTypeNonProprietary", D::Interoperability, 20),
    (M::FormatMediaTypeMachineInterpretable, "formatMediaTypeMachineInterpretable", D::Interoperability, 20),
    (M::DcatApCompliance, "dcatApCompliance", D::Interoperability, 30),
    (M::FormatMatch, "formatMatch", D::Interoperability, 15),
    (M::SyntaxValid, "syntaxValid", D::Interoperability, 15),
    (M::LicenseAvailability, "licenseAvailability", D::Reusability, 20),
    (M::KnownLicense, "knownLicense", D::Reusability, 10),
    (M::AccessRightsAvailability, "accessRightsAvailability", D::Reusability, 10),
    (M::AccessRightsVocabularyAlignment, "accessRightsVocabularyAlignment", D::Reusability, 5),
    (M::ContactPointAvailability, "contactPointAvailability", D::Reusability, 20),
    (M::PublisherAvailability, "publisherAvailability", D::Reusability, 10),
    (M::RightsAvailability, "rightsAvailability", D::Contextuality, 5),
    (M::ByteSizeAvailability, "byteSizeAvailability", D::Contextuality, 5),
    (M::DateIssuedAvailability, "dateIssuedAvailability", D::Contextuality, 5),
    (M::DateModifiedAvailability, "dateModifiedAvailability", D::Contextuality, 5),
];

impl Metric {
    /// Every metric, in the order of the assessment.
    pub fn all() -> impl Iterator<Item = Metric> {
        METRICS.into_iter().map(|(metric, ..)| metric)
    }

    /// Its name in the vocabulary.
    #[must_use]
    pub fn name(self) -> &'static str {
        METRICS[self as usize].1
    }

    /// Its dimension.
    #[must_use]
    pub fn dimension(self) -> MqaDimension {
        METRICS[self as usize].2
    }

    /// The points that it gives.
    #[must_use]
    pub fn points(self) -> u32 {
        METRICS[self as usize].3
    }

    /// The points of all metrics, or of those of a dimension.
    #[must_use]
    pub fn most(dimension: Option<MqaDimension>) -> u32 {
        Metric::all().filter(|metric| dimension.is_none_or(|own| metric.dimension() == own)).map(Metric::points).sum()
    }
}

/// The points of one dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct DatasetScore {
    /// What it is called, masked.
    pub name: Excerpt,
    /// Where it is described.
    pub at: Place,
    /// What it has, in the order of the assessment.
    pub has: Vec<Metric>,
    /// What could not be judged, because no file was at hand.
    pub unjudged: Vec<Metric>,
    /// How open it is, from 0 to 4 of the five stars (<https://5stardata.info>): whether it links to other data cannot be judged
    /// without a network.
    pub stars: u8,
}

impl DatasetScore {
    /// Its points, or those in a dimension.
    #[must_use]
    pub fn points(&self, dimension: Option<MqaDimension>) -> u32 {
        let own = self.has.iter().filter(|metric| dimension.is_none_or(|own| metric.dimension() == own));
        own.map(|metric| metric.points()).sum()
    }
}

/// The points of the datasets of one metadata file.
#[derive(Clone, Debug, PartialEq)]
pub struct MetadataScore {
    /// The file's name as it is shown.
    pub source: Arc<str>,
    /// In the order of their places.
    pub datasets: Vec<DatasetScore>,
}

impl MetadataScore {
    /// What could be added, with the number of datasets that lack it; what gains most over all datasets comes first.
    #[must_use]
    pub fn gains(&self) -> Vec<(Metric, u64)> {
        let lacks = |one: &&DatasetScore, metric| !one.has.contains(&metric) && !one.unjudged.contains(&metric);
        let lacking = |metric: Metric| self.datasets.iter().filter(|one| lacks(one, metric)).count() as u64;
        let mut gains: Vec<(Metric, u64)> =
            Metric::all().map(|metric| (metric, lacking(metric))).filter(|(_, count)| *count > 0).collect();
        gains.sort_by_key(|(metric, count)| std::cmp::Reverse(u64::from(metric.points()) * count));
        gains
    }

    /// The points of the datasets, from the fewest to the most.
    #[must_use]
    pub fn spread(&self) -> Vec<u32> {
        let mut points: Vec<u32> = self.datasets.iter().map(|one| one.points(None)).collect();
        points.sort_unstable();
        points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_those_of_the_vocabulary_without_what_needs_a_network() {
        assert!(METRICS.iter().enumerate().all(|(at, (metric, ..))| *metric as usize == at));
        assert_eq!(Metric::most(None), 435 - 80);
        assert_eq!(D::ALL.map(|dimension| Metric::most(Some(dimension))), [100, 20, 140, 75, 20]);
    }
}
