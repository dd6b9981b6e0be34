//! Bars of how figures and time are spread, drawn without script, with what they show as text beside them.

use crate::html::Context;
use crate::html::markup::Markup;
use crate::words::fill;
use munilint_model::{Bin, Excerpt, Scale, ValueDistribution, Variable};

/// So many periods without a row are named.
const NAMED: usize = 4;

/// Height of the picture, and of the smallest bar.
const HEIGHT: f64 = 60.0;
const LOWEST: f64 = 1.5;

/// A bar: what it stands for, and how many there are.
struct Bar {
    name: String,
    count: u64,
}

/// Writes the picture of a field.
pub(crate) fn write(page: &mut Markup, context: Context<'_>, variable: &Variable, distribution: &ValueDistribution) {
    let words = context.words;
    let is_whole = variable.datatype == "integer";
    let (bars, ends, notes) = match distribution {
        ValueDistribution::Figures { scale, bins } => {
            let name = |bin: &Bin| between(context, *scale, is_whole, bin);
            let bars: Vec<Bar> = bins.iter().map(|bin| Bar { name: name(bin), count: bin.count }).collect();
            let grows = (*scale == Scale::Growing).then(|| words.spread_growing.to_owned());
            (bars, figure_ends(context, is_whole, bins), grows)
        }
        ValueDistribution::Periods(periods) => {
            let bars: Vec<Bar> =
                periods.iter().map(|(period, count)| Bar { name: period.to_string(), count: *count }).collect();
            let ends =
                [periods.first(), periods.last()].map(|end| end.map_or(String::new(), |(name, _)| name.to_string()));
            (bars, ends, Some(without_rows(context, periods)))
        }
    };
    let most = bars.iter().rev().max_by_key(|bar| bar.count);
    let all = context.number(bars.iter().map(|bar| bar.count).sum());
    let says = most.map(|most| {
        let count = context.number(most.count);
        fill(words.spread_most, &[("range", &most.name), ("count", &count), ("all", &all)])
    });
    let says: Vec<String> = says.into_iter().chain(notes).collect();
    page.element("figure", &[("class", "spread")], |page| {
        page.element("figcaption", &[], |page| {
            page.text(variable.name.as_str());
            if let Some(unit) = &variable.unit {
                page.text(" ");
                page.leaf("span", &[("class", "kind")], &format!("({})", Excerpt::of(unit).as_str()));
            }
        });
        picture(page, &format!("{}: {}–{}", variable.name.as_str(), ends[0], ends[1]), &says.join(" "), &bars);
        page.element("p", &[("class", "axis")], |page| ends.iter().for_each(|end| page.leaf("span", &[], end)));
        page.leaf("p", &[("class", "gloss")], &says.join(" "));
        numbers(page, context, &bars);
    });
}

/// One path for all bars. Its title and description are what it is for who does not see it.
fn picture(page: &mut Markup, title: &str, description: &str, bars: &[Bar]) {
    let greatest = bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
    let view = format!("0 0 {} {HEIGHT}", bars.len() * 10);
    let attributes = [("class", "bins"), ("viewBox", &*view), ("preserveAspectRatio", "none"), ("role", "img")];
    page.element("svg", &attributes, |page| {
        page.leaf("title", &[], title);
        page.leaf("desc", &[], description);
        let drawn = bars.iter().enumerate().filter(|(_, bar)| bar.count > 0);
        let path = drawn.map(|(at, bar)| {
            let height = (bar.count as f64 / greatest as f64 * HEIGHT).max(LOWEST);
            format!("M{} {HEIGHT}v-{height:.1}h9v{height:.1}z", at * 10)
        });
        page.shape("path", &[("class", "fill"), ("d", &path.collect::<String>())]);
    });
}

/// What the bars show, for who wants the figures.
fn numbers(page: &mut Markup, context: Context<'_>, bars: &[Bar]) {
    page.element("details", &[("class", "numbers")], |page| {
        page.leaf("summary", &[], context.words.numbers);
        page.element("table", &[], |page| {
            page.element("tbody", &[], |page| {
                for bar in bars {
                    page.element("tr", &[], |page| {
                        page.leaf("th", &[("scope", "row")], &bar.name);
                        page.leaf("td", &[("class", "figure")], &context.number(bar.count));
                    });
                }
            });
        });
    });
}

/// `0–49`, `−100 til −1`, `0,5–1`, `under 20`, `80 og mer`.
fn between(context: Context<'_>, scale: Scale, is_whole: bool, bin: &Bin) -> String {
    let words = context.words;
    let text = |limit: f64| figure(context, limit);
    let step = if is_whole && [bin.from, bin.to].into_iter().flatten().all(is_small) { 1.0 } else { 0.0 };
    match (bin.from, bin.to) {
        (Some(from), Some(to)) if from == to => text(from),
        (Some(from), Some(to)) => {
            let is_mirrored = scale == Scale::Growing && to <= 0.0;
            let (low, high) = if is_mirrored { (from + step, to) } else { (from, to - step) };
            let apart = if low < 0.0 || high < 0.0 { format!(" {} ", words.spread_to) } else { "–".to_owned() };
            if low < high { format!("{}{apart}{}", text(low), text(high)) } else { text(low) }
        }
        (None, Some(to)) => fill(words.spread_under, &[("limit", &text(to))]),
        (Some(from), None) => fill(words.spread_over, &[("limit", &text(from))]),
        (None, None) => String::new(),
    }
}

/// Where it matters whether a limit is in the bin or not.
fn is_small(limit: f64) -> bool {
    limit.abs() <= 100_000.0
}

/// What stands at both ends of the axis.
fn figure_ends(context: Context<'_>, is_whole: bool, bins: &[Bin]) -> [String; 2] {
    let (Some(first), Some(last)) = (bins.first(), bins.last()) else { return Default::default() };
    let inner = |limit: Option<f64>| limit.map_or(String::new(), |limit| figure(context, limit));
    let low = match first.from {
        Some(from) => figure(context, from),
        None => fill(context.words.spread_under, &[("limit", &inner(first.to))]),
    };
    let high = match last.to {
        Some(to) if is_whole && to > 0.0 && is_small(to) => figure(context, to - 1.0),
        Some(to) => figure(context, to),
        None => fill(context.words.spread_over, &[("limit", &inner(last.from))]),
    };
    [low, high]
}

/// A figure as the language writes it; millions and more in words where that is as exact.
pub(crate) fn figure(context: Context<'_>, figure: f64) -> String {
    let words = context.words;
    for (size, [one, many]) in [(1e9, words.billion), (1e6, words.million)] {
        let scaled = (figure / size * 100.0).round() / 100.0;
        if scaled.abs() >= 1.0 && (scaled * size).round() == figure {
            let word = if scaled == 1.0 { one } else { many };
            return format!("{}\u{a0}{word}", super::variables::figure(context, &scaled.to_string()));
        }
    }
    super::variables::figure(context, &figure.to_string())
}

/// Periods that have no row, by name while they are few; or that there are none.
fn without_rows(context: Context<'_>, periods: &[(Excerpt, u64)]) -> String {
    let mut names: Vec<String> =
        periods.iter().filter(|(_, count)| *count == 0).map(|(period, _)| period.to_string()).collect();
    let more = names.len().saturating_sub(NAMED);
    let list = match (names.len(), more) {
        (0, _) => return context.words.spread_covered.to_owned(),
        (_, 0) => context.shared.list(&names),
        _ => {
            names.truncate(NAMED);
            names.push(fill(context.words.more, &[("count", &context.number(more as u64))]));
            names.join(", ")
        }
    };
    fill(context.words.spread_without, &[("periods", &list)])
}
