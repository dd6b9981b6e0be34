//! A check is a fold.

use crate::{Batch, Findings, TableContext};
use serde::{Serialize, de::DeserializeOwned};
use std::any::Any;
use std::fmt;

/// The code at work for one rule over the records of a table.
///
/// `self` is compiled options and is shared by threads. The law every check keeps: however the records are cut into
/// batches and the batches shared out among states, merging the states in any order gives the same findings.
pub trait Check: Send + Sync {
    /// What is remembered between batches. Plain data: it can travel.
    type State: Send + Serialize + DeserializeOwned + 'static;

    /// An empty state.
    fn start(&self, table: &TableContext) -> Self::State;

    /// Folds a run of records into a state. One state meets runs in the order of the source, with gaps where other states
    /// take some.
    fn update(&self, state: &mut Self::State, batch: &Batch);

    /// Joins two states. Associative and commutative: order is carried by places.
    fn merge(&self, state: &mut Self::State, other: Self::State);

    /// Says what was found.
    fn finish(&self, state: Self::State, table: &TableContext, found: &mut Findings);
}

/// A state whose type is not known here.
pub type AnyState = Box<dyn Any + Send>;

/// A state could not be written or read.
#[derive(Debug)]
pub struct StateError(String);

impl StateError {
    /// Writes a part of a state.
    ///
    /// # Errors
    /// It cannot be serialised.
    pub fn writing<T: Serialize>(state: &T) -> Result<Vec<u8>, StateError> {
        serde_json::to_vec(state).map_err(|error| StateError(error.to_string()))
    }

    /// Reads a part of a state.
    ///
    /// # Errors
    /// The bytes are something else.
    pub fn reading<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, StateError> {
        serde_json::from_slice(bytes).map_err(|error| StateError(error.to_string()))
    }

    /// A part of the state is not there.
    #[must_use]
    pub fn incomplete() -> StateError {
        StateError("a part of it is missing".into())
    }
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the state of a check cannot be read: {}", self.0)
    }
}

impl std::error::Error for StateError {}

/// A [`Check`] whose state's type is hidden, so that checks of all kinds can stand in one list.
pub trait AnyCheck: Send + Sync {
    /// See [`Check::start`].
    fn start_any(&self, table: &TableContext) -> AnyState;
    /// See [`Check::update`].
    fn update_any(&self, state: &mut AnyState, batch: &Batch);
    /// See [`Check::merge`].
    fn merge_any(&self, state: &mut AnyState, other: AnyState);
    /// See [`Check::finish`].
    fn finish_any(&self, state: AnyState, table: &TableContext, found: &mut Findings);
    /// Writes a state down.
    ///
    /// # Errors
    /// The state cannot be serialised.
    fn save(&self, state: &AnyState) -> Result<Vec<u8>, StateError>;
    /// Reads a state that [`AnyCheck::save`] wrote.
    ///
    /// # Errors
    /// The bytes are no state of this check.
    fn load(&self, bytes: &[u8]) -> Result<AnyState, StateError>;
}

impl<C: Check> AnyCheck for C {
    fn start_any(&self, table: &TableContext) -> AnyState {
        Box::new(self.start(table))
    }

    fn update_any(&self, state: &mut AnyState, batch: &Batch) {
        if let Some(state) = state.downcast_mut::<C::State>() {
            self.update(state, batch);
        }
    }

    fn merge_any(&self, state: &mut AnyState, other: AnyState) {
        if let (Some(state), Ok(other)) = (state.downcast_mut::<C::State>(), other.downcast::<C::State>()) {
            self.merge(state, *other);
        }
    }

    fn finish_any(&self, state: AnyState, table: &TableContext, found: &mut Findings) {
        if let Ok(state) = state.downcast::<C::State>() {
            self.finish(*state, table, found);
        }
    }

    fn save(&self, state: &AnyState) -> Result<Vec<u8>, StateError> {
        let state = state.downcast_ref::<C::State>().ok_or_else(|| StateError("it belongs to another check".into()))?;
        StateError::writing(state)
    }

    fn load(&self, bytes: &[u8]) -> Result<AnyState, StateError> {
        Ok(Box::new(StateError::reading::<C::State>(bytes)?))
    }
}
