//! `csv-parse FILE DELIMITER`: reads every record into one `ByteRecord` and counts.

use std::{env, error::Error};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let (Some(file), Some(delimiter)) = (arguments.next(), arguments.next()) else {
        return Err("usage: csv-parse FILE DELIMITER".into());
    };
    let delimiter = *delimiter.as_encoded_bytes().first().ok_or("the delimiter is empty")?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 20)
        .from_path(file)?;
    let mut record = csv::ByteRecord::new();
    let (mut records, mut cells, mut bytes) = (0u64, 0u64, 0u64);
    while reader.read_byte_record(&mut record)? {
        records += 1;
        for cell in &record {
            cells += 1;
            bytes += cell.len() as u64;
        }
    }
    println!("csv: {records} records, {cells} cells, {bytes} bytes");
    Ok(())
}
