use super::kostra::function;
use crate::combinations::Combinations;
use crate::fold::Fold;
use munilint_detect::header::fold;
use munilint_model::{AnyCheck, Batch, Body, Check, Findings, Occurrences, Options, Role, TableContext};

pub(crate) const BODY: Body = Body::Table(|_: &Options| Box::new(MisplacedFunction) as Box<dyn AnyCheck>);

/// Functions times classes are some hundreds; services within them some thousands.
const MOST: usize = 20_000;

/// Functions that the control program for KOSTRA accounts refuses in operating accounts.
const NOT_OPERATING: [&str; 1] = ["841"];

/// Functions that it refuses in investment accounts: taxes, grants, and what balances the operating account.
const NOT_INVESTMENT: [&str; 4] = ["800", "840", "850", "860"];

/// Functions and the account classes beside them.
struct MisplacedFunction;

impl Check for MisplacedFunction {
    type State = Option<Combinations>;

    fn start(&self, table: &TableContext) -> Self::State {
        let position = |is_meant: &dyn Fn(Role, &str) -> bool| {
            table.fields.iter().position(|field| is_meant(field.role.role, &fold(&field.name).replace(' ', "")))
        };
        let functions = position(&|role, _| role == Role::KostraFunction)?;
        let classes = position(&|_, name| matches!(name, "kontoklasse" | "regnskapstype" | "kontoklassekode"))?;
        Some(Combinations::of(&[functions, classes], MOST))
    }

    fn update(&self, known: &mut Self::State, batch: &Batch) {
        known.update(batch);
    }

    fn merge(&self, known: &mut Self::State, other: Self::State) {
        known.merge(other);
    }

    fn finish(&self, known: Self::State, table: &TableContext, found: &mut Findings) {
        let Some(known) = known.and_then(Combinations::finish) else { return };
        let column =
            table.fields.iter().find(|field| field.role.role == Role::KostraFunction).map(|field| field.column);
        for (account, refused, variant) in
            [(Account::Operating, &NOT_OPERATING[..], ""), (Account::Investment, &NOT_INVESTMENT[..], "investment")]
        {
            let mut seen = Occurrences::default();
            let mut example = None;
            for (texts, places) in &known {
                let [code, class] = &texts[..] else { continue };
                let is_refused = function(code).is_some_and(|function| refused.contains(&function));
                if is_refused && Account::of(class) == Some(account) {
                    seen.merge(places);
                    example.get_or_insert((code, class));
                }
            }
            if let Some((code, class)) = example {
                found.add(column, seen).variant(variant).excerpt("example", code).excerpt("class", class);
            }
        }
    }
}

/// A part of the accounts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Account {
    Operating,
    Investment,
}

impl Account {
    /// The account that a class stands for; `None` for the balance sheet and what is no class.
    fn of(class: &str) -> Option<Account> {
        match class {
            "1" | "3" | "D" | "d" => Some(Account::Operating),
            "0" | "4" | "I" | "i" => Some(Account::Investment),
            _ if class.eq_ignore_ascii_case("drift") => Some(Account::Operating),
            _ if class.eq_ignore_ascii_case("investering") => Some(Account::Investment),
            _ => None,
        }
    }
}
