//! Datatype descriptions: a base, a format and facets.

use super::description::Description;
use super::vocabulary::Form;
use crate::datatype::{
    Bound, Builtin, Datatype, Decimal, Expression, Family, Format, MomentFormat, NumberFormat, NumberPattern, Ordered,
    Refusal, Scalar,
};
use crate::log::Log;
use crate::{Expected, IssueKind};
use serde_json::Value;
use std::cmp::Ordering;

/// The datatype of a description; `None` when it has none, or one that is not known.
pub(super) fn of(description: &Description<'_>, log: &mut Log) -> Option<Datatype> {
    let value = description.map.get("datatype")?;
    if let Value::Object(map) = value {
        let at = description.at.child("datatype");
        return Some(read(&Description::read(map, at, Form::Datatype, log), log));
    }
    description.get("datatype", Expected::Datatype, log, |value| Builtin::named(value.as_str()?)).map(Datatype::of)
}

fn read(description: &Description<'_>, log: &mut Log) -> Datatype {
    let base = description.get("base", Expected::Datatype, log, |value| Builtin::named(value.as_str()?));
    let base = base.unwrap_or(Builtin::string());
    let format = description.map.get("format").and_then(|value| format(description, value, base, log));
    Datatype { base, format, lengths: lengths(description, base, log), bounds: bounds(description, base, log) }
}

/// The format, when it is one of the base; what is wrong is noted.
fn format(description: &Description<'_>, value: &Value, base: &'static Builtin, log: &mut Log) -> Option<Format> {
    let at = description.at.child("format");
    let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut refused = Refusal::Invalid;
    let format = match (base.family, value) {
        (_, Value::Object(_)) if base.is_numeric() => {
            return Some(Format::Number(number_format(description, base, log)));
        }
        (family, Value::String(text)) => match family {
            Family::Boolean => boolean_format(text),
            Family::Moment(kind) => MomentFormat::parse(text, kind).map(Format::Moment),
            _ if base.is_numeric() => NumberPattern::parse(text, ".", ",").map(|pattern| {
                let (decimal, group, written) = (".".to_owned(), None, text.clone());
                Format::Number(NumberFormat { decimal, group, pattern: Some(pattern), written })
            }),
            _ => match Expression::parse(text) {
                Ok(expression) => Some(Format::Expression(expression)),
                Err(refusal) => {
                    refused = refusal;
                    None
                }
            },
        },
        _ => None,
    };
    if format.is_none() {
        log.warning(
            &at,
            match refused {
                Refusal::Invalid => IssueKind::FormatInvalid { format: written, base: base.name },
                Refusal::Unsupported => IssueKind::FormatUnsupported { format: written },
            },
        );
    }
    format
}

/// Two strings with a bar between them.
fn boolean_format(text: &str) -> Option<Format> {
    let (yes, no) = text.split_once('|')?;
    let valid = !yes.is_empty() && !no.is_empty() && !no.contains('|') && yes != no;
    valid.then(|| Format::Boolean(yes.to_owned(), no.to_owned(), text.to_owned()))
}

/// A number format that is an object.
fn number_format(description: &Description<'_>, base: &Builtin, log: &mut Log) -> NumberFormat {
    let empty = serde_json::Map::new();
    let map = description.map.get("format").and_then(Value::as_object).unwrap_or(&empty);
    let at = description.at.child("format");
    for name in map.keys().filter(|name| !matches!(name.as_str(), "decimalChar" | "groupChar" | "pattern")) {
        log.warning(&at.child(name), IssueKind::PropertyUnknown { property: name.clone() });
    }
    let format = Description { map, at, form: Form::Datatype };
    let character = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let decimal = format.get("decimalChar", Expected::Text, log, character).unwrap_or_else(|| ".".into());
    let group = format.get("groupChar", Expected::TextOrNull, log, |value| match value {
        Value::Null => Some(None),
        value => character(value).map(Some),
    });
    let group = group.flatten();
    let text = format.text("pattern", log);
    let pattern = text.and_then(|text| {
        let pattern = NumberPattern::parse(text, &decimal, group.as_deref().unwrap_or(","));
        if pattern.is_none() {
            let kind = IssueKind::FormatInvalid { format: text.to_owned(), base: base.name };
            log.warning(&format.at.child("pattern"), kind);
        }
        pattern
    });
    let written = match (&pattern, text) {
        (Some(_), Some(text)) => text.to_owned(),
        _ => format!("{}{decimal}#", group.as_ref().map_or("0".to_owned(), |group| format!("#{group}##0"))),
    };
    NumberFormat { decimal, group, pattern, written }
}

