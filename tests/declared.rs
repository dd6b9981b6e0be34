//! What a Table Schema declares is what is measured, however the table is cut.

use munilint::laws::Courtroom;
use munilint_engine::{Plan, Scan};
use munilint_model::{Datatype, Declared, Role, RoleOrigin, TableFacts, TableSchema};
use munilint_read::{Input, TextTable};
use munilint_tests::checked::Rules;
use munilint_tests::seeded::Dice;
use std::sync::Arc;

/// More different values than a field's table holds.
const ROWS: u32 = 4000;

/// A table with `-999` and `ikke målt` among its figures, and `-` among signs.
fn table() -> String {
    let mut dice = Dice::new(11);
    let mut text = "sted;tall;tegn\n".to_owned();
    for row in 0..ROWS {
        let number = match row % 40 {
            3 => "-999".to_owned(),
            5 => " ikke målt".to_owned(),
            _ => dice.within(1..=1_000_000).to_string(),
        };
        let sign = if row % 7 == 0 { "-" } else { "+" };
        text.push_str(&format!("{:04};{number};{sign}\n", 301 + row % 5));
    }
    text
}

fn schema() -> TableSchema {
    let missing = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let numbers = Declared { missing: missing(&["..", "-999", "ikke målt"]), ..Declared::default() };
    let signs = Declared { missing: missing(&["-"]), ..Declared::default() };
    let place = Declared { role: Some(Role::Key), datatype: Some(Datatype::String), ..Declared::default() };
    TableSchema { fields: vec![("Sted".to_owned(), place), ("tall".to_owned(), numbers), ("tegn".to_owned(), signs)] }
}

fn facts(plan: &Plan, bytes: Vec<u8>) -> TableFacts {
    let table = TextTable::open(&Arc::from("t.csv"), Input::memory(bytes)).expect("a table");
    let scan = Scan::new(plan, &table).expect("a table");
    let state = scan.run(&table, 1).expect("it can be read");
    scan.finish(state, &table).facts
}

#[test]
fn declared_markers_are_missing_values() {
    let latin: Vec<u8> = table().chars().map(|c| u8::try_from(c as u32).expect("Latin-1")).collect();
    for bytes in [table().into_bytes(), latin] {
        let plan = Plan { schema: Some(Arc::new(schema())), ..Plan::default() };
        let facts = facts(&plan, bytes);
        let [place, numbers, signs] = &facts.fields[..] else { panic!("three fields") };
        assert_eq!((place.role.role, place.role.origin), (Role::Key, RoleOrigin::TableSchema));
        assert_eq!(place.datatype(), "string");
        let markers: Vec<(&str, u64)> = numbers.markers.iter().map(|m| (m.marker.as_str(), m.seen.count)).collect();
        assert_eq!(markers, [("-999", 100), ("ikke målt", 100)]);
        assert_eq!((numbers.missing(), numbers.numeric()), (200, u64::from(ROWS) - 200));
        assert!(numbers.numbers.is_some_and(|(least, _)| least > 0.0) && !numbers.distinct.exact);
        assert_eq!(signs.missing(), u64::from(ROWS).div_ceil(7));
    }
}

#[test]
fn the_configuration_goes_first() {
    let plan = Plan {
        schema: Some(Arc::new(schema())),
        roles: [("sted".to_owned(), Role::MunicipalityNumber)].into(),
        ..Plan::default()
    };
    let role = facts(&plan, table().into_bytes()).fields[0].role;
    assert_eq!((role.role, role.origin), (Role::MunicipalityNumber, RoleOrigin::Configuration));
}

#[test]
fn the_cut_does_not_show() {
    let court = Courtroom::new().expect("threads start");
    let plan = Plan { schema: Some(Arc::new(schema())), ..Rules::all().plan("t.csv") };
    assert_eq!(court.cut_shows_in_runs(&plan, "t.csv", table().as_bytes(), &[4096, 70_000]), None);
}
