//! Datatypes: the built-in ones, what is derived from them, and what a string is as their value.

mod builtin;
mod decimal;
mod duration;
mod expression;
mod moment;
mod moment_format;
mod number;
mod number_pattern;
mod scan;
mod text;

pub(crate) use builtin::{Builtin, Family, Whitespace};
pub(crate) use decimal::Decimal;
pub(crate) use expression::{Expression, Refusal};
pub(crate) use moment_format::MomentFormat;
pub(crate) use number::NumberFormat;
pub(crate) use number_pattern::NumberPattern;

use duration::Duration;
use moment::Moment;
use std::cmp::Ordering;

/// A datatype: a built-in one, or one that is derived by a format and facets.
#[derive(Debug)]
pub(crate) struct Datatype {
    pub(crate) base: &'static Builtin,
    pub(crate) format: Option<Format>,
    /// Facets of length with their values.
    pub(crate) lengths: Vec<(&'static str, u64)>,
    pub(crate) bounds: Vec<Bound>,
}

/// How values are written.
#[derive(Debug)]
pub(crate) enum Format {
    Number(NumberFormat),
    /// What stands for true, what for false, and the format.
    Boolean(String, String, String),
    Moment(MomentFormat),
    Expression(Expression),
}

/// The least or the greatest value.
#[derive(Debug)]
pub(crate) struct Bound {
    /// `minInclusive`, `minExclusive`, `maxInclusive` or `maxExclusive`.
    pub(crate) facet: &'static str,
    pub(crate) value: Ordered,
    /// As the metadata write it.
    pub(crate) written: String,
}

/// A value that has an order.
#[derive(Debug, Clone)]
pub(crate) enum Ordered {
    Exact(Decimal),
    Double(f64),
    Moment(Moment),
    Duration(Duration),
}

/// A value.
#[derive(Debug)]
pub(crate) enum Scalar<'a> {
    Text(&'a str),
    Boolean(bool),
    Ordered(Ordered),
    /// Binary, as it is written, with the number of its bytes.
    Binary(&'a str, usize),
}

/// Why a string is no value of a datatype.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault<'d> {
    NotOfDatatype,
    NotInFormat(&'d str),
    Length(&'static str, u64),
    Bound(&'static str, &'d str),
}

impl Ordered {
    /// The order of two values of one datatype; none where it has none for them.
    pub(crate) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Exact(one), Self::Exact(other)) => Some(one.cmp(other)),
            (Self::Double(one), Self::Double(other)) => one.partial_cmp(other),
            (Self::Moment(one), Self::Moment(other)) => Some(one.compare(other)),
            (Self::Duration(one), Self::Duration(other)) => one.compare(other),
            _ => None,
        }
    }
}

impl Scalar<'_> {
    /// One string for each value, the same for values of different datatypes that are written alike.
    pub(crate) fn canonical(&self, out: &mut String) {
        match self {
            Self::Text(text) | Self::Binary(text, _) => out.push_str(text),
            Self::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Ordered(Ordered::Exact(value)) => value.canonical(out),
            Self::Ordered(Ordered::Double(value)) => out.push_str(&value.to_string()),
            Self::Ordered(Ordered::Moment(value)) => value.canonical(out),
            Self::Ordered(Ordered::Duration(value)) => value.canonical(out),
        }
    }
}

impl Format {
    /// As the metadata write it.
    fn written(&self) -> &str {
        match self {
            Self::Number(format) => format.written(),
            Self::Boolean(_, _, written) => written,
            Self::Moment(format) => format.written(),
            Self::Expression(expression) => expression.written(),
        }
    }
}

impl Datatype {
    /// The built-in datatype itself.
    pub(crate) fn of(base: &'static Builtin) -> Self {
        Self { base, format: None, lengths: Vec::new(), bounds: Vec::new() }
    }

    /// The value of a string, after white space was normalized.
    pub(crate) fn value<'a>(&self, text: &'a str) -> Result<Scalar<'a>, Fault<'_>> {
        let value = self.parse(text)?;
        self.check_length(&value)?;
        if let Scalar::Ordered(value) = &value {
            for bound in &self.bounds {
                let order = value.compare(&bound.value);
                let holds = match bound.facet {
                    "minInclusive" => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
                    "minExclusive" => order == Some(Ordering::Greater),
                    "maxInclusive" => matches!(order, Some(Ordering::Less | Ordering::Equal)),
                    _ => order == Some(Ordering::Less),
                };
                if !holds {
                    return Err(Fault::Bound(bound.facet, &bound.written));
                }
            }
        }
        Ok(value)
    }

    fn parse<'a>(&self, text: &'a str) -> Result<Scalar<'a>, Fault<'_>> {
        let Some(format) = &self.format else {
            return self.base.value(text).ok_or(Fault::NotOfDatatype);
        };
        let misses = || Fault::NotInFormat(format.written());
        match format {
            Format::Number(number) => number.value(text, self.base.family).map(Scalar::Ordered).ok_or_else(misses),
            Format::Boolean(yes, no, _) if text == yes || text == no => Ok(Scalar::Boolean(text == yes)),
            Format::Boolean(..) => Err(misses()),
            Format::Moment(moment) => {
                moment.value(text).map(|value| Scalar::Ordered(Ordered::Moment(value))).ok_or_else(misses)
            }
            Format::Expression(expression) => {
                let value = self.base.value(text).ok_or(Fault::NotOfDatatype)?;
                if expression.matches(text) { Ok(value) } else { Err(misses()) }
            }
        }
    }

    fn check_length(&self, value: &Scalar<'_>) -> Result<(), Fault<'_>> {
        if self.lengths.is_empty() {
            return Ok(());
        }
        let length = match value {
            Scalar::Text(text) => text.chars().count(),
            Scalar::Binary(_, bytes) => *bytes,
            _ => return Ok(()),
        } as u64;
        let broken = self.lengths.iter().find(|(facet, limit)| match *facet {
            "minLength" => length < *limit,
            "maxLength" => length > *limit,
            _ => length != *limit,
        });
        broken.map_or(Ok(()), |(facet, limit)| Err(Fault::Length(facet, *limit)))
    }
}
