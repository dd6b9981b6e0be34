//! Codes of the Standard Industrial Classification (SSB KLASS 6): forms, levels and editions.

use munilint_detect::codelist::CodeList;
use std::sync::LazyLock;

/// SN2007 on all levels, and the codes that are new in SN2025.
static INDUSTRIES: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::parse(crate::codelist("industries").unwrap_or_default()).unwrap_or_default());

/// The first year of SN2025.
pub(super) const SN2025: i32 = 2025;

/// How the digits are written. Two digits have no dot in either form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `88.911`.
    Dotted,
    /// `88911`.
    Plain,
}

/// A code as it is written, by itself or with a name behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    /// The code as the list writes it: `88.911`, `88.9`, `88`.
    pub(super) dotted: String,
    /// `None` for two digits.
    pub(super) form: Option<Form>,
}

impl Code {
    /// Reads `88.911`, `88911`, `8891`, `88` and `88.911 Barnehager`. A span of divisions (`01-03`) is no code.
    pub(super) fn of(text: &str) -> Option<Code> {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let (code, rest) = text.split_at(end);
        if rest.chars().next().is_some_and(|c| !c.is_whitespace()) || rest.trim_start().starts_with(['-', '–']) {
            return None;
        }
        let (division, below) = match code.split_once('.') {
            Some(parts) => parts,
            None => code.split_at_checked(2)?,
        };
        let is_code = division.len() == 2 && below.len() <= 3 && !below.contains('.');
        let form = match (below.is_empty(), code.contains('.')) {
            (true, false) => None,
            (true, true) => return None,
            (false, true) => Some(Form::Dotted),
            (false, false) => Some(Form::Plain),
        };
        let dotted = if below.is_empty() { division.to_owned() } else { format!("{division}.{below}") };
        is_code.then_some(Code { dotted, form })
    }

    /// True when SN2007 or SN2025 has the code.
    pub(super) fn is_known(&self) -> bool {
        INDUSTRIES.contains(&self.dotted)
    }

    /// True when only SN2025 has the code. Division 98 is in both, though the list has it from SN2025 alone.
    pub(super) fn is_new(&self) -> bool {
        !self.dotted.starts_with("98") && INDUSTRIES.entry(&self.dotted).is_some_and(|entry| entry.from.year >= SN2025)
    }

    /// True for an industry on the lowest level: five digits.
    pub(super) fn is_full(&self) -> bool {
        self.dotted.len() == 6
    }

    /// The code with the zeros at its end that make it five digits, when SN2007 has that: `38.21` is `38.210`.
    pub(super) fn with_zeros(&self) -> Option<String> {
        let full = format!("{:0<6}", self.dotted);
        let is_old = INDUSTRIES.entry(&full).is_some_and(|entry| entry.from.year < SN2025);
        (!self.is_full() && self.dotted.len() > 2 && is_old).then_some(full)
    }

    /// True when no edition has both: one class is divided in the one and not in the other, `88.911` and `88.910`.
    pub(super) fn excludes(&self, other: &Code) -> bool {
        self.is_full()
            && other.is_full()
            && self.dotted[..5] == other.dotted[..5]
            && self.dotted.ends_with('0') != other.dotted.ends_with('0')
    }

    /// True when `part` is an industry within this one, on a lower level.
    pub(super) fn holds(&self, part: &Code) -> bool {
        part.dotted.len() > self.dotted.len() && part.dotted.starts_with(&self.dotted)
    }
}

/// The industry of five digits whose zero at the front was lost, as the list writes it: `1.110` and `1110` are `01.110`. Only
/// what is no code as it stands.
pub(super) fn with_leading_zero(text: &str) -> Option<Code> {
    let is_short = match text.split_once('.') {
        Some((division, below)) => division.len() == 1 && below.len() == 3,
        None => text.len() == 4 && !Code::of(text)?.is_known(),
    };
    Code::of(&format!("0{text}")).filter(|code| is_short && code.is_full() && code.is_known())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read() {
        let read = |text: &str| Code::of(text).map(|code| (code.dotted, code.form));
        for (text, dotted, form) in [
            ("88.911", "88.911", Some(Form::Dotted)),
            ("88911", "88.911", Some(Form::Plain)),
            ("8891", "88.91", Some(Form::Plain)),
            ("88.9 Andre sosialtjenester", "88.9", Some(Form::Dotted)),
            ("88", "88", None),
        ] {
            assert_eq!(read(text), Some((dotted.to_owned(), form)), "{text}");
        }
        for text in ["01-03 Jordbruk", "1.110", "88.", "88.9111", "8", "A", "88.9.1", "2024-01-01", "", "88æ"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn editions_and_levels_are_known() {
        let code = |text| Code::of(text).unwrap();
        assert!(code("88.911").is_known() && !code("88.911").is_new());
        assert!(code("01.481").is_new() && !code("77.777").is_known());
        assert!(code("88.9").holds(&code("88911")) && !code("88.911").holds(&code("88.911")));
    }

    #[test]
    fn lost_zeros_are_put_back() {
        assert_eq!(Code::of("38.21").and_then(|code| code.with_zeros()).as_deref(), Some("38.210"));
        // Only SN2025 has 88.910.
        assert_eq!(Code::of("88.91").and_then(|code| code.with_zeros()), None);
        let front = |text| with_leading_zero(text).map(|code| code.dotted);
        assert_eq!((front("1.110").as_deref(), front("1110").as_deref()), (Some("01.110"), Some("01.110")));
        assert_eq!((front("88.911"), front("4711"), front("")), (None, None, None));
    }
}
