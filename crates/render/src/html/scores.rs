//! Scores by quality dimension, with the counts they are made from.

use crate::html::markup::Markup;
use crate::html::{Context, Table, section, table};
use crate::words::fill;
use munilint_model::{Dimension, Score};

/// Every dimension, in the order in which they are shown.
const ALL: [Dimension; 9] = [
    Dimension::Privacy,
    Dimension::Completeness,
    Dimension::Conformity,
    Dimension::Consistency,
    Dimension::Accuracy,
    Dimension::Uniqueness,
    Dimension::Timeliness,
    Dimension::Coverage,
    Dimension::Documentation,
];

/// Writes the table of scores. Nothing when nothing was scored.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let (words, scores) = (context.words, &context.report.scores);
    if scores.is_empty() {
        return;
    }
    section(page, "scores", words.scores, |page| {
        page.element("p", &[("class", "lead")], |page| {
            page.text(words.scores_lead);
            page.text(" ");
            page.leaf("a", &[("href", "#definitions")], words.scores_link);
            page.text(".");
        });
        rows(page, context, scores);
        let unscored: Vec<String> = ALL
            .into_iter()
            .filter(|dimension| scores.iter().all(|score| score.dimension != *dimension))
            .map(|dimension| words.dimension(dimension)[0].to_lowercase())
            .collect();
        if !unscored.is_empty() {
            let list = context.shared.list(&unscored);
            page.leaf("p", &[("class", "aside")], &fill(words.not_scored, &[("dimensions", &list)]));
        }
    });
}

fn rows(page: &mut Markup, context: Context<'_>, scores: &[Score]) {
    let words = context.words;
    let heads = [("", words.dimension), ("figure", words.score), ("bars", words.basis)];
    table(page, context, Table { label: words.scores, class: "scores", heads: &heads }, |page| {
        for score in ALL.into_iter().filter_map(|one| scores.iter().find(|score| score.dimension == one)) {
            let [name, question] = words.dimension(score.dimension);
            page.element("tr", &[], |page| {
                page.element("th", &[("scope", "row")], |page| {
                    page.text(name);
                    page.leaf("span", &[("class", "gloss")], question);
                });
                page.element("td", &[("class", "figure big")], |page| page.text(&score.points().to_string()));
                page.element("td", &[("class", "bars")], |page| {
                    bar(page, score.share());
                    let (sound, units) = (context.number(score.sound), context.number(score.units));
                    let text = fill(words.score_counts, &[("sound", &sound), ("units", &units)]);
                    page.leaf("span", &[("class", "gloss")], &text);
                });
            });
        }
    });
}

/// A bar as long as the share, from 0 to 1. What it shows stands beside it as text.
pub(crate) fn bar(page: &mut Markup, share: f64) {
    let attributes =
        [("class", "bar"), ("viewBox", "0 0 100 6"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    page.element("svg", &attributes, |page| {
        page.shape("rect", &[("class", "track"), ("width", "100"), ("height", "6")]);
        let width = format!("{:.1}", share * 100.0);
        page.shape("rect", &[("class", "fill"), ("width", &width), ("height", "6")]);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dimension_is_shown_once() {
        let mut all = ALL.to_vec();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), Dimension::Documentation as usize + 1);
    }
}
