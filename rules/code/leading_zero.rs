//! Zeros that stood before a number.

/// The value with a zero before its first digit; blanks around it stay.
pub(super) fn with_zero(value: &str) -> String {
    let at = value.len() - value.trim_start().len();
    format!("{}0{}", &value[..at], &value[at..])
}
