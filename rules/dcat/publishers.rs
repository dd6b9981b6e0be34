//! Who publishers are.

use crate::areas::municipalities::MUNICIPALITIES;
use crate::areas::names::numbers_of;
use munilint_model::Agent;

/// The organisation number at the end of a publisher's address.
pub(crate) fn number(agent: &Agent) -> Option<&str> {
    let number = agent.iri.as_deref()?.trim_end_matches('/').rsplit('/').next()?;
    (number.len() == 9 && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

/// True for the name of a municipality, with the word for it, of which none is left.
pub(super) fn is_dissolved(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    let is_municipality = [" kommune", " herad"].iter().any(|kind| lower.ends_with(kind));
    let lasts = |code: &&str| MUNICIPALITIES.entries(code).iter().any(|entry| entry.to.is_none());
    is_municipality && numbers_of(name).is_some_and(|numbers| !numbers.iter().any(lasts))
}
