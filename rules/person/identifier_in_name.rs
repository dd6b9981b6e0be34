use super::mentioned::{KINDS, bit, mentioned};
use munilint_detect::mention::Mention;
use munilint_model::{Body, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let around = &facts.table.around;
    let in_path = mentioned_in_path(around.path.as_judged());
    let in_table = mentioned(facts.table.table.as_deref().unwrap_or_default());
    let titles: Vec<(Place, u32)> =
        around.titles.iter().map(|(place, title)| (*place, mentioned(title.as_judged()))).collect();
    let headers: Vec<u32> = facts.fields.iter().map(|field| mentioned(&field.name)).collect();
    for kind in &KINDS {
        let bit = bit(kind.mention);
        let mut tell = |column: Option<u32>, seen: Occurrences, variant: &'static str| {
            let draft = found.add(column, seen).variant(variant).phrase("what", kind.phrase);
            draft.severity(kind.severity).confidence(kind.confidence).kind = kind.name;
        };
        if (in_path | in_table) & bit != 0 {
            tell(None, Occurrences::at(Place::File), "");
        }
        let mut lines = Occurrences::default();
        titles.iter().filter(|(_, held)| held & bit != 0).for_each(|(place, _)| lines.add(|| *place));
        if !lines.is_empty() {
            tell(None, lines, "title");
        }
        for (field, _) in facts.fields.iter().zip(&headers).filter(|(_, held)| *held & bit != 0) {
            tell(Some(field.column), Occurrences::at(Place::Field { column: field.column }), "header");
        }
    }
}

/// What a path mentions. Names of persons count in the file's own name only: the folders may be those of whoever runs this.
fn mentioned_in_path(path: &str) -> u32 {
    let mut parts = path.rsplit(['/', '\\']);
    let own = parts.next().unwrap_or_default();
    let folders = parts.map(|part| mentioned(&spaced(part)) & !bit(Mention::PersonName));
    folders.fold(mentioned(&spaced(own)) | mentioned(own), |held, more| held | more)
}

/// In names of files a line stands for a blank, and the ending is none of it.
fn spaced(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('_', " ")
}
