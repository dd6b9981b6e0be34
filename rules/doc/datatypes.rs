//! Datatypes by the words that standards have for them.

use super::pairs::merged;
use crate::matching::{Matching, present};
use munilint_model::{FieldFacts, Form, Occurrences, Shape};

/// What values of a field are said to be, as far as it can be seen of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Integer,
    Number,
    Date,
    DateTime,
    Time,
    Year,
    Boolean,
}

/// Words for truth that one or another standard takes, in lower case.
const TRUTHS: [&str; 18] = [
    "true", "false", "1", "0", "ja", "nei", "j", "n", "yes", "no", "y", "t", "f", "x", "sann", "usann", "sant", "usant",
];

/// What the word stands for; `None` for text and for words of which any value may be one.
pub(super) fn said(word: &str) -> Option<Said> {
    let word = word.trim().to_lowercase();
    let word = word.rsplit([':', '#', '/']).next().unwrap_or("");
    // `INTEGER_TYPE`, as descriptions of KOSTRA's files have it.
    Some(match word.strip_suffix("_type").unwrap_or(word) {
        "integer" | "int" | "long" | "short" | "heltall" | "bigint" | "nonnegativeinteger" | "positiveinteger" => {
            Said::Integer
        }
        "number" | "decimal" | "float" | "double" | "numeric" | "numerisk" | "tall" | "desimaltall" => Said::Number,
        "date" | "dato" => Said::Date,
        "datetime" | "timestamp" => Said::DateTime,
        "time" => Said::Time,
        "year" | "gyear" => Said::Year,
        "boolean" | "bool" => Said::Boolean,
        _ => return None,
    })
}

/// The cells whose values are none of that kind; missing ones are not among them.
pub(super) fn others(field: &FieldFacts, said: Said) -> Occurrences {
    let fits = |shape: Shape| match said {
        Said::Integer => matches!(shape, Shape::Integer | Shape::GroupedInteger),
        Said::Number => shape.is_number(),
        Said::Date | Said::DateTime => shape.is_date(),
        Said::Time => shape == Shape::Time,
        Said::Year | Said::Boolean => false,
    };
    match said {
        // Of what is not kept nobody knows the words.
        Said::Boolean => Matching::of(present(field), |text, _| !TRUTHS.contains(&text.to_lowercase().as_str())).seen,
        Said::Year => Matching::of(present(field), |text, _| !is_year(text)).seen,
        // Days in eight digits (`20240131`) are whole numbers by their shape.
        Said::Date if field.form(Form::CompactDate).count > 0 => Occurrences::default(),
        _ => merged(
            Shape::ALL.iter().filter(|shape| !shape.is_missing() && !fits(**shape)).map(|&shape| field.shape(shape)),
        ),
    }
}

fn is_year(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_several_standards_are_one() {
        for word in ["integer", "xsd:integer", "http://www.w3.org/2001/XMLSchema#int", "INTEGER", "INTEGER_TYPE"] {
            assert_eq!(said(word), Some(Said::Integer), "{word}");
        }
        assert_eq!((said("string"), said("any"), said("sc:Float")), (None, None, Some(Said::Number)));
    }
}
