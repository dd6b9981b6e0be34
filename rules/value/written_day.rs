//! The day that a value states.

use munilint_detect::date::{Calendar, Form, Reading, date};
use munilint_model::{Shape, ValueFacts};

/// The day of a date, whatever time stands behind it, as year × 10000 + month × 100 + day. `None` when its century is not
/// written.
pub(super) fn day(value: &ValueFacts) -> Option<i32> {
    if !value.shape.is_date() || value.shape == Shape::DateShortYear {
        return None;
    }
    let text = value.text.trim().split([' ', 'T']).next().unwrap_or_default();
    match date(text.as_bytes())? {
        (Form::Iso | Form::Dotted | Form::Slashed, Reading::Calendar(day)) => Some(Calendar::number(day)),
        _ => None,
    }
}
