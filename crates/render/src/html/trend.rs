//! The course of findings and scores over earlier reports, and what changed since the last.

use crate::html::markup::Markup;
use crate::html::opening::capital;
use crate::html::{Context, Table, finding_anchor, icon, section, table};
use crate::words::fill;
use munilint_model::{Dimension, Excerpt, Gone, Score, Severity, Trend};

/// So many reports have a place in the pictures: the last of them.
const REPORTS: usize = 24;

/// So many new findings, or ones that are gone, are named.
const NAMED: usize = 20;

/// Size of the picture, and of the room around what is drawn.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 180.0;
const ROOM: f64 = 14.0;

/// A report of the row that is drawn.
struct Point<'a> {
    name: &'a str,
    counts: [u64; 3],
    scores: &'a [Score],
}

/// Writes the course. Nothing when it was not asked for.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let (words, report) = (context.words, context.report);
    let Some(trend) = &report.trend else { return };
    section(page, "trend", words.trend, |page| {
        let Some(last) = trend.earlier.last() else {
            page.leaf("p", &[], words.trend_none);
            return;
        };
        let count = words.counted(&words.earlier_report, trend.earlier.len() as u64);
        let name = context.quoted(last.name.as_str());
        page.leaf("p", &[("class", "lead")], &fill(words.trend_lead, &[("count", &count), ("name", &name)]));
        let points = points_of(context, trend);
        page.leaf("h3", &[], words.trend_findings);
        lines(page, context, &points);
        figures(page, context, &points);
        scores(page, context, &points);
        changes(page, context, trend);
    });
}

fn points_of<'a>(context: Context<'a>, trend: &'a Trend) -> Vec<Point<'a>> {
    let summary = context.report.summary();
    let counts = Severity::GRAVEST_FIRST.map(|severity| summary.count(severity));
    let now = Point { name: context.words.now, counts, scores: &context.report.scores };
    let skipped = trend.earlier.len().saturating_sub(REPORTS - 1);
    let earlier = trend.earlier.iter().skip(skipped);
    let earlier = earlier.map(|one| Point { name: one.name.as_str(), counts: one.counts, scores: &one.scores });
    earlier.chain([now]).collect()
}

/// A line for each severity, told apart by how it is dashed and marked. The table below has the figures.
fn lines(page: &mut Markup, context: Context<'_>, points: &[Point<'_>]) {
    let greatest = points.iter().flat_map(|point| point.counts).max().unwrap_or(0).max(1);
    let step = (WIDTH - 2.0 * ROOM) / (points.len() - 1).max(1) as f64;
    let x = |at: usize| ROOM + step * at as f64;
    let y = |count: u64| HEIGHT - ROOM - (HEIGHT - 2.0 * ROOM) * count as f64 / greatest as f64;
    let view = format!("0 0 {WIDTH} {HEIGHT}");
    let words = context.words;
    let label = format!("{}: {}", words.trend, words.trend_findings);
    page.element("svg", &[("class", "course"), ("viewBox", &view), ("role", "img"), ("aria-label", &label)], |page| {
        let base = format!("M{ROOM} {0:.1}H{1:.1}", HEIGHT - ROOM, WIDTH - ROOM);
        page.shape("path", &[("class", "base"), ("d", &base)]);
        for (line, severity) in Severity::GRAVEST_FIRST.into_iter().enumerate() {
            let class = format!("course-{}", severity.name());
            let path: Vec<String> = points
                .iter()
                .enumerate()
                .map(|(at, point)| {
                    let verb = if at == 0 { 'M' } else { 'L' };
                    format!("{verb}{:.1} {:.1}", x(at), y(point.counts[line]))
                })
                .collect();
            page.shape("path", &[("class", &class), ("d", &path.concat())]);
            for (at, point) in points.iter().enumerate() {
                mark(page, severity, x(at), y(point.counts[line]));
            }
        }
    });
    page.element("p", &[("class", "axis course-axis")], |page| {
        for point in [points.first(), points.last()].into_iter().flatten() {
            page.leaf("span", &[], point.name);
        }
    });
    page.element("p", &[("class", "legend")], |page| {
        for severity in Severity::GRAVEST_FIRST {
            page.element("span", &[("class", severity.name())], |page| {
                icon::severity(page, severity);
                page.text(words.severity(severity)[1]);
            });
        }
    });
}

/// A square for errors, a triangle for warnings, a ring for notes.
fn mark(page: &mut Markup, severity: Severity, x: f64, y: f64) {
    let class = format!("mark-{}", severity.name());
    let path = match severity {
        Severity::Error => format!("M{:.1} {:.1}h8v8h-8z", x - 4.0, y - 4.0),
        Severity::Warning => format!("M{x:.1} {:.1}l5 9h-10z", y - 5.0),
        Severity::Note => format!("M{:.1} {y:.1}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", x - 4.0),
    };
    page.shape("path", &[("class", &class), ("d", &path)]);
}

