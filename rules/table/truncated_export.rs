use munilint_model::{Body, Confidence, FieldFacts, Findings, Occurrences, Options, Place, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Rows of a sheet of Excel: until 2003, and since 2007.
const SHEETS: [u64; 2] = [65_536, 1_048_576];

/// Numbers of records at which services stop that hand out data in portions.
const PORTIONS: [u64; 8] = [1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000];

/// From this portion on chance is the less likely reason.
const UNLIKELY: u64 = 10_000;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // A sheet holds its header, and lines above it; a portion is counted in records.
    let lines = facts.rows + facts.layout().header_row.unwrap_or(0);
    if let Some(sheet) = SHEETS.into_iter().find(|sheet| [lines, facts.rows].contains(sheet)) {
        found.add(None, Occurrences::at(Place::File)).count("rows", facts.rows).count("sheet", sheet);
    } else if PORTIONS.contains(&facts.rows) && !facts.fields.iter().any(is_balanced) {
        let confidence = if facts.rows < UNLIKELY { Confidence::Low } else { Confidence::Medium };
        let draft = found.add(None, Occurrences::at(Place::File)).variant("portion");
        draft.count("rows", facts.rows).confidence(confidence);
        draft.severity = Some(Severity::Note);
    }
}

/// True when every value of the field, and there are several, stands there equally often and more than once.
fn is_balanced(field: &FieldFacts) -> bool {
    let Some([first, rest @ ..]) = field.values.as_deref() else { return false };
    let often = first.seen.count;
    often > 1 && !rest.is_empty() && rest.iter().all(|value| value.seen.count == often)
}

#[cfg(test)]
mod tests {
    use super::*;
    use munilint_model::{Layout, TableContext, ValueFacts};

    fn variants(rows: u64, header_row: u64, values: &[u64]) -> Vec<&'static str> {
        let layout = Layout { header_row: Some(header_row), ..Layout::default() };
        let table = TableContext { layout, ..TableContext::default() };
        let value = |&count: &u64| ValueFacts {
            text: count.to_string(),
            shape: munilint_model::Shape::Text,
            seen: Occurrences { count, first: Vec::new() },
        };
        let field = FieldFacts { values: Some(values.iter().map(value).collect()), ..FieldFacts::default() };
        let facts = TableFacts { table, rows, fields: vec![field], ..TableFacts::default() };
        let mut found = Findings::default();
        judge(&facts, &Options::default(), &mut found);
        found.drafts.iter().map(|draft| draft.message.variant).collect()
    }

    #[test]
    fn full_sheets_are_noticed() {
        for (rows, header_row) in [(1_048_575, 1), (1_048_576, 1), (1_048_573, 3), (65_536, 1)] {
            assert_eq!(variants(rows, header_row, &[]), [""], "{rows}");
        }
        for rows in [65_534, 65_537, 1_048_574, 1_048_577] {
            assert!(variants(rows, 1, &[]).is_empty(), "{rows}");
        }
    }

    #[test]
    fn what_is_balanced_is_no_portion() {
        assert_eq!(variants(1000, 1, &[600, 400]), ["portion"]);
        assert_eq!(variants(1000, 1, &[1000]), ["portion"]);
        assert!(variants(1000, 1, &[500, 500]).is_empty());
    }
}
