//! The built-in datatypes: those of XML Schema 1.1 that are atomic, and seven names of CSV on the Web.

use super::duration::{self, Duration};
use super::moment::{self, MomentKind};
use super::text::{self, Form};
use super::{Ordered, Scalar, number};

/// A built-in datatype.
#[derive(Debug)]
pub(crate) struct Builtin {
    pub(crate) name: &'static str,
    /// The URL behind its namespace.
    local: &'static str,
    pub(crate) family: Family,
}

/// What its values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Text(text::Form),
    /// Whole numbers between these, inclusive.
    Integer(Option<i128>, Option<i128>),
    Decimal,
    Double,
    Boolean,
    Moment(MomentKind),
    Duration(duration::Parts),
    Hex,
    Base64,
    /// A string that is no `string`: it has no length.
    Other(text::Form),
}

/// What becomes of white space before a string is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whitespace {
    Kept,
    /// Tabs and line ends become spaces.
    Replaced,
    /// As well, and there is none at the ends and no two in a row.
    Collapsed,
}

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

const fn of(name: &'static str, family: Family) -> Builtin {
    Builtin { name, local: name, family }
}

const fn alias(name: &'static str, local: &'static str, family: Family) -> Builtin {
    Builtin { name, local, family }
}

static BUILTINS: [Builtin; 52] = [
    of("string", Family::Text(Form::Any)),
    of("normalizedString", Family::Text(Form::Normalized)),
    of("token", Family::Text(Form::Token)),
    of("language", Family::Text(Form::Language)),
    of("Name", Family::Text(Form::Name)),
    of("NCName", Family::Text(Form::NcName)),
    of("ID", Family::Text(Form::NcName)),
    of("IDREF", Family::Text(Form::NcName)),
    of("ENTITY", Family::Text(Form::NcName)),
    of("NMTOKEN", Family::Text(Form::NmToken)),
    alias("xml", "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral", Family::Text(Form::Markup)),
    alias("html", "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML", Family::Text(Form::Markup)),
    alias("json", "http://www.w3.org/ns/csvw#JSON", Family::Text(Form::Markup)),
    of("anyAtomicType", Family::Other(Form::Any)),
    alias("any", "anyAtomicType", Family::Other(Form::Any)),
    of("anyURI", Family::Other(Form::Token)),
    of("QName", Family::Other(Form::QName)),
    of("NOTATION", Family::Other(Form::QName)),
    of("boolean", Family::Boolean),
    of("hexBinary", Family::Hex),
    of("base64Binary", Family::Base64),
    alias("binary", "base64Binary", Family::Base64),
    of("decimal", Family::Decimal),
    of("double", Family::Double),
    of("float", Family::Double),
    alias("number", "double", Family::Double),
    of("integer", Family::Integer(None, None)),
    of("long", Family::Integer(Some(i64::MIN as i128), Some(i64::MAX as i128))),
    of("int", Family::Integer(Some(i32::MIN as i128), Some(i32::MAX as i128))),
    of("short", Family::Integer(Some(i16::MIN as i128), Some(i16::MAX as i128))),
    of("byte", Family::Integer(Some(i8::MIN as i128), Some(i8::MAX as i128))),
    of("nonNegativeInteger", Family::Integer(Some(0), None)),
    of("positiveInteger", Family::Integer(Some(1), None)),
    of("nonPositiveInteger", Family::Integer(None, Some(0))),
    of("negativeInteger", Family::Integer(None, Some(-1))),
    of("unsignedLong", Family::Integer(Some(0), Some(u64::MAX as i128))),
    of("unsignedInt", Family::Integer(Some(0), Some(u32::MAX as i128))),
    of("unsignedShort", Family::Integer(Some(0), Some(u16::MAX as i128))),
    of("unsignedByte", Family::Integer(Some(0), Some(u8::MAX as i128))),
    of("date", Family::Moment(MomentKind::Date)),
    of("time", Family::Moment(MomentKind::Time)),
    of("dateTime", Family::Moment(MomentKind::DateTime)),
    alias("datetime", "dateTime", Family::Moment(MomentKind::DateTime)),
    of("dateTimeStamp", Family::Moment(MomentKind::DateTimeStamp)),
    of("gYear", Family::Moment(MomentKind::Year)),
    of("gYearMonth", Family::Moment(MomentKind::YearMonth)),
    of("gMonth", Family::Moment(MomentKind::Month)),
    of("gMonthDay", Family::Moment(MomentKind::MonthDay)),
    of("gDay", Family::Moment(MomentKind::Day)),
    of("duration", Family::Duration(duration::Parts::All)),
    of("dayTimeDuration", Family::Duration(duration::Parts::DayTime)),
    of("yearMonthDuration", Family::Duration(duration::Parts::YearMonth)),
];

