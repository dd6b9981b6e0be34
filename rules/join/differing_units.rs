use super::file_name::file_name;
use super::series::{Relatives, namesakes, relatives};
use munilint_model::{Body, Occurrences, Options, Place, Tables, TablesFound};

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    for &Relatives { later, earlier, .. } in relatives(tables).iter().filter(|pair| pair.are_one) {
        for (field, other) in namesakes(tables[later], tables[earlier]) {
            let (Some(unit), Some(others)) = (&field.unit, &other.unit) else { continue };
            if unit == others {
                continue;
            }
            found.in_table(later, |found| {
                let seen = Occurrences::at(Place::Field { column: field.column });
                let draft = found.add(Some(field.column), seen);
                draft
                    .word("unit", unit)
                    .word("other_unit", others)
                    .with("other", file_name(tables[earlier], tables[later]));
            });
        }
    }
}
