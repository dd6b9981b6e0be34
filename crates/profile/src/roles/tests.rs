//! Headers and values as they stand in published Norwegian data sets.

use super::*;
use crate::shape_of;
use munilint_model::{Datatype, Declared, Distinct, Mention, Occurrences, Place, Shape, ValueFacts};
use std::collections::BTreeMap;

/// A field whose cells are set apart by `|`.
fn field(name: &str, cells: &str) -> FieldFacts {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for cell in cells.split('|') {
        *counts.entry(cell).or_default() += 1;
    }
    let seen = |count| Occurrences { count, first: vec![Place::File] };
    let mut field = FieldFacts { name: name.to_owned(), column: 2, ..FieldFacts::default() };
    field.shapes = vec![Occurrences::default(); Shape::COUNT];
    field.mentions = vec![Occurrences::default(); Mention::COUNT];
    let mut values = Vec::new();
    for (text, count) in counts {
        let shape = shape_of(text.as_bytes(), true);
        field.shapes[shape as usize].count += count;
        values.push(ValueFacts { text: text.to_owned(), shape, seen: seen(count) });
        if shape.is_missing() {
            continue;
        }
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let (shortest, longest) = field.lengths.unwrap_or((length, length));
        field.lengths = Some((shortest.min(length), longest.max(length)));
        if let Ok(number) = text.replace(',', ".").parse::<f64>() {
            let (least, greatest) = field.numbers.unwrap_or((number, number));
            field.numbers = Some((least.min(number), greatest.max(number)));
        }
    }
    field.distinct =
        Distinct { count: values.iter().filter(|value| !value.shape.is_missing()).count() as u64, exact: true };
    field.values = Some(values);
    field
}

fn roles(fields: &[(&str, &str)]) -> Vec<&'static str> {
    let mut fields: Vec<FieldFacts> = fields.iter().map(|(name, cells)| field(name, cells)).collect();
    assign_roles(&mut fields);
    fields.iter().map(|field| field.role.role.name()).collect()
}

fn role(name: &str, cells: &str) -> &'static str {
    roles(&[(name, cells)])[0]
}

#[test]
fn header_and_content_agree() {
    let cases = [
        ("kommunenr", "0301|1103|4601", "municipality-number"),
        ("Kommune", "0301|1103|4601", "municipality-number"),
        ("Kommune", "Oslo|Stavanger", "municipality-name"),
        ("Kommune", "0301 Oslo|1103 Stavanger", "municipality-name"),
        ("fylke", "11|18|03", "county-number"),
        ("fylke", "Rogaland|Nordland", "county-name"),
        ("Bydel", "030101|030102", "city-district"),
        ("Bydel", "Sagene|Frogner", "unknown"),
        ("grunnkrets", "03010101|03010102", "basic-unit"),
        ("poststed", "OSLO|BERGEN", "postal-place"),
        ("konto", "10100|10990|13700", "kostra-type"),
        ("tjeneste", "20100|38500|12000", "kostra-function"),
        ("tjeneste", "Barnehage|Kultur", "unknown"),
        ("funksjon", "201|120|380", "kostra-function"),
        ("art", "010|099|380", "kostra-type"),
        ("art", "gran|furu|bjørk", "unknown"),
        ("NACE Kode", "38.210|20.130", "industry"),
        ("næring", "01-03 Jordbruk|05 Bergverk", "industry"),
        ("næring", "Jordbruk|Bergverk", "unknown"),
        ("yrkeskode", "0000|2310", "occupation"),
        ("yrke", "Lærer|Sykepleier", "unknown"),
        ("Hoveddiagnose", "F32|A09.9", "diagnosis"),
        ("Land", "Norge|Sverige", "country"),
        ("Landkode", "000|101", "country"),
        ("kjonn", "1|2", "gender"),
        ("kjonn", "M|K", "gender"),
        ("Kjønn", "Gutt|Jente|Begge kjønn", "gender"),
        ("alder", "12|67|101", "age"),
        ("alder", "0 år|1 år|2 år", "age"),
        ("age", "0 years|1 year|2 years", "age"),
        ("alder", "Alder i alt|15-24 år|80+|67 år eller eldre", "age-group"),
        ("Aldersgruppe", "0-5|6-12|13-17", "age-group"),
        ("sivilstand", "1|2|3", "civil-status"),
        ("sivilstand", "Ugift|Gift|Enke/enkemann", "civil-status"),
        ("År", "2021|2022|2023", "year"),
        ("År", "2020-21|2021-22", "school-year"),
        ("Skoleår", "2021|2022", "school-year"),
        ("Periode", "2014-2015|2015-2016", "school-year"),
        ("periode", "2015|2016", "year"),
        ("periode", "2023K1|2023K2", "period"),
        ("Tid", "2023M01|2023M02", "period"),
        ("periode", "3|4", "unknown"),
        ("kvartal", "1|2|3|4", "quarter"),
        ("kvartal", "2023K1|2023K2", "period"),
        ("Måned", "januar|februar", "month"),
        ("maaned", "1|12", "month"),
        ("uke", "1|53", "week"),
        ("nord", "6540041.30|6571100.12", "coordinate"),
        ("nord", "12|15|17", "unknown"),
        ("breddegrad", "58.956982|58.97", "coordinate"),
        ("Andel", "0.868|0.91", "share"),
        ("andeler", "59.2|71.1", "share"),
        ("Antall", "261720|12", "count"),
        ("antall_sysselsatte", "404239|..", "count"),
        ("Dødsfall per 1000 innbyggere", "8,1|9,2", "rate"),
        ("belop", "847|-12", "amount"),
        ("2013", "405|205", "amount"),
        ("Personer 16 år og over", "menn|kvinner", "gender"),
    ];
    for (name, cells, expected) in cases {
        assert_eq!(role(name, cells), expected, "{name}: {cells}");
    }
}

