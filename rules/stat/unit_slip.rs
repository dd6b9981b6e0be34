use super::dimensions::{Dimensions, is_time};
use super::figures::{figure, may_be_added, shown};
use super::row_key::{hashes, mix};
use crate::areas::existence::is_area;
use crate::row_hash::ByHash;
use munilint_detect::header::fold;
use munilint_model::{AnyCheck, Batch, Body, Check, Field, Findings, Occurrences, Options, Place, TableContext};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Table(compile);

/// Figures that are kept, at most; a longer table is not judged.
const MOST_FIGURES: usize = 200_000;

/// What lies between two units that are mistaken for each other: kroner and 1000 kroner, kilos and tonnes.
const FACTOR: f64 = 1000.0;

/// How far outside the other figures a figure may lie in the right unit.
const MARGIN: f64 = 1.5;

/// Of so many figures one may be in another unit.
const ONE_OF: usize = 5;

/// True for a field that tells whether a figure is final: the last year of a series is preliminary.
fn is_status(field: &Field) -> bool {
    fold(&field.name) == "status"
}

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(UnitSlip { figures: options.number("figures") as usize, spread: options.number("spread") })
}

struct UnitSlip {
    /// Shorter series are not judged.
    figures: usize,
    /// How many times as large as the smallest the largest of the other figures may be.
    spread: f64,
}

/// The figures of a table by what they are of.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Series {
    /// Positions of the fields that tell series apart.
    dimensions: Vec<usize>,
    /// Which of those, by position among them, tell the area.
    areas: Vec<usize>,
    measures: Vec<usize>,
    kept: usize,
    /// By the hash of the dimensions. `None` when there are too many.
    known: Option<ByHash<Member>>,
}

/// The figures of one series.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Member {
    /// The hash of the dimensions without those of areas: the same figure of other areas has it, too.
    kind: u64,
    /// For each measure.
    figures: Vec<Figures>,
}

/// Figures with their places.
type Figures = Vec<(f64, Place)>;

/// A figure that is about a thousand times as large or small as the others of its series.
#[derive(Clone, Copy)]
struct Slip {
    place: Place,
    /// The smallest and the largest of the others.
    others: (f64, f64),
}

impl Check for UnitSlip {
    type State = Series;

    fn start(&self, table: &TableContext) -> Series {
        let is_time = |field: &Field| is_time(field.role.role);
        let fields = Dimensions::of(table, may_be_added).filter(|_| table.fields.iter().any(is_time));
        let known = fields.is_some().then(ByHash::default);
        let (mut dimensions, measures) = fields.map(|fields| (fields.dimensions, fields.measures)).unwrap_or_default();
        dimensions.retain(|&at| !is_time(&table.fields[at]) && !is_status(&table.fields[at]));
        let of_area = |at: &usize| is_area(table.fields[dimensions[*at]].role.role);
        let areas = (0..dimensions.len()).filter(of_area).collect();
        Series { dimensions, areas, measures, kept: 0, known }
    }

    fn update(&self, series: &mut Series, batch: &Batch) {
        for row in 0..batch.rows() {
            let Some(known) = &mut series.known else { return };
            let Some(mut hashes) = hashes(batch, row, &series.dimensions) else { continue };
            let hash = mix(&hashes[..series.dimensions.len()]);
            series.areas.iter().for_each(|&at| hashes[at] = 0);
            let kind = mix(&hashes[..series.dimensions.len()]);
            let empty = || Member { kind, figures: vec![Vec::new(); series.measures.len()] };
            let member = known.entry(hash).or_insert_with(empty);
            for (figures, &field) in member.figures.iter_mut().zip(&series.measures) {
                let Some((value, _)) = batch.cell(row, field).and_then(figure) else { continue };
                figures.push((value, batch.cell_place(row, field)));
                series.kept += 1;
            }
            if series.kept > MOST_FIGURES {
                series.known = None;
            }
        }
    }

