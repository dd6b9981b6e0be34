//! How good metadata is, by the points of the national catalogue, and what gains most: words for all formats, and lines for
//! the terminal.

use crate::inert_markdown::code;
use crate::terminal::{Ink, Page};
use crate::words::fill;
use munilint_model::{DatasetScore, Language, MetadataScore, Metric, MqaDimension, Report};
use serde::Serialize;
use std::collections::BTreeMap;

/// So many gains are told on a terminal.
const MOST: usize = 6;

/// What is said of points, in one language.
pub(crate) struct Words {
    pub(crate) heading: &'static str,
    /// What the points are.
    pub(crate) lead: &'static str,
    /// One dataset: `{points}` of `{most}`.
    one: &'static str,
    /// Several: `{datasets}`, from `{least}` to `{greatest}`, in the middle `{median}`.
    several: &'static str,
    /// What gains most.
    pub(crate) first: &'static str,
    /// `{metric}` gains `{points}`.
    gain_one: &'static str,
    /// `{metric}` gains `{points}` in each of `{datasets}`.
    gain_several: &'static str,
    pub(crate) heads: [&'static str; 4],
    dimensions: [&'static str; 5],
    metrics: [&'static str; 23],
    pub(crate) stars: &'static str,
}

const EN: Words = Words {
    heading: "Quality of the metadata",
    lead: "Points of the national catalogue (FDK, MQA), of the 355 that can be judged without a network; whether addresses answer gives 80 more.",
    one: "{points} of {most} points, {stars} of 5 stars",
    several: "{datasets} datasets: from {least} to {greatest} of {most} points, in the middle {median}; at most {stars} of 5 stars",
    first: "What gains most:",
    gain_one: "{metric}: {points} points",
    gain_several: "{metric}: {points} points in each of {datasets} datasets",
    heads: ["Dataset", "Points", "Stars", "What gains most"],
    dimensions: ["findability", "accessibility", "interoperability", "reusability", "contextuality"],
    metrics: [
        "keywords",
        "theme",
        "area",
        "period",
        "address of the file",
        "format",
        "media type",
        "format and media type from the lists",
        "a format of no one maker",
        "a format that programs read",
        "all that DCAT-AP-NO makes mandatory",
        "a file that has the format it is said to have",
        "a file that can be read",
        "licence",
        "licence from the EU's list",
        "access rights",
        "access rights from the EU's list",
        "contact point",
        "publisher",
        "rights statement",
        "size in bytes",
        "date of publication",
        "date of change",
    ],
    stars: "{stars} of 5",
};

const NB: Words = Words {
    heading: "Kvaliteten på metadataene",
    lead: "Poeng i den nasjonale katalogen (FDK, MQA), av de 355 som kan vurderes uten nett; om adressene svarer, gir 80 til.",
    one: "{points} av {most} poeng, {stars} av 5 stjerner",
    several: "{datasets} datasett: fra {least} til {greatest} av {most} poeng, i midten {median}; på det meste {stars} av 5 stjerner",
    first: "Dette gir mest:",
    gain_one: "{metric}: {points} poeng",
    gain_several: "{metric}: {points} poeng i hvert av {datasets} datasett",
    heads: ["Datasett", "Poeng", "Stjerner", "Dette gir mest"],
    dimensions: ["gjenfinnbarhet", "tilgjengelighet", "samhandling", "gjenbruk", "kontekst"],
    metrics: [
        "emneord", "tema", "område", "tidsrom", "adresse til filen", "format", "medietype",
        "format og medietype fra listene", "et format som ingen leverandør eier", "et format som programmer leser",
        "alt som er obligatorisk i DCAT-AP-NO", "en fil i det formatet som er oppgitt", "en fil som lar seg lese",
        "lisens", "lisens fra EUs liste", "tilgangsrettigheter", "tilgangsrettigheter fra EUs liste", "kontaktpunkt",
        "utgiver", "rettighetserklæring", "størrelse i byte", "utgivelsesdato", "endringsdato",
    ],
    stars: "{stars} av 5",
};

const NN: Words = Words {
    heading: "Kvaliteten på metadataa",
    lead: "Poeng i den nasjonale katalogen (FDK, MQA), av dei 355 som kan vurderast utan nett; om adressene svarar, gir 80 til.",
    one: "{points} av {most} poeng, {stars} av 5 stjerner",
    several: "{datasets} datasett: frå {least} til {greatest} av {most} poeng, i midten {median}; på det meste {stars} av 5 stjerner",
    first: "Dette gir mest:",
    gain_one: "{metric}: {points} poeng",
    gain_several: "{metric}: {points} poeng i kvart av {datasets} datasett",
    heads: ["Datasett", "Poeng", "Stjerner", "Dette gir mest"],
    dimensions: ["attfinnbarheit", "tilgjenge", "samhandling", "gjenbruk", "kontekst"],
    metrics: [
        "emneord", "tema", "område", "tidsrom", "adresse til fila", "format", "medietype",
        "format og medietype frå listene", "eit format som ingen leverandør eig", "eit format som program les",
        "alt som er obligatorisk i DCAT-AP-NO", "ei fil i det formatet som er oppgjeve", "ei fil som let seg lese",
        "lisens", "lisens frå EU si liste", "tilgangsrettar", "tilgangsrettar frå EU si liste", "kontaktpunkt",
        "utgjevar", "rettsfråsegn", "storleik i byte", "utgjevingsdato", "endringsdato",
    ],
    stars: "{stars} av 5",
};

impl Words {
    pub(crate) fn of(language: Language) -> &'static Words {
        match language {
            Language::Nb => &NB,
            Language::Nn => &NN,
            Language::En => &EN,
        }
    }

    pub(crate) fn dimension(&self, dimension: MqaDimension) -> &'static str {
        self.dimensions[dimension as usize]
    }

    pub(crate) fn metric(&self, metric: Metric) -> &'static str {
        self.metrics[metric as usize]
    }

