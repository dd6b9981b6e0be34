use super::series::Series;
use munilint_detect::period::Period;
use munilint_model::{Body, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Longest hole that is taken for a slip: what is longer was perhaps never counted.
const LONGEST: i32 = 2;

/// Few rows a period may be missing by chance, unless all have as many.
const STEADY_ROWS: u64 = 4;

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let fewest = options.number("periods") as usize;
    for field in &facts.fields {
        let Some(series) = Series::of(field).filter(|series| series.len() >= fewest) else { continue };
        let Some((first, last)) = series.ends() else { continue };
        let missing = holes(&series);
        if missing.is_empty() {
            continue;
        }
        let mut seen = Occurrences::default();
        seen.add_many(missing.len() as u64, &[Place::Field { column: field.column }]);
        let labels: Vec<String> = missing.into_iter().map(Period::label).collect();
        let draft = found.add(Some(field.column), seen).word("missing", labels.join(", "));
        draft.word("first", first.label()).word("last", last.label());
    }
}

/// The periods that are not there, when the series is unbroken before and behind each hole.
///
/// A series that goes from every second year to every year, or that skips more than it has, is as its owner made it.
fn holes(series: &Series) -> Vec<Period> {
    let numbers: Vec<i32> = series.iter().map(|(number, _)| number).collect();
    let mut missing = Vec::new();
    let mut holes = 0;
    for (before, behind) in numbers.windows(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| b - a > 1) {
        holes += 1;
        if behind - before - 1 > LONGEST || !is_steady(series, [before - 1, before, behind, behind + 1]) {
            return Vec::new();
        }
        missing.extend((before + 1..behind).map(|number| series.period(number)));
    }
    // Two holes in a long series are slips, many are a habit.
    if holes * 5 > numbers.len() { Vec::new() } else { missing }
}

/// True when all these periods are there with about as many rows.
fn is_steady(series: &Series, around: [i32; 4]) -> bool {
    let rows: Vec<u64> = around.iter().filter_map(|&number| series.rows(number)).map(|seen| seen.count).collect();
    let (least, most) = (rows.iter().min().copied().unwrap_or(0), rows.iter().max().copied().unwrap_or(0));
    let even = series.iter().all(|(_, seen)| seen.count == least);
    rows.len() == around.len() && (even || (least >= STEADY_ROWS && most <= 2 * least))
}