#[test]
fn content_tells_where_the_header_does_not() {
    let cases = [
        ("a", "2023K1|2023K2", "period"),
        ("a", "2014-2015|2015-2016", "school-year"),
        ("a", "2014/15|2015/16", "school-year"),
        ("a", "2012|2013|2014|2015|2016", "year"),
        ("a", "mars|april|mai", "month"),
        ("a", "Uke 5|Uke 6", "week"),
        ("a", "1. kvartal|2. kvartal", "quarter"),
        ("a", "Menn|Kvinner|Begge kjønn", "gender"),
        ("a", "ugift|gift|skilt", "civil-status"),
        ("a", "0-5 år|6-12 år|80 år eller eldre", "age-group"),
        // A range of anything.
        ("a", "0-5|6-12", "unknown"),
        ("a", "1|2|1|2", "unknown"),
        // Numbers of municipalities in Finnmark before 2020 look like years.
        ("nr", "2002|2003|2004|2011", "unknown"),
        ("a", "2002|2012|2030", "unknown"),
        ("fødselsår", "2012|2013|2014", "unknown"),
        // Local services, not districts.
        ("region", "20100|20200|21100", "unknown"),
        ("geografi", "30101|30102|30103|301", "city-district"),
        ("lokalId", "1|2|3", "key"),
    ];
    for (name, cells, expected) in cases {
        assert_eq!(role(name, cells), expected, "{name}: {cells}");
    }
}

#[test]
fn fields_beside_each_other_tell_more() {
    let codes = "1101|1103|1106|1108|1111|1112|1114|1119|1120|1121";
    assert_eq!(roles(&[("kode", codes), ("fylke", "Rogaland")])[0], "municipality-number");
    assert_eq!(roles(&[("kode", codes), ("avdeling", "Kultur")])[0], "unknown");
    let years = "2007|2008|2009|2010|2011|2012|2013|2014|2015|2016";
    assert_ne!(roles(&[("kode", years), ("fylke", "Rogaland")])[0], "municipality-number");
    let point = [("a", "58.956982|58.971234"), ("b", "5.669023|5.731234")];
    assert_eq!(roles(&point), ["coordinate", "coordinate"]);
}

#[test]
fn a_declared_role_stays() {
    let mut fields = [field("kommunenr", "Oslo|Bergen")];
    fields[0].role = guess(Role::Category, 1.0);
    assign_roles(&mut fields);
    assert_eq!(fields[0].role, guess(Role::Category, 1.0));
}

/// The role and its origin of a field that a Table Schema describes.
fn described(name: &str, cells: &str, datatype: Option<Datatype>, words: &[&str]) -> (&'static str, RoleOrigin) {
    let words = words.iter().map(|words| (*words).to_owned()).collect();
    let declared = Declared { datatype, words, ..Declared::default() };
    let mut fields = [FieldFacts { declared, ..field(name, cells) }];
    assign_roles(&mut fields);
    (fields[0].role.role.name(), fields[0].role.origin)
}

#[test]
fn a_table_schema_tells_where_the_header_does_not() {
    let schema = RoleOrigin::TableSchema;
    let codes = "0301|1103|4601";
    assert_eq!(described("f1", codes, None, &["Kommunenummer"]), ("municipality-number", schema));
    assert_eq!(described("f1", codes, None, &["Første felt", "Opplæring"]).1, RoleOrigin::Content);
    assert_eq!(described("f1", "2021|2022|2023|2029", Some(Datatype::Year), &[]), ("year", schema));
    assert_eq!(described("f1", "2024-01-02|2024-02-03", Some(Datatype::Date), &[]), ("date", schema));
    // What the cells contradict is not believed, and a header that says it goes first.
    assert_eq!(described("f1", "Oslo|Bergen", Some(Datatype::Year), &["Dato"]).1, RoleOrigin::Content);
    assert_eq!(described("kommunenr", codes, None, &["Postnummer"]), ("municipality-number", RoleOrigin::Header));
}
