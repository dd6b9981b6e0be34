//! How good metadata is, by the points of the national catalogue.

use crate::assessment::Words;
use crate::html::markup::Markup;
use crate::html::{Context, Table, section, table};
use crate::words::fill;
use munilint_model::{DatasetScore, MetadataScore, Metric, MqaDimension};

/// So many things are told that a file gains from.
const MOST: usize = 8;

/// So many datasets are shown, those with the fewest points.
const MOST_DATASETS: usize = 200;

/// So many things are told that one dataset gains from.
const OF_DATASET: usize = 3;

/// Writes points by file and dataset. Nothing when there is no catalogue.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let words = Words::of(context.report.language);
    if context.report.metadata.is_empty() {
        return;
    }
    section(page, "metadata", words.heading, |page| {
        page.leaf("p", &[("class", "lead")], words.lead);
        for score in &context.report.metadata {
            page.leaf("h3", &[], &score.source);
            page.leaf("p", &[], &words.points(score));
            page.leaf("p", &[], words.first);
            page.element("ul", &[], |page| {
                for gain in words.gains(score, MOST) {
                    page.leaf("li", &[], &gain);
                }
            });
            datasets(page, context, words, score);
        }
    });
}

fn datasets(page: &mut Markup, context: Context<'_>, words: &Words, score: &MetadataScore) {
    let mut fewest: Vec<&DatasetScore> = score.datasets.iter().collect();
    fewest.sort_by_key(|one| one.points(None));
    let mut heads = vec![("", words.heads[0]), ("figure", words.heads[1])];
    heads.extend(MqaDimension::ALL.map(|dimension| ("figure", words.dimension(dimension))));
    heads.extend([("figure", words.heads[2]), ("", words.heads[3])]);
    table(page, context, Table { label: words.heading, class: "list sortable filtered", heads: &heads }, |page| {
        for one in fewest.into_iter().take(MOST_DATASETS) {
            page.element("tr", &[], |page| {
                page.leaf("th", &[("scope", "row")], one.name.as_str());
                for dimension in std::iter::once(None).chain(MqaDimension::ALL.map(Some)) {
                    let points = one.points(dimension).to_string();
                    page.leaf("td", &[("class", "figure"), ("data-value", &points)], &points);
                }
                let stars = one.stars.to_string();
                let shown = fill(words.stars, &[("stars", &stars)]);
                page.leaf("td", &[("class", "figure"), ("data-value", &stars)], &shown);
                let alone = MetadataScore { source: score.source.clone(), datasets: vec![one.clone()] };
                let gains: Vec<Metric> = alone.gains().into_iter().map(|(metric, _)| metric).collect();
                let named: Vec<&str> = gains.iter().take(OF_DATASET).map(|metric| words.metric(*metric)).collect();
                page.leaf("td", &[], &named.join(", "));
            });
        }
    });
}
