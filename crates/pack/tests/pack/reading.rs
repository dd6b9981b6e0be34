//! What the tests of pages share: a loader with one code list and no Rust, and a page that is well formed.

use munilint_model::Body;
use munilint_pack::{Codes, Fault, Loader, Page, Schema};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A declarative page that is well formed.
pub(crate) const GOOD: &str = r#"# Age out of range

```toml
severity  = "warning"
dimension = "accuracy"
since     = "0.1"
basis     = ["SSB KLASS 131"]

[given]
name = ["alder"]

[assert]
range = { min = 0, max = 120 }

[message]
en = "{count} {age is|ages are} impossible ({example} in {field})"
nb = "{count} {alder er umulig|aldre er umulige} ({example} i {field})"
[why]
en = "Sums and means are wrong."
nb = "Summer og snitt blir feil."
[help]
en = "Check the age."
nb = "Kontroller alderen."
```

Nobody is 200 years old.

## Bad
```csv bad
alder
200
```
```findings
row 2, field "alder": 1 age is impossible (200 in alder)
```
## Good
```csv good
alder
20
```
"#;

fn municipalities(name: &str) -> Option<Codes> {
    (name == "municipalities").then(|| Arc::new(BTreeSet::from(["0301".to_owned(), "4601".to_owned()])))
}

/// Reads a page, shown as `own/age.md`, with `bodies` for rules in Rust.
pub(crate) fn read_with(text: &str, bodies: &dyn Fn(&str) -> Option<Body>) -> Result<Page, Fault> {
    let schema = Schema::new("page.schema.json", munilint_schemas::PAGE).expect("the schema is sound");
    Loader { schema: &schema, bodies, codelists: &municipalities }.page("own/age", "own/age.md", text)
}

/// Reads a page in a pack without Rust.
pub(crate) fn read(text: &str) -> Result<Page, Fault> {
    read_with(text, &|_| None)
}

/// The rule of the good page with another `[given]` and `[assert]`, and a message without values.
pub(crate) fn declared(logic: &str) -> Result<Page, Fault> {
    let (before, rest) = GOOD.split_once("[given]").expect("a given");
    let (_, after) = rest.split_once("[message]").expect("a message");
    let text = format!("{before}{logic}\n[message]{after}");
    read(&text.replace("({example} in {field})", "").replace("({example} i {field})", ""))
}

/// The stretch of the text that the fault marks first.
pub(crate) fn marked(fault: &Fault) -> &str {
    let (span, _) = fault.spans().next().expect("a fault marks something");
    &fault.text()[span]
}
