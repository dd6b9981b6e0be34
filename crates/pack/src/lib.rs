//! All that a user writes, with exact spans: pages, packs, `munilint.toml` and Table Schemas.
//!
//! Texts come in with a name, rules and settings go out, or a [`Fault`] that marks what is meant. Nothing here opens a
//! file. TOML is parsed with the span of every key and value, turned into JSON, held against a JSON Schema, and what
//! the schema objects to is looked up again in the text. [`Loader::page`] reads a page; the small declarative
//! vocabulary (`[given]` and `[assert]`) becomes the rule's [`munilint_model::Body`].

mod assert;
mod baseline;
mod config;
mod document;
mod encode;
mod example;
mod fault;
mod manifest;
mod markdown;
mod message;
mod page;
mod quoted;
mod reason;
mod schema;
mod suggestion;
mod table_schema;

pub use baseline::baseline;
pub use config::{bad_pattern, config, known_rules};
pub use example::{Example, ExampleKind, fixed_block};
pub use fault::Fault;
pub use manifest::{Manifest, codelist, manifest};
pub use page::{Codes, Loader, Page};
pub use schema::Schema;
pub use table_schema::{Resource, ResourceSchema, data_package, is_json_schema, table_schema};
