//! Dates as XML Schema has them.

use munilint_detect::date::{self, Reading};

/// True for a year, a month of a year, a day, and a day with a time.
pub(super) fn is_date(text: &str) -> bool {
    let text = text.trim();
    if text.contains('T') {
        return is_calendar(date::date_time(text.as_bytes()).map(|(_, reading)| reading));
    }
    let day = without_zone(text);
    let is_year = day.len() == 4 && day.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = || day.len() == 7 && is_calendar(date::iso(format!("{day}-01").as_bytes()));
    is_year || is_calendar(date::iso(day.as_bytes())) || is_month()
}

fn is_calendar(reading: Option<Reading>) -> bool {
    matches!(reading, Some(Reading::Calendar(_)))
}

/// A day without the zone behind it.
fn without_zone(text: &str) -> &str {
    let bare = text.strip_suffix('Z').unwrap_or(text);
    match bare.len().checked_sub(6).and_then(|at| bare.split_at_checked(at)) {
        Some((before, zone)) if zone.starts_with(['+', '-']) && zone.as_bytes().get(3) == Some(&b':') => before,
        _ => bare,
    }
}

/// True when the one date is earlier, as far as both are written. What is no date is neither.
pub(super) fn is_before(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    if !is_date(one) || !is_date(other) {
        return false;
    }
    let written = one.len().min(other.len()).min("2025-08-01".len());
    one.get(..written) < other.get(..written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_xml_schema() {
        for date in
            ["2025", "2025-08", "2025-08-01", "2025-08-01Z", "2025-08-01T12:00:00", "2025-08-01T12:00:00.5+02:00"]
        {
            assert!(is_date(date), "{date}");
        }
        for other in ["", "01.08.2025", "2025-13", "2025-02-30", "2025-08-01T", "i dag", "2025-8-1"] {
            assert!(!is_date(other), "{other}");
        }
    }

    #[test]
    fn a_year_and_a_day_in_it_do_not_contradict_each_other() {
        assert!(is_before("2024", "2025-01-01") && is_before("2025-01-01T00:00:00Z", "2025-01-02"));
        assert!(!is_before("2025", "2025-01-01") && !is_before("2025-01-01", "2025") && !is_before("x", "2025"));
    }
}
