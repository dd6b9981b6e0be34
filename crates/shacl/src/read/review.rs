//! What shapes say of each other: those that nobody asks for, those that say nothing, those that ask for themselves.

use super::Reader;
use crate::fault::Kind;
use crate::shape::Shape;
use oxrdf::NamedOrBlankNode;
use std::collections::HashMap;

impl Reader<'_> {
    pub(super) fn review_shapes(&mut self, shapes: &mut [Shape]) {
        let places: HashMap<NamedOrBlankNode, usize> =
            shapes.iter().enumerate().map(|(at, shape)| (shape.name.clone(), at)).collect();
        let asks: Vec<Vec<usize>> = shapes
            .iter()
            .map(|shape| {
                let asked = shape.constraints.iter().flat_map(|constraint| constraint.shapes());
                asked.filter_map(|name| places.get(name).copied()).collect()
            })
            .collect();
        for (at, recursive) in around(&asks).into_iter().enumerate() {
            let shape = &mut shapes[at];
            shape.recursive = recursive;
            let silent = shape.constraints.is_empty() && shape.path.is_none() && !shape.deactivated;
            let Some(id) = self.index.id(shape.name.as_ref()) else { continue };
            let asked = self.asked.contains(&id);
            if recursive {
                self.fault(id, Kind::Recursive);
            }
            if silent && asked {
                self.fault(id, Kind::Undescribed);
            }
            if shape.targets.is_empty() && !asked && !shape.deactivated {
                self.fault(id, Kind::Unused);
            }
        }
    }
}

/// Which of the shapes stand on a way around, or between two such ways: what is left when those that ask for nobody who is left,
/// or that nobody who is left asks for, are taken away one by one.
fn around(asks: &[Vec<usize>]) -> Vec<bool> {
    let mut asked_by: Vec<Vec<usize>> = vec![Vec::new(); asks.len()];
    for (at, others) in asks.iter().enumerate() {
        others.iter().for_each(|&other| asked_by[other].push(at));
    }
    let mut left = vec![true; asks.len()];
    for (there, back) in [(asks, asked_by.as_slice()), (asked_by.as_slice(), asks)] {
        let living = |at: usize, left: &[bool]| there[at].iter().filter(|&&other| left[other]).count();
        let mut counts: Vec<usize> = (0..asks.len()).map(|at| living(at, &left)).collect();
        let mut ends: Vec<usize> = (0..asks.len()).filter(|&at| left[at] && counts[at] == 0).collect();
        while let Some(end) = ends.pop() {
            left[end] = false;
            for &other in back[end].iter().filter(|&&other| left[other]) {
                counts[other] -= 1;
                if counts[other] == 0 {
                    ends.push(other);
                }
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_around_are_found() {
        for (asks, expected) in [
            (vec![vec![1], vec![2], vec![]], vec![false, false, false]),
            (vec![vec![1], vec![2], vec![1]], vec![false, true, true]),
            (vec![vec![0, 1, 1], vec![]], vec![true, false]),
            (vec![], vec![]),
        ] {
            assert_eq!(around(&asks), expected, "{asks:?}");
        }
    }
}
