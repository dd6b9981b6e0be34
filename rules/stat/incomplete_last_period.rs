use super::series::Series;
use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let (periods, rows) = (options.number("periods") as usize, options.number("rows") as u64);
    for field in &facts.fields {
        let Some(series) = Series::of(field).filter(|series| series.len() > periods) else { continue };
        let mut points = series.iter();
        let Some((last, seen)) = points.next_back() else { continue };
        let mut earlier: Vec<u64> = points.map(|(_, seen)| seen.count).collect();
        earlier.sort_unstable();
        let (least, most, usual) = (earlier[0], earlier[earlier.len() - 1], earlier[earlier.len() / 2]);
        let is_steady = least >= rows && most as f64 <= least as f64 * options.number("spread");
        // The period before is there: else the last one is not the next of the series.
        if is_steady && series.rows(last - 1).is_some() && (seen.count as f64) < usual as f64 * options.number("share")
        {
            let draft = found.add(Some(field.column), seen.clone());
            draft.count("usual", usual).word("last", series.period(last).label());
        }
    }
}