    fn merge(&self, series: &mut Series, other: Series) {
        series.kept += other.kept;
        let (Some(known), Some(theirs)) = (&mut series.known, other.known) else {
            series.known = None;
            return;
        };
        let mut theirs: Vec<_> = theirs.into_iter().collect();
        theirs.sort_unstable_by_key(|(hash, _)| *hash);
        for (hash, theirs) in theirs {
            match known.get_mut(&hash) {
                Some(mine) => {
                    mine.figures.iter_mut().zip(theirs.figures).for_each(|(mine, theirs)| mine.extend(theirs));
                }
                None => {
                    known.insert(hash, theirs);
                }
            }
        }
        if series.kept > MOST_FIGURES {
            series.known = None;
        }
    }

    fn finish(&self, series: Series, table: &TableContext, found: &mut Findings) {
        let mut known: Vec<_> = series.known.unwrap_or_default().into_iter().collect();
        known.sort_unstable_by_key(|(hash, _)| *hash);
        for (measure, &field) in series.measures.iter().enumerate() {
            let column = table.fields[field].column;
            let mut slips = Vec::new();
            let mut short: BTreeMap<u64, Vec<Figures>> = BTreeMap::new();
            for (_, member) in &mut known {
                let figures = std::mem::take(&mut member.figures[measure]);
                if figures.len() >= self.figures {
                    slips.extend(self.slips(figures));
                } else if !series.areas.is_empty() {
                    short.entry(member.kind).or_default().push(figures);
                }
            }
            tell(column, slips, "", found);
            tell(column, short.values().flat_map(|members| self.slips_among(members)).collect(), "areas", found);
        }
    }
}

fn tell(column: u32, mut slips: Vec<Slip>, variant: &'static str, found: &mut Findings) {
    slips.sort_unstable_by_key(|slip| slip.place);
    let Some(first) = slips.first() else { return };
    let mut seen = Occurrences::default();
    slips.iter().for_each(|slip| seen.add(|| slip.place));
    let draft = found.add(Some(column), seen).variant(variant);
    draft.count("row", first.place.row().unwrap_or_default());
    draft.excerpt("least", &shown(first.others.0)).excerpt("most", &shown(first.others.1));
}

impl UnitSlip {
    /// The figures of a series that fit the others when they are multiplied or divided by [`FACTOR`].
    fn slips(&self, mut figures: Figures) -> Vec<Slip> {
        figures.retain(|(value, _)| *value != 0.0);
        let is_one_sided = figures.iter().all(|(value, _)| *value > 0.0);
        if figures.len() < self.figures || !is_one_sided {
            return Vec::new();
        }
        figures.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let gap = |at: &usize| figures[*at].0 / figures[*at - 1].0;
        let widest = (1..figures.len()).max_by(|a, b| gap(a).total_cmp(&gap(b)));
        let (below, above) = figures.split_at(widest.unwrap_or(0));
        let (few, others, scale) =
            if below.len() < above.len() { (below, above, FACTOR) } else { (above, below, 1.0 / FACTOR) };
        let (Some(least), Some(most)) = (others.first(), others.last()) else { return Vec::new() };
        let others = (least.0, most.0);
        let fits = |value: f64| value * scale >= others.0 / MARGIN && value * scale <= others.1 * MARGIN;
        let is_slip = few.len() * ONE_OF <= figures.len()
            && others.1 <= others.0 * self.spread
            && few.iter().all(|(value, _)| fits(*value));
        let few = if is_slip { few } else { &[] };
        few.iter().map(|&(_, place)| Slip { place, others }).collect()
    }

    /// The same for series too short to be judged alone, by the same figure of other areas. The area's own other figures have to
    /// be like those of the others: areas may differ a thousandfold.
    fn slips_among(&self, members: &[Figures]) -> Vec<Slip> {
        let all: Figures = members.iter().flatten().copied().collect();
        if all.len() < self.figures * 2 {
            return Vec::new();
        }
        let slips = self.slips(all);
        let is_slip = |place: &Place| slips.iter().any(|slip| slip.place == *place);
        let series_of =
            |slip: &Slip| members.iter().find(|figures| figures.iter().any(|(_, place)| *place == slip.place));
        let has_others =
            |slip: &&Slip| series_of(slip).is_some_and(|figures| figures.iter().any(|(_, place)| !is_slip(place)));
        slips.iter().filter(has_others).copied().collect()
    }
}