/// The figures of the picture.
fn figures(page: &mut Markup, context: Context<'_>, all: &[Point<'_>]) {
    let words = context.words;
    let names = Severity::GRAVEST_FIRST.map(|severity| capital(words.severity(severity)[1]));
    let mut heads = vec![("", words.report)];
    heads.extend(names.iter().map(|name| ("figure", &**name)));
    table(page, context, Table { label: words.trend_findings, class: "", heads: &heads }, |page| {
        for point in all {
            page.element("tr", &[], |page| {
                page.leaf("th", &[("scope", "row")], point.name);
                for count in point.counts {
                    page.leaf("td", &[("class", "figure")], &context.number(count));
                }
            });
        }
    });
}

/// The course of the points, a line for each dimension that has any.
fn scores(page: &mut Markup, context: Context<'_>, all: &[Point<'_>]) {
    let words = context.words;
    let mut dimensions: Vec<Dimension> =
        all.iter().flat_map(|point| point.scores).map(|score| score.dimension).collect();
    dimensions.sort();
    dimensions.dedup();
    page.leaf("h3", &[], words.trend_scores);
    page.element("table", &[("class", "strips")], |page| {
        page.element("tbody", &[], |page| {
            for dimension in dimensions {
                let of = |point: &Point<'_>| {
                    point.scores.iter().find(|score| score.dimension == dimension).map(Score::points)
                };
                let course: Vec<Option<u64>> = all.iter().map(of).collect();
                let text: Vec<String> = [course.iter().flatten().next(), course.last().and_then(Option::as_ref)]
                    .map(|points| points.map_or_else(|| "–".to_owned(), u64::to_string))
                    .into();
                page.element("tr", &[], |page| {
                    page.leaf("th", &[("scope", "row")], words.dimension(dimension)[0]);
                    page.element("td", &[], |page| spark(page, &course));
                    page.leaf("td", &[("class", "figure")], &text.join(" → "));
                });
            }
        });
    });
}

/// A line through the points of the reports that have them, from 0 to 100. Its first and last stand beside it.
fn spark(page: &mut Markup, course: &[Option<u64>]) {
    let step = 100.0 / (course.len() - 1).max(1) as f64;
    let attributes =
        [("class", "spark"), ("viewBox", "0 -4 100 108"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    page.element("svg", &attributes, |page| {
        page.shape("path", &[("class", "base"), ("d", "M0 100H100")]);
        let known = course.iter().enumerate().filter_map(|(at, points)| Some((at, (*points)?)));
        let path: Vec<String> = known
            .enumerate()
            .map(|(first, (at, points))| {
                let verb = if first == 0 { 'M' } else { 'L' };
                format!("{verb}{:.1} {}", step * at as f64, 100 - points.min(100))
            })
            .collect();
        page.shape("path", &[("d", &path.concat())]);
    });
}

fn changes(page: &mut Markup, context: Context<'_>, trend: &Trend) {
    let words = context.words;
    let more = |page: &mut Markup, count: usize| {
        if count > NAMED {
            let more = context.number((count - NAMED) as u64);
            page.leaf("p", &[("class", "aside")], &fill(words.more, &[("count", &more)]));
        }
    };
    page.leaf("h3", &[], &fill(words.new, &[("count", &context.number(trend.new.len() as u64))]));
    page.element("ul", &[("class", "plain")], |page| {
        for &at in trend.new.iter().take(NAMED) {
            let Some(finding) = context.report.findings.get(at) else { continue };
            page.element("li", &[("class", finding.severity.name())], |page| {
                icon::severity(page, finding.severity);
                page.text(" ");
                page.leaf("a", &[("href", &format!("#{}", finding_anchor(at)))], &finding.text);
                let field = finding.field_in(words.language);
                gloss(page, context, &finding.source, field.as_ref().map(Excerpt::as_str));
            });
        }
    });
    more(page, trend.new.len());
    page.leaf("h3", &[], &fill(words.gone, &[("count", &context.number(trend.gone.len() as u64))]));
    page.element("ul", &[("class", "plain")], |page| {
        trend.gone.iter().take(NAMED).for_each(|finding| gone(page, context, finding));
    });
    more(page, trend.gone.len());
}

fn gone(page: &mut Markup, context: Context<'_>, finding: &Gone) {
    page.element("li", &[("class", finding.severity.name())], |page| {
        icon::severity(page, finding.severity);
        page.text(" ");
        page.text(&finding.text);
        gloss(page, context, &finding.path, finding.field.as_ref().map(|field| field.as_str()));
    });
}

fn gloss(page: &mut Markup, context: Context<'_>, path: &str, field: Option<&str>) {
    let field = field.map(|field| format!(" · {}", context.quoted(field))).unwrap_or_default();
    page.leaf("span", &[("class", "gloss")], &format!("{path}{field}"));
}
