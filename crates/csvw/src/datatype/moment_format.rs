//! Date and time format patterns (Unicode Technical Standard 35, part 4), as far as the model lists them.

use super::duration::attoseconds;
use super::moment::{Fields, Moment, MomentKind, zone_of};
use super::scan::Scan;

/// A pattern that is known.
#[derive(Debug)]
pub(crate) struct MomentFormat {
    parts: Vec<Part>,
    kind: MomentKind,
    /// As the metadata write it.
    written: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Year,
    /// A number of two digits, or of one or two.
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// A mark and at most so many digits, or nothing.
    Fraction(char, usize),
    /// How many letters the zone has, and whether it may be `Z`.
    Zone(usize, bool),
    Literal(char),
}

impl MomentFormat {
    /// The pattern, when all of it is known and it has what the kind needs.
    pub(crate) fn parse(text: &str, kind: MomentKind) -> Option<Self> {
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let length = rest.chars().take_while(|next| *next == c).count();
            let part = match (c, length) {
                ('y', 4) => Part::Year,
                ('M', 1 | 2) => Part::Month(length),
                ('d', 1 | 2) => Part::Day(length),
                ('H', 1 | 2) => Part::Hour(length),
                ('m', 1 | 2) => Part::Minute(length),
                ('s', 1 | 2) => Part::Second(length),
                ('S', _) => match (parts.pop()?, parts.last()?) {
                    (Part::Literal(mark @ ('.' | ',')), Part::Second(_)) => Part::Fraction(mark, length),
                    _ => return None,
                },
                ('X' | 'x', 1..=3) => Part::Zone(length, c == 'X'),
                ('T', 1) => Part::Literal('T'),
                (c, _) if "-/.:, ".contains(c) => Part::Literal(c),
                _ => return None,
            };
            parts.push(part);
            let taken = if matches!(part, Part::Literal(_)) { 1 } else { length };
            rest = &rest[taken..];
        }
        let times = |wanted: fn(&Part) -> bool| parts.iter().filter(|part| wanted(part)).count();
        let counts = [
            times(|part| matches!(part, Part::Year)),
            times(|part| matches!(part, Part::Month(_))),
            times(|part| matches!(part, Part::Day(_))),
            times(|part| matches!(part, Part::Hour(_))),
            times(|part| matches!(part, Part::Minute(_))),
            times(|part| matches!(part, Part::Second(_))),
        ];
        let zones = times(|part| matches!(part, Part::Zone(..)));
        let needed = needed(kind).iter().zip(counts).all(|(needed, count)| count <= 1 && count >= *needed);
        let zone_last = zones == 0 || zones == 1 && matches!(parts.last(), Some(Part::Zone(..)));
        (needed && zone_last).then(|| Self { parts, kind, written: text.to_owned() })
    }

    pub(super) fn written(&self) -> &str {
        &self.written
    }

    /// The moment that is written in the format.
    pub(super) fn value(&self, text: &str) -> Option<Moment> {
        let mut scan = Scan::of(text);
        let mut fields = Fields::default();
        for part in &self.parts {
            match *part {
                Part::Year => fields.year = Some(scan.digits(4, 4)?.parse().ok()?),
                Part::Month(least) => fields.month = Some(scan.number(least, 2)?),
                Part::Day(least) => fields.day = Some(scan.number(least, 2)?),
                Part::Hour(least) => fields.hour = Some(scan.number(least, 2)?),
                Part::Minute(least) => fields.minute = Some(scan.number(least, 2)?),
                Part::Second(least) => fields.second = Some(scan.number(least, 2)?),
                Part::Fraction(mark, most) => {
                    if scan.skip(mark) {
                        fields.fraction = attoseconds(scan.digits(1, most)?);
                    }
                }
                Part::Zone(letters, utc) => fields.zone = Some(zone(&mut scan, letters, utc)?),
                Part::Literal(c) => scan.skip(c).then_some(())?,
            }
        }
        if !scan.done() || self.kind == MomentKind::DateTimeStamp && fields.zone.is_none() {
            return None;
        }
        fields.moment()
    }
}

