use super::leading_zero::with_zero;
use crate::areas::municipalities::{Meaning, SURE, is_digits, is_whole_country, meaning};
use munilint_model::{
    Body, CellMend, Change, Confidence, FieldFacts, Findings, MendOf, Mends, Occurrences, Options, Role, TableFacts,
    ValueFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(code) = Code::of(field.role.role) else { continue };
        let Some(seen) = Seen::of(field, &code) else { continue };
        let Some(confidence) = seen.confidence(field.present()) else { continue };
        let fixed = format!("0{}", seen.example);
        let draft = found.add(Some(field.column), seen.lost);
        draft.variant(code.variant).confidence(confidence).excerpt("example", seen.example).excerpt("fixed", &fixed);
    }
}

/// A kind of code that has as many digits everywhere, and may begin with a zero.
struct Code {
    digits: usize,
    /// True when a code of so many digits is one.
    exists: fn(&str) -> bool,
    variant: &'static str,
}

impl Code {
    fn of(role: Role) -> Option<Self> {
        match role {
            Role::MunicipalityNumber => {
                Some(Code { digits: 4, exists: |code| meaning(code) != Meaning::Unknown, variant: "" })
            }
            Role::CountyNumber => Some(Code { digits: 2, exists: |_| true, variant: "county" }),
            _ => None,
        }
    }

    /// True for a code that lacks its first digit, which is a zero.
    fn is_lost(&self, text: &str) -> bool {
        is_digits(text, self.digits - 1) && !is_whole_country(text) && (self.exists)(&format!("0{text}"))
    }
}

/// What a field holds of the code.
struct Seen<'a> {
    /// Codes that lack their first digit, which is a zero.
    lost: Occurrences,
    example: &'a str,
    /// How many cells have the code in full.
    full: u64,
}

impl<'a> Seen<'a> {
    /// `None` when no zero is lost, or too many different values were there to look at each.
    fn of(field: &'a FieldFacts, code: &Code) -> Option<Self> {
        let values = field.values.as_deref()?;
        let text = |value: &'a ValueFacts| value.text.trim();
        let is_lost = |text: &str| code.is_lost(text);
        // Under `kommune` alone amounts may stand; under `kommunenummer` an unknown number is a typing error.
        let sure = field.role.score >= SURE;
        let is_full =
            |text: &str| is_whole_country(text) || (is_digits(text, code.digits) && (sure || (code.exists)(text)));
        let mut lost = Occurrences::default();
        values.iter().filter(|value| is_lost(text(value))).for_each(|value| lost.merge(&value.seen));
        let example = values.iter().map(text).find(|text| is_lost(text))?;
        let full = values.iter().filter(|value| is_full(text(value))).map(|value| value.seen.count).sum();
        Some(Seen { lost, example, full })
    }

    /// A short number is a lost zero when all that stands beside it is a code, in full or short as well; when only nearly
    /// all is, it is likely. Otherwise the column holds something else too, and nothing is said.
    fn confidence(&self, present: u64) -> Option<Confidence> {
        let codes = self.full + self.lost.count;
        match codes {
            _ if codes == present => Some(Confidence::High),
            _ if codes * 10 >= present * 9 => Some(Confidence::Medium),
            _ => None,
        }
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in &facts.fields {
        let Some(code) = Code::of(field.role.role) else { continue };
        let Some(seen) = Seen::of(field, &code) else { continue };
        let Some(confidence) = seen.confidence(field.present()) else { continue };
        // A header that says so, or a code in full beside it, tells what the short numbers are.
        let is_sure = confidence == Confidence::High && (seen.full > 0 || field.role.score >= SURE);
        let mend = CellMend::new(move |value| code.is_lost(value.trim()).then(|| with_zero(value)));
        mends.offer(is_sure, Change::Cells { column: field.column, mend });
    }
}
