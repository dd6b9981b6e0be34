use munilint_model::{
    Body, CellMend, Change, FieldFacts, Findings, MarkerTally, MendOf, Mends, Occurrences, Options, Shape, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// Signs that Statistics Norway gives a meaning each: used together they are one way of writing.
const STATISTICAL_SIGNS: [&str; 6] = [".", "..", "...", ":", "-", "*"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| !has_one_sign(field)) {
        let empty = empty(field);
        let ways = ways(field, &empty);
        // The earliest of the most common is the usual one, so that the order of the markers does not matter.
        let Some(usual) = ways.iter().max_by(|a, b| a.count.cmp(&b.count).then_with(|| b.first.cmp(&a.first))) else {
            continue;
        };
        let mut others = Occurrences::default();
        ways.iter().filter(|way| *way != usual).for_each(|way| others.merge(way));
        if others.is_empty() {
            continue;
        }
        let beside_empty = !empty.is_empty();
        let markers = unexplained(field).map(|tally| tally.marker.as_str());
        let draft = found.add(Some(field.column), others);
        if beside_empty {
            draft.variant("beside-empty");
        }
        draft.excerpts("markers", markers);
    }
}

/// True when a statistical sign is the only marker: then an empty cell beside it means something else, on purpose.
fn has_one_sign(field: &FieldFacts) -> bool {
    matches!(field.markers.as_slice(), [tally] if STATISTICAL_SIGNS.contains(&tally.marker.as_str()))
}

/// Markers whose meaning is not documented: different meanings have different markers.
fn unexplained(field: &FieldFacts) -> impl Iterator<Item = &MarkerTally> {
    field.markers.iter().filter(|tally| !field.documents(&tally.marker))
}

/// The different ways in which the field writes that a value is missing.
fn ways(field: &FieldFacts, empty: &Occurrences) -> Vec<Occurrences> {
    let mut signs = Occurrences::default();
    let mut ways = Vec::new();
    for tally in unexplained(field) {
        if STATISTICAL_SIGNS.contains(&tally.marker.as_str()) {
            signs.merge(&tally.seen);
        } else {
            ways.push(tally.seen.clone());
        }
    }
    ways.push(signs);
    ways.push(empty.clone());
    ways.retain(|way| !way.is_empty());
    ways
}

fn empty(field: &FieldFacts) -> Occurrences {
    let mut empty = field.shape(Shape::Empty).clone();
    empty.merge(field.shape(Shape::Blank));
    empty
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| !has_one_sign(field)) {
        // A statistical sign says why a value is missing: it stays.
        let is_word = |marker: &&str| !STATISTICAL_SIGNS.contains(marker);
        let words = unexplained(field).map(|tally| tally.marker.as_str()).filter(is_word);
        let words: Vec<String> = words.map(str::to_owned).collect();
        if words.is_empty() {
            continue;
        }
        let is_word = move |value: &str| words.iter().any(|word| word == value.trim());
        let mend = CellMend::new(move |value| is_word(value).then(String::new));
        mends.suggest(Change::Cells { column: field.column, mend });
    }
}