impl Builtin {
    /// The built-in datatype with this name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        BUILTINS.iter().find(|builtin| builtin.name == name)
    }

    /// `string`, which is the datatype when none is given.
    pub(crate) fn string() -> &'static Self {
        &BUILTINS[0]
    }

    /// True when the URL is that of a built-in datatype.
    pub(crate) fn has_url(url: &str) -> bool {
        let local = url.strip_prefix(XSD).unwrap_or(url);
        BUILTINS.iter().any(|builtin| builtin.local == local)
    }

    /// What becomes of white space before parsing.
    pub(crate) fn whitespace(&self) -> Whitespace {
        match self.family {
            Family::Text(Form::Any | Form::Markup) | Family::Other(Form::Any) => Whitespace::Kept,
            Family::Text(Form::Normalized) => Whitespace::Replaced,
            _ => Whitespace::Collapsed,
        }
    }

    /// True when the parts of a list keep the white space around them.
    pub(crate) fn keeps_space_of_items(&self) -> bool {
        matches!(self.family, Family::Text(Form::Any) | Family::Other(Form::Any))
    }

    /// True when `length` and its like apply.
    pub(crate) fn has_length(&self) -> bool {
        matches!(self.family, Family::Text(_) | Family::Hex | Family::Base64)
    }

    /// True when `minimum` and its like apply.
    pub(crate) fn has_order(&self) -> bool {
        self.is_numeric() || matches!(self.family, Family::Moment(_) | Family::Duration(_))
    }

    /// True for numbers.
    pub(crate) fn is_numeric(&self) -> bool {
        matches!(self.family, Family::Integer(..) | Family::Decimal | Family::Double)
    }

    /// The value of a string in the form that XML Schema gives the datatype.
    pub(crate) fn value<'a>(&self, text: &'a str) -> Option<Scalar<'a>> {
        Some(match self.family {
            Family::Text(form) | Family::Other(form) => Scalar::Text(form.has(text).then_some(text)?),
            Family::Boolean => Scalar::Boolean(match text {
                "true" | "1" => true,
                "false" | "0" => false,
                _ => return None,
            }),
            Family::Hex => Scalar::Binary(text, text::hex_length(text)?),
            Family::Base64 => Scalar::Binary(text, text::base64_length(text)?),
            family => Scalar::Ordered(ordered(family, text)?),
        })
    }
}

/// A number, a moment or a duration.
fn ordered(family: Family, text: &str) -> Option<Ordered> {
    match family {
        Family::Moment(kind) => moment::parse(kind, text).map(Ordered::Moment),
        Family::Duration(parts) => Duration::parse(text, parts).map(Ordered::Duration),
        family => number::parse(text, family),
    }
}

#[cfg(test)]
mod tests {
    use super::Builtin;

    #[test]
    fn values_of_built_in_datatypes() {
        for (name, right, wrong) in [
            ("boolean", &["true", "0"][..], &["TRUE", "yes", "100"][..]),
            (
                "integer",
                &["-12", "+007", "123456789012345678901234567890123456789012"],
                &["1.0", "1e3", "", "INF", "1 000"],
            ),
            ("byte", &["-128", "127", "00000000000000000000000000000000000000000001"], &["128", "-129"]),
            ("unsignedLong", &["18446744073709551615"], &["18446744073709551616", "-1"]),
            ("negativeInteger", &["-1"], &["0"]),
            ("decimal", &["1.", ".5", "-1.50"], &[".", "1E2", "INF", "NaN", "1,5", "5%"]),
            ("double", &["1e3", "-1.5E-3", "INF", "-INF", "NaN", ".5"], &["1z", "e3", "1e", "inf", "+"]),
            (
                "date",
                &["2015-03-22", "2016-02-29Z", "-0044-03-15", "12015-01-01+05:30"],
                &["2015-02-29", "15-03-22", "2015-3-22", "2015-03-22T", "2015-03-22+15:00"],
            ),
            (
                "dateTime",
                &["2015-03-22T24:00:00", "2015-03-22T15:02:37.1234-05:00"],
                &["2015-03-22", "2015-03-22 15:02:37", "2015-03-22T24:00:01", "2015-03-22T15:02"],
            ),
            ("dateTimeStamp", &["2015-03-22T15:02:37Z"], &["2015-03-22T15:02:37"]),
            ("time", &["15:02:37", "15:02:37.5Z"], &["15:02", "25:00:00"]),
            ("gYear", &["2015", "-0001", "2015Z"], &["15", "02015"]),
            ("gYearMonth", &["2015-03"], &["2015-13"]),
            ("gMonth", &["--03"], &["03", "--3"]),
            ("gMonthDay", &["--02-29"], &["--02-30"]),
            ("gDay", &["---31"], &["---32", "31"]),
            ("duration", &["P1Y2M3DT4H5M6.7S", "-P60D", "PT0S"], &["P", "P1YT", "1Y", "P-1Y", "P1.5Y", "PT1S2M"]),
            ("dayTimeDuration", &["P1DT2H"], &["P1M", "Foo"]),
            ("yearMonthDuration", &["P0Y20M"], &["P1D"]),
            ("hexBinary", &["0FB8", ""], &["0FB", "XY"]),
            ("base64Binary", &["TWFu", "TWE=", "T Q = ="], &["TWF", "TWE", "T===", "å"]),
            ("language", &["nb-NO"], &["norsk bokmål", "abcdefghi"]),
            ("Name", &["a:b", "_x"], &["1a", "a b"]),
            ("NCName", &["år"], &["a:b", "-a"]),
            ("NMTOKEN", &["1-a"], &["a b", ""]),
            ("QName", &["a", "a:b"], &["a:b:c", ":a"]),
            ("anyURI", &["http://example.org/å", ""], &[]),
        ] {
            let builtin = Builtin::named(name).expect("the name is known");
            right.iter().for_each(|text| assert!(builtin.value(text).is_some(), "{name}: {text}"));
            wrong.iter().for_each(|text| assert!(builtin.value(text).is_none(), "{name}: {text}"));
        }
    }

    #[test]
    fn built_in_datatypes_have_urls() {
        assert!(Builtin::has_url("http://www.w3.org/2001/XMLSchema#string"));
        assert!(Builtin::has_url("http://www.w3.org/ns/csvw#JSON"));
        assert!(!Builtin::has_url("http://www.w3.org/2001/XMLSchema#number"));
        assert!(Builtin::named("anySimpleType").is_none());
    }
}
