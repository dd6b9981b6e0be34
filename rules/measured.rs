//! How well rules find persons, as measured on labelled values: `person/recall.csv`.

use munilint_model::Measured;

/// Lines of `rule,kind,values,precision,recall`: the rule's id, what was labelled, how many labelled values there were, and
/// two shares from 0 to 1. A line without figures is not measured.
const TABLE: &str = include_str!("person/recall.csv");

/// What was measured of the rule, in the order of the table; empty when nothing was.
pub(crate) fn measured(rule: &str) -> Vec<Measured> {
    lines(TABLE, rule)
}

fn lines(table: &str, rule: &str) -> Vec<Measured> {
    table.lines().skip(1).filter_map(|line| measure(line, rule)).collect()
}

fn measure(line: &str, rule: &str) -> Option<Measured> {
    let (id, rest) = line.split_once(',')?;
    // A kind may have commas of its own.
    let mut cells = rest.rsplitn(4, ',');
    let mut cell = || cells.next().map(str::trim);
    let (recall, precision, values, kind) = (cell()?, cell()?, cell()?, cell()?);
    let share = |text: &str| text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    (id == rule).then_some(())?;
    Some(Measured {
        kind: kind.trim_matches('"').to_owned(),
        values: values.parse().ok()?,
        precision: share(precision)?,
        recall: share(recall)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_and_their_lack_is_no_figure() {
        let table = "rule,kind,values,precision,recall\n\
            person/telephone,mobile number,120,0.975,1\n\
            person/telephone,\"number, spaced\",30,1.0,0.9\n\
            person/telephone,foreign number,,,\n\
            person/telephone,impossible,3,1.5,1\n\
            person/d-number,D-number,80,1,1\n";
        let found = lines(table, "person/telephone");
        assert_eq!(found.len(), 2, "{found:?}");
        let first = Measured { kind: "mobile number".to_owned(), values: 120, precision: 0.975, recall: 1.0 };
        assert_eq!(found[0], first);
        assert_eq!((found[1].kind.as_str(), found[1].values), ("number, spaced", 30));
        assert_eq!(lines(table, "person/payment-card"), []);
    }

    /// A line that has other columns would be lost.
    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(TABLE.lines().next(), Some("rule,kind,values,precision,recall"));
        for line in TABLE.lines().skip(1) {
            let rule = line.split(',').next().unwrap_or("");
            assert!(rule.starts_with("person/") && measure(line, rule).is_some(), "{line}");
        }
        let known = |rule: &&str| crate::pages().iter().any(|(id, _)| id == rule);
        assert!(TABLE.lines().filter_map(|line| line.split(',').next()).filter(known).count() >= 20);
    }
}
