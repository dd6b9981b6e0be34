use super::file_name::file_name;
use super::series::{Relatives, relatives};
use munilint_model::{Body, Occurrences, Options, Place, Tables, TablesFound};

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &Tables<'_>, options: &Options, found: &mut TablesFound) {
    let (share, least) = (options.number("share"), options.number("least") as u64);
    for &Relatives { later, earlier, are_series, .. } in relatives(tables).iter() {
        let (rows, before) = (tables[later].rows, tables[earlier].rows);
        let lost = before.saturating_sub(rows);
        if are_series && before >= least && lost as f64 > share * before as f64 {
            found.in_table(later, |found| {
                let draft = found.add(None, Occurrences::at(Place::File));
                draft.count("rows", rows).count("before", before).share("share", lost, before);
                draft.with("other", file_name(tables[earlier], tables[later]));
            });
        }
    }
}