    /// How many points the datasets of a file have.
    pub(crate) fn points(&self, score: &MetadataScore) -> String {
        let spread = score.spread();
        let at = |at: usize| spread.get(at).copied().unwrap_or(0).to_string();
        let stars = score.datasets.iter().map(|one| one.stars).max().unwrap_or(0).to_string();
        let (most, datasets) = (Metric::most(None).to_string(), spread.len().to_string());
        let (least, greatest) = (at(0), at(spread.len().saturating_sub(1)));
        let middle = spread.get(spread.len() / 2).copied().unwrap_or(0)
            + spread.get(spread.len().saturating_sub(1) / 2).copied().unwrap_or(0);
        let median = (middle / 2).to_string();
        let values = [
            ("points", &*least),
            ("most", &most),
            ("stars", &stars),
            ("datasets", &datasets),
            ("least", &least),
            ("median", &median),
            ("greatest", &greatest),
        ];
        fill(if spread.len() == 1 { self.one } else { self.several }, &values)
    }

    /// What would gain most, over all datasets of a file.
    pub(crate) fn gains(&self, score: &MetadataScore, most: usize) -> Vec<String> {
        let gain = |(metric, datasets): (Metric, u64)| {
            let (points, datasets) = (metric.points().to_string(), datasets.to_string());
            let values = [("metric", self.metric(metric)), ("points", &points), ("datasets", &datasets)];
            fill(if score.datasets.len() == 1 { self.gain_one } else { self.gain_several }, &values)
        };
        score.gains().into_iter().take(most).map(gain).collect()
    }
}

/// Writes how many points metadata has, and what gains most. Nothing when there is none.
pub(crate) fn write(page: &mut Page, report: &Report) {
    if report.metadata.is_empty() {
        return;
    }
    let words = Words::of(report.language);
    page.blank();
    page.wrapped("", 0, 2, &page.ink(Ink::Bold, words.heading));
    page.sentence(words.lead);
    for score in &report.metadata {
        page.sentence(&format!("{}: {}", page.ink(Ink::Bold, &score.source), words.points(score)));
        let gains = words.gains(score, MOST);
        if !gains.is_empty() {
            page.sentence(&format!("{} {}.", words.first, gains.join("; ")));
        }
    }
}

/// Points in Markdown, with a heading. Nothing when there is no catalogue.
pub(crate) fn markdown(report: &Report) -> String {
    let words = Words::of(report.language);
    let mut text = String::new();
    for score in &report.metadata {
        let gains = words.gains(score, MOST).join("; ");
        text.push_str(&format!("* {}: {}. {} {gains}\n", code(&score.source), words.points(score), words.first));
    }
    if text.is_empty() { text } else { format!("\n### {}\n\n{}\n\n{text}", words.heading, words.lead) }
}

/// As the report in JSON has it.
#[derive(Serialize)]
pub(crate) struct MetadataObject<'a> {
    path: &'a str,
    points: Vec<PointsObject<'a>>,
    gains: Vec<GainObject>,
}

#[derive(Serialize)]
struct PointsObject<'a> {
    dataset: &'a str,
    line: Option<u64>,
    points: u32,
    of: u32,
    stars: u8,
    dimensions: BTreeMap<&'static str, u32>,
    lacks: Vec<&'static str>,
    unjudged: Vec<&'static str>,
}

#[derive(Serialize)]
struct GainObject {
    metric: &'static str,
    points: u32,
    datasets: u64,
}

/// One file's points for JSON.
pub(crate) fn object(score: &MetadataScore) -> MetadataObject<'_> {
    let gain =
        |(metric, datasets): (Metric, u64)| GainObject { metric: metric.name(), points: metric.points(), datasets };
    MetadataObject {
        path: &score.source,
        points: score.datasets.iter().map(points).collect(),
        gains: score.gains().into_iter().map(gain).collect(),
    }
}

fn points(one: &DatasetScore) -> PointsObject<'_> {
    let DatasetScore { name, at, has, unjudged, stars } = one;
    PointsObject {
        dataset: name.as_str(),
        line: at.span().map(|span| span.line),
        points: one.points(None),
        of: Metric::most(None),
        stars: *stars,
        dimensions: MqaDimension::ALL.iter().map(|own| (own.name(), one.points(Some(*own)))).collect(),
        lacks: Metric::all()
            .filter(|metric| !has.contains(metric) && !unjudged.contains(metric))
            .map(Metric::name)
            .collect(),
        unjudged: unjudged.iter().map(|metric| metric.name()).collect(),
    }
}
