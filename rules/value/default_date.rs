use super::written_day::day;
use munilint_model::{Body, Findings, Options, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Days that systems write when no date is known, as year × 10000 + month × 100 + day.
const DEFAULTS: [i32; 8] = [10_101, 17_530_101, 18_991_230, 18_991_231, 19_000_101, 19_700_101, 29_991_231, 99_991_231];

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let gap = options.number("gap") as i32 * 10_000;
    for field in facts.fields.iter().filter(|field| field.dated() * 5 >= field.present() * 4) {
        let Some(values) = field.values.as_deref() else { continue };
        let days: Vec<(i32, &ValueFacts)> = values.iter().filter_map(|value| Some((day(value)?, value))).collect();
        for default in DEFAULTS {
            let Some((_, value)) = days.iter().find(|(day, _)| *day == default) else { continue };
            let others = days.iter().map(|(day, _)| *day).filter(|day| !DEFAULTS.contains(day));
            let nearest = others.map(|day| (day - default).abs()).min();
            if nearest.is_some_and(|distance| distance >= gap) {
                let mut seen = value.seen.clone();
                let more = days.iter().filter(|(day, other)| *day == default && other.text != value.text);
                more.for_each(|(_, other)| seen.merge(&other.seen));
                let draft = found.add(Some(field.column), seen);
                draft.excerpt("example", value.text.trim());
                draft.kind = if default > 25_000_000 { "late" } else { "early" };
            }
        }
    }
}