/// The facets of length, when they apply and agree.
fn lengths(description: &Description<'_>, base: &Builtin, log: &mut Log) -> Vec<(&'static str, u64)> {
    let mut read = |facet| {
        let limit = description.count(facet, log)?;
        if base.has_length() {
            return Some((facet, limit));
        }
        log.error(&description.at.child(facet), IssueKind::FacetNotApplicable { facet, base: base.name });
        None
    };
    let facets = ["minLength", "length", "maxLength"].map(&mut read);
    for (one, other) in [(0, 1), (1, 2), (0, 2)] {
        if let (Some((first, least)), Some((second, most))) = (facets[one], facets[other])
            && least > most
        {
            log.error(&description.at, IssueKind::FacetsConflict { first, second });
        }
    }
    facets.into_iter().flatten().collect()
}

/// A facet of order by its canonical name.
fn canonical(facet: &'static str) -> &'static str {
    match facet {
        "minimum" => "minInclusive",
        "maximum" => "maxInclusive",
        facet => facet,
    }
}

/// The facets of order, when they apply and agree.
fn bounds(description: &Description<'_>, base: &'static Builtin, log: &mut Log) -> Vec<Bound> {
    let mut found: Vec<(&'static str, Bound)> = Vec::new();
    for facet in ["minimum", "minInclusive", "minExclusive", "maximum", "maxInclusive", "maxExclusive"] {
        if !description.map.contains_key(facet) {
            continue;
        }
        if !base.has_order() {
            let kind = IssueKind::FacetNotApplicable { facet, base: base.name };
            log.error(&description.at.child(facet), kind);
            continue;
        }
        let value = description.get(facet, Expected::Bound, log, |value| bound(value, base));
        found.extend(value.map(|(value, written)| (facet, Bound { facet: canonical(facet), value, written })));
    }
    for (at, (first, one)) in found.iter().enumerate() {
        for (second, other) in &found[at + 1..] {
            if conflict(one, other) {
                log.error(&description.at, IssueKind::FacetsConflict { first, second });
            }
        }
    }
    found.into_iter().map(|(_, bound)| bound).collect()
}

/// True when the two exclude each other; `one` is a minimum when they are of different sides.
fn conflict(one: &Bound, other: &Bound) -> bool {
    let order = one.value.compare(&other.value);
    match (one.facet, other.facet) {
        (one, other) if one == other => order != Some(Ordering::Equal),
        ("minInclusive", "minExclusive") | ("maxInclusive", "maxExclusive") => true,
        ("minInclusive", "maxInclusive") | ("minExclusive", "maxExclusive") => order == Some(Ordering::Greater),
        _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
    }
}

/// The value of a facet: a number, or a string in the form that XML Schema gives the base.
fn bound(value: &Value, base: &'static Builtin) -> Option<(Ordered, String)> {
    let written = match value {
        Value::Number(number) => number.to_string(),
        value => value.as_str()?.to_owned(),
    };
    let ordered = match (value, base.family) {
        (Value::Number(number), Family::Double) => Ordered::Double(number.as_f64()?),
        (Value::Number(_), Family::Integer(..) | Family::Decimal) => Ordered::Exact(Decimal::parse(&written)?),
        _ => match base.value(&written)? {
            Scalar::Ordered(ordered) => ordered,
            _ => return None,
        },
    };
    Some((ordered, written))
}
