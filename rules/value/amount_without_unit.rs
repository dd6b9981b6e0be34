use super::unit_scales::names_units;
use crate::field_names::FieldNames;
use munilint_detect::header::words;
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// How many fields a message names.
const NAMED: usize = 2;

/// Words for sums of money that budgets and accounts give in kroner or in thousands, folded, whole or as the last part.
const MONEY: [&str; 14] = [
    "belop", "budsjett", "budget", "regnskap", "rekneskap", "inntekt", "inntekter", "utgift", "utgifter", "kostnad",
    "kostnader", "tilskudd", "tilskot", "saldo",
];

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    if facts.fields.iter().any(|field| names_units(&field.name)) {
        return;
    }
    let least = options.number("values") as u64;
    let open: Vec<&FieldFacts> = facts.fields.iter().filter(|field| is_open(field, least)).collect();
    let Some(first) = open.first() else { return };
    let mut seen = Occurrences::default();
    open.iter().for_each(|field| seen.add(|| Place::Field { column: field.column }));
    let names = FieldNames::of(open.iter().map(|field| field.name.as_str()), NAMED);
    let column = (open.len() == 1).then_some(first.column);
    found.add(column, seen).word("fields", names.to_string());
}

/// True for amounts of money in whole numbers, of which nothing says whether they are kroner or thousands. Amounts with
/// decimals are kroner.
fn is_open(field: &FieldFacts, least: u64) -> bool {
    let whole = field.shape(Shape::Integer).count + field.shape(Shape::GroupedInteger).count;
    field.role.role == Role::Amount
        && field.unit.is_none()
        && is_money(&field.name)
        && whole >= least
        && whole * 20 >= field.numeric() * 19
}

fn is_money(name: &str) -> bool {
    words(name).iter().any(|word| MONEY.iter().any(|money| word.ends_with(money)))
}