/// How often year, month, day, hour, minute and second must be there.
fn needed(kind: MomentKind) -> [usize; 6] {
    match kind {
        MomentKind::Date | MomentKind::DateTime | MomentKind::DateTimeStamp => [1, 1, 1, 0, 0, 0],
        MomentKind::Time => [0, 0, 0, 1, 1, 0],
        MomentKind::Year => [1, 0, 0, 0, 0, 0],
        MomentKind::YearMonth => [1, 1, 0, 0, 0, 0],
        MomentKind::Month => [0, 1, 0, 0, 0, 0],
        MomentKind::MonthDay => [0, 1, 1, 0, 0, 0],
        MomentKind::Day => [0, 0, 1, 0, 0, 0],
    }
}

/// A zone as `X` (minutes only where there are some), `XX` or `XXX` (with a colon) writes it.
fn zone(scan: &mut Scan<'_>, letters: usize, utc: bool) -> Option<i32> {
    if utc && scan.skip('Z') {
        return Some(0);
    }
    let sign = if scan.skip('-') { -1 } else { scan.skip('+').then_some(1)? };
    let hours = scan.number(2, 2)?;
    let minutes = match letters {
        1 if scan.done() => 0,
        3 => scan.skip(':').then(|| scan.number(2, 2))??,
        _ => scan.number(2, 2)?,
    };
    zone_of(sign, hours, minutes)
}

#[cfg(test)]
mod tests {
    use super::MomentFormat;
    use crate::datatype::moment::MomentKind;
    use proptest::prelude::*;

    #[test]
    fn patterns_say_which_moments_are_right() {
        use MomentKind::{Date, DateTime, DateTimeStamp, Time, YearMonth};
        for (kind, pattern, right, wrong) in [
            (Date, "yyyy-MM-dd", &["2015-03-22"][..], &["2015-3-22", "2015-02-30", "22-03-2015", "2015-03-22Z"][..]),
            (Date, "d.M.yyyy", &["22.3.2015", "02.03.2015"], &["22.3.15", "32.3.2015"]),
            (Date, "yyyyMMdd", &["20150322"], &["2015032"]),
            (Date, "dd.MM.yyyy XXX", &["22.03.2015 Z", "22.03.2015 +05:30"], &["22.03.2015", "22.03.2015 +0530"]),
            (
                Time,
                "HH:mm:ss.SSS",
                &["15:02:37.143", "15:02:37.1", "15:02:37"],
                &["15:02:37.1434", "15:02", "15:02:37."],
            ),
            (Time, "HHmm x", &["1502 -05", "1502 +0530"], &["1502 Z", "1502-05"]),
            (DateTime, "yyyy-MM-ddTHH:mm", &["2015-03-15T15:02"], &["2015-03-15 15:02", "2015-03-15T15:02:37"]),
            (DateTime, "M/d/yyyy HH:mm", &["3/22/2015 15:02"], &["22/3/2015 15:02"]),
            (DateTimeStamp, "yyyy-MM-dd HH:mm:ss X", &["2015-03-15 15:02:37 +0800"], &["2015-03-15 15:02:37"]),
            (YearMonth, "MM.yyyy", &["03.2015"], &["2015.03"]),
        ] {
            let format = MomentFormat::parse(pattern, kind).expect("the pattern is valid");
            right.iter().for_each(|text| assert!(format.value(text).is_some(), "{pattern}: {text}"));
            wrong.iter().for_each(|text| assert!(format.value(text).is_none(), "{pattern}: {text}"));
        }
    }

    #[test]
    fn patterns_have_a_syntax() {
        for (kind, wrong) in [
            (MomentKind::Date, "yy-MM-dd"),
            (MomentKind::Date, "yyyy-MMM-dd"),
            (MomentKind::Date, "dd.MM"),
            (MomentKind::Date, "yyyy-MM-dd dd"),
            (MomentKind::Date, "Xyyyy-MM-dd"),
            (MomentKind::Date, ""),
            (MomentKind::Date, "dd.mm.yyyy"),
            (MomentKind::Time, "hh:mm"),
            (MomentKind::Time, "HH:mm:ssS"),
        ] {
            assert!(MomentFormat::parse(wrong, kind).is_none(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_pattern_and_text_is_read(pattern in "[yMdHmsSXxT.:/ -]{0,20}|\\PC{0,8}", text in "[0-9TZ.:/ +-]{0,20}|\\PC{0,8}") {
            if let Some(format) = MomentFormat::parse(&pattern, MomentKind::Time) {
                format.value(&text);
            }
        }
    }
}
