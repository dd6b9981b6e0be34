//! The assertions about single values.

use crate::reading::{declared, marked};
use munilint_model::{Body, Shape, ValueTest};
use std::sync::Arc;

fn test(assertion: &str) -> Arc<dyn ValueTest> {
    let page = declared(&format!("[given]\nname = [\"*\"]\n[assert]\n{assertion}")).expect("well formed");
    match page.rule.body {
        Body::Values { test, .. } => test,
        other => panic!("{other:?} is no test of values"),
    }
}

#[track_caller]
fn holds(assertion: &str, passing: &[&str], failing: &[&str]) {
    let test = test(assertion);
    for value in passing {
        assert!(test.passes(value, Shape::Text), "{assertion}: {value} should pass");
    }
    for value in failing {
        assert!(!test.passes(value, Shape::Text), "{assertion}: {value} should fail");
    }
    let missing = [("", Shape::Empty), ("  ", Shape::Blank), ("..", Shape::Marker)];
    for (value, shape) in missing {
        assert_eq!(test.passes(value, shape), !assertion.contains("required"), "{assertion}: {value:?} is missing");
    }
}

#[track_caller]
fn refused(logic: &str, marks: &str, message: &str) {
    let fault = declared(logic).map(|page| page.rule.title).expect_err("refused");
    assert_eq!((marked(&fault), fault.message()), (marks, message), "{fault:?}");
}

#[test]
fn assertions_pass_and_fail() {
    holds("required = true", &["a", "0"], &[]);
    holds("pattern = \"^[0-9]{4}$\"", &["0301"], &["301", "03010", "a"]);
    holds("pattern = '\\d'", &["a1"], &["a"]);
    holds("one-of = [\"ja\", \"nei\"]", &["ja", "nei"], &["Ja", "ja "]);
    holds("codelist = \"municipalities\"", &["0301"], &["301", "9999"]);
    holds("length = { min = 2, max = 3 }", &["æø", "æøå"], &["æ", "æøåa"]);
    holds("length = { max = 1 }", &["å"], &["åå"]);
    holds("range = { min = 0, max = 1.5 }", &["0", "1,5", "1.5", "0,0"], &["-0,1", "1,51", "2", "ja", "1 000"]);
    holds("range = { min = -1 }", &["1 000,5", "-1"], &["-2"]);
    holds("all = [{ pattern = \"^a\" }, { length = { max = 2 } }]", &["a", "ab"], &["abc", "b"]);
    holds("any = [{ pattern = \"^a\" }, { one-of = [\"b\"] }]", &["ax", "b"], &["c"]);
    holds("not = { one-of = [\"x\"] }", &["y"], &["x"]);
    holds("not = { any = [{ one-of = [\"x\"] }, { not = { pattern = \"^.$\" } }] }", &["y"], &["x", "yy"]);
    holds("all = [{ required = true }, { pattern = \"^a\" }]", &["a"], &["b"]);
}

#[test]
fn fields_are_chosen_by_role_name_and_datatype() {
    let logic =
        "[given]\nrole = [\"postal-code\"]\nname = [\"post*\"]\ndatatype = [\"integer\"]\n[assert]\nrequired = true";
    let page = declared(logic).expect("well formed");
    let Body::Values { given, .. } = page.rule.body else { panic!("a test of values") };
    assert_eq!(given.roles, [munilint_model::Role::PostalCode]);
    assert_eq!((given.names, given.datatypes), (vec!["post*".to_owned()], vec!["integer".to_owned()]));
}

#[test]
fn a_pattern_is_marked_inside_its_text() {
    let given = "[given]\nname = [\"a\"]\n[assert]\n";
    refused(&format!("{given}pattern = '^[0-9{{4}}$'"), "[", "the pattern cannot be used: unclosed character class");
    refused(
        &format!("{given}pattern = \"^\\\\d+(?=x)$\""),
        "(?=",
        "the pattern cannot be used: look-around, including look-ahead and look-behind, is not supported",
    );
    refused(&format!("{given}pattern = \"æ\\\\d+(\""), "(", "the pattern cannot be used: unclosed group");
    refused(
        &format!("{given}pattern = '((a{{1000}}){{1000}}){{1000}}'"),
        "((a{1000}){1000}){1000}",
        "the pattern cannot be used: it would grow too large",
    );
}

#[test]
fn what_cannot_be_asserted_is_refused() {
    let given = "[given]\nname = [\"a\"]\n[assert]\n";
    refused(
        &format!("{given}codelist = \"municipality\""),
        "\"municipality\"",
        "no code list is called `municipality`",
    );
    refused(&format!("{given}range = {{ min = 2, max = 1 }}"), "{ min = 2, max = 1 }", "`min` is greater than `max`");
    refused(&format!("{given}length = {{ min = 2, max = 1 }}"), "{ min = 2, max = 1 }", "`min` is greater than `max`");
    refused(&format!("{given}length = {{ min = -1 }}"), "-1", "`min` cannot be `-1`");
    refused(&format!("{given}range = {{ }}"), "{ }", "`range` cannot be this table");
    refused(&format!("{given}all = []"), "[]", "`all` cannot be an empty list");
    refused(&format!("{given}all = [{{ unique = true }}]"), "unique", "`unique` cannot be combined");
    refused(
        &format!("{given}not = {{ compare = {{ left = \"a\", op = \"<\", right = \"b\" }} }}"),
        "compare",
        "`compare` cannot be combined",
    );
    refused(&format!("{given}not = {{ patern = \"a\" }}"), "patern", "unknown key `patern`");
    refused(&format!("{given}required = true\nunique = true"), "[assert]", "`assert` cannot be this table");
    refused(&format!("{given}required = false"), "false", "`required` cannot be `false`");
    refused("[assert]\nrequired = true", "[assert]", "the rule does not say which fields it looks at");
    refused(
        "[given]\nrole = [\"postalcode\"]\n[assert]\nrequired = true",
        "\"postalcode\"",
        "an entry of `role` cannot be `postalcode`",
    );
    refused(
        "[given]\ndatatype = [\"integer\"]\n[assert]\nunique = true",
        "datatype",
        "`unique` cannot choose fields by datatype",
    );
    let compare = "compare = { left = \"a\", op = \"<=\", right = \"b\" }";
    refused(&format!("{given}{compare}"), "[given]", "`compare` names its own fields");
    refused("[assert]\ncompare = { left = \"a\", op = \"=<\", right = \"b\" }", "\"=<\"", "`op` cannot be `=<`");
    refused(
        "[assert]\ncompare = { left = \"a\", op = \"<\" }",
        "{ left = \"a\", op = \"<\" }",
        "`compare` lacks the key `right`",
    );
    refused(
        "[assert]\ncompare = { left = \"a\", op = \"<\", right = \"A\" }",
        "{ left = \"a\", op = \"<\", right = \"A\" }",
        "`left` and `right` are the same field",
    );
}
