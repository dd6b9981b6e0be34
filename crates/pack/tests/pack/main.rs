//! What a user writes is read, and what is wrong with it is marked to the byte.

mod assertions;
mod config;
mod page;
mod reading;
mod records;
mod schemas;
mod table_schema;
