//! One pass over a table: the profile and every check fold the same runs while they are in cache.

use crate::completeness::{MissingCounter, MissingState};
use crate::distribution::{Spread, SpreadCounter};
use crate::plan::Plan;
use crate::records::SmallTable;
use munilint_model::{
    AnyCheck, AnyState, Batch, Body, Completeness, Draft, FieldFacts, Findings, Limit, StateError, TableContext,
    TableFacts, TableSource, ValueDistribution,
};
use munilint_profile::{Profile, ProfileState, ValueTests, assign_roles};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

/// The folds that a plan asks for, over one table.
pub struct Scan<'a> {
    plan: &'a Plan,
    table: TableContext,
    profile: Profile,
    /// Which rule's test stands where: rule, field, index of the test in that field.
    bound: Vec<(usize, usize, usize)>,
    /// Checks with the rule they belong to.
    checks: Vec<(usize, CheckBody)>,
    /// True when rules over several tables will judge this one.
    is_beside: bool,
    /// Counts where values are missing, when the report is to show it.
    missing: Option<MissingCounter>,
    /// Counts how figures and days are spread, when the report is to show it.
    spread: Option<SpreadCounter>,
}

enum CheckBody {
    Own(Box<dyn AnyCheck>),
    Shared(Arc<dyn AnyCheck>),
}

impl CheckBody {
    fn check(&self) -> &dyn AnyCheck {
        match self {
            CheckBody::Own(check) => check.as_ref(),
            CheckBody::Shared(check) => check.as_ref(),
        }
    }
}

/// What a scan remembers between runs.
pub struct ScanState {
    profile: ProfileState,
    checks: Vec<AnyState>,
    records: SmallTable,
    missing: Option<MissingState>,
    spread: Option<Vec<Spread>>,
}

/// What a scan gives.
pub struct Scanned {
    /// What was measured.
    pub facts: TableFacts,
    /// What checks and value tests found, by index of the rule in the plan.
    pub drafts: Vec<(usize, Draft)>,
    /// Limits at which checks gave up, by index of the rule in the plan.
    pub limits: Vec<(usize, Limit)>,
    /// Where values are missing, when that was asked for.
    pub completeness: Option<Completeness>,
    /// How each field is spread, when that was asked for.
    pub distributions: Vec<Option<ValueDistribution>>,
}

impl<'a> Scan<'a> {
    /// Looks at the head of the table for the roles of its fields, and sets up the folds.
    ///
    /// # Errors
    /// The source cannot be read.
    pub fn new(plan: &'a Plan, source: &dyn TableSource) -> io::Result<Self> {
        let mut table = source.context().clone();
        for field in &mut table.fields {
            plan.declare(field);
        }
        table.disclosure = plan.disclosure.of(&table.fields, plan.is_own_disclosure);
        let head = head_facts(&table, source)?;
        for (field, facts) in table.fields.iter_mut().zip(&head) {
            field.role = facts.role;
        }
        let mut tests: ValueTests = vec![Vec::new(); table.fields.len()];
        let (mut bound, mut checks) = (Vec::new(), Vec::new());
        for (rule, planned) in plan.rules.iter().enumerate() {
            match &planned.rule.body {
                Body::Values { given, test } => {
                    for (field, _) in head.iter().enumerate().filter(|(_, facts)| given.selects(facts)) {
                        bound.push((rule, field, tests[field].len()));
                        tests[field].push(Arc::clone(test));
                    }
                }
                Body::Table(make) => checks.push((rule, CheckBody::Own(make(&planned.options)))),
                Body::Spilling(make) => checks.push((rule, CheckBody::Own(make(&planned.options, plan.scratch)))),
                Body::Declared(check) => checks.push((rule, CheckBody::Shared(Arc::clone(check)))),
                Body::Facts(_) | Body::Tables(_) | Body::Config(_) | Body::Metadata(_) | Body::Described(_) => {}
            }
        }
        let profile = Profile::new(&table, tests);
        let is_beside = plan.rules.iter().any(|planned| matches!(planned.rule.body, Body::Tables(_)));
        Ok(Scan { plan, table, profile, bound, checks, is_beside, missing: None, spread: None })
    }

    /// Counts where values are missing and how they are spread, too.
    #[must_use]
    pub fn describing(mut self) -> Self {
        self.missing = Some(MissingCounter::of(&self.table));
        self.spread = Some(SpreadCounter::of(&self.table));
        self
    }

    /// The table with the roles that its head suggests.
    #[must_use]
    pub fn table(&self) -> &TableContext {
        &self.table
    }

    /// An empty state.
    #[must_use]
    pub fn start(&self) -> ScanState {
        let checks = self.checks.iter().map(|(_, body)| body.check().start_any(&self.table)).collect();
        let records = if self.is_beside { SmallTable::of(&self.table) } else { SmallTable::default() };
        let missing = self.missing.as_ref().map(MissingCounter::start);
        let spread = self.spread.as_ref().map(SpreadCounter::start);
        ScanState { profile: self.profile.start(), checks, records, missing, spread }
    }

    /// Folds a run of records into a state.
    pub fn update(&self, state: &mut ScanState, batch: &Batch) {
        self.profile.update(&mut state.profile, batch);
        for ((_, body), state) in self.checks.iter().zip(&mut state.checks) {
            body.check().update_any(state, batch);
        }
        state.records.update(batch);
        if let (Some(counter), Some(state)) = (&self.missing, &mut state.missing) {
            counter.update(state, batch, &self.profile);
        }
        if let (Some(counter), Some(state)) = (&self.spread, &mut state.spread) {
            counter.update(state, batch, &self.profile);
        }
    }

    /// Joins two states; associative and commutative.
    pub fn merge(&self, state: &mut ScanState, other: ScanState) {
        self.profile.merge(&mut state.profile, other.profile);
        for (((_, body), mine), theirs) in self.checks.iter().zip(&mut state.checks).zip(other.checks) {
            body.check().merge_any(mine, theirs);
        }
        state.records.merge(other.records);
        if let (Some(counter), Some(mine), Some(theirs)) = (&self.missing, &mut state.missing, other.missing) {
            counter.merge(mine, theirs);
        }
        if let (Some(counter), Some(mine), Some(theirs)) = (&self.spread, &mut state.spread, other.spread) {
            counter.merge(mine, theirs);
        }
    }

    /// Facts, and what the checks found.
    #[must_use]
    pub fn finish(&self, state: ScanState, source: &dyn TableSource) -> Scanned {
        let mut facts = self.profile.facts(state.profile, &self.table, &source.oddities());
        assign_roles(&mut facts.fields);
        facts.records = state.records.0;
        let (mut drafts, mut limits) = (Vec::new(), Vec::new());
        for &(rule, field, test) in &self.bound {
            let failures = &facts.fields[field].failures[test];
            if !failures.is_empty() {
                let mut found = Findings::default();
                found.add(Some(facts.fields[field].column), failures.clone());
                drafts.extend(found.drafts.into_iter().map(|draft| (rule, draft)));
            }
        }
        for ((rule, body), state) in self.checks.iter().zip(state.checks) {
            let mut found = Findings::default();
            body.check().finish_any(state, &self.table, &mut found);
            drafts.extend(found.drafts.into_iter().map(|draft| (*rule, draft)));
            limits.extend(found.limits.into_iter().map(|limit| (*rule, limit)));
        }
        let missing = self.missing.as_ref().zip(state.missing);
        let completeness = missing.and_then(|(counter, state)| counter.finish(state, &self.table));
        let spread = self.spread.as_ref().zip(state.spread);
        let distributions = spread.map(|(counter, state)| counter.finish(&state, &facts.fields)).unwrap_or_default();
        Scanned { facts, drafts, limits, completeness, distributions }
    }

    /// Writes a state down. A state holds values of the data: keep it where the data may be kept.
    ///
    /// # Errors
    /// A part of it cannot be serialised.
    pub fn save(&self, state: &ScanState) -> Result<Vec<Vec<u8>>, StateError> {
        let mut parts = vec![StateError::writing(&state.profile)?];
        for ((_, body), state) in self.checks.iter().zip(&state.checks) {
            parts.push(body.check().save(state)?);
        }
        parts.push(StateError::writing(&state.records.0)?);
        parts.push(StateError::writing(&state.missing)?);
        parts.push(StateError::writing(&state.spread)?);
        Ok(parts)
    }

    /// Reads a state that [`Scan::save`] wrote under the same plan.
    ///
    /// # Errors
    /// The bytes are no such state.
    pub fn load(&self, parts: &[Vec<u8>]) -> Result<ScanState, StateError> {
        let (first, rest) = parts.split_first().ok_or_else(StateError::incomplete)?;
        let (spread, rest) = rest.split_last().ok_or_else(StateError::incomplete)?;
        let (missing, rest) = rest.split_last().ok_or_else(StateError::incomplete)?;
        let (records, rest) = rest.split_last().ok_or_else(StateError::incomplete)?;
        if rest.len() != self.checks.len() {
            return Err(StateError::incomplete());
        }
        let profile: ProfileState = StateError::reading(first)?;
        let checks = self.checks.iter().zip(rest).map(|((_, body), bytes)| body.check().load(bytes));
        let checks = checks.collect::<Result<_, _>>()?;
        let records = SmallTable(StateError::reading(records)?);
        let (missing, spread) = (StateError::reading(missing)?, StateError::reading(spread)?);
        Ok(ScanState { profile, checks, records, missing, spread })
    }

    /// Folds the whole table on the threads of the current pool.
    ///
    /// # Errors
    /// The source cannot be read to its end.
    pub fn run(&self, source: &dyn TableSource, threads: usize) -> io::Result<ScanState> {
        if threads <= 1 {
            return self.work(source);
        }
        let states = Mutex::new(Vec::new());
        let work = || {
            let done = self.work(source);
            states.lock().unwrap_or_else(PoisonError::into_inner).push(done);
        };
        rayon::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(|_| work());
            }
            work();
        });
        let mut joined: Option<ScanState> = None;
        for state in states.into_inner().unwrap_or_else(PoisonError::into_inner) {
            let state = state?;
            match &mut joined {
                Some(joined) => self.merge(joined, state),
                None => joined = Some(state),
            }
        }
        Ok(joined.unwrap_or_else(|| self.start()))
    }

    /// Takes runs from the source until there are no more.
    fn work(&self, source: &dyn TableSource) -> io::Result<ScanState> {
        let mut state = self.start();
        let mut batch = Batch::default();
        while source.fill(&mut batch)? {
            self.update(&mut state, &batch);
        }
        Ok(state)
    }

    /// The plan this scan follows.
    #[must_use]
    pub fn plan(&self) -> &'a Plan {
        self.plan
    }
}

/// What the first records say of each field.
fn head_facts(table: &TableContext, source: &dyn TableSource) -> io::Result<Vec<FieldFacts>> {
    let mut batch = Batch::default();
    source.head(&mut batch)?;
    let profile = Profile::new(table, Vec::new());
    let mut state = profile.start();
    profile.update(&mut state, &batch);
    let mut facts = profile.facts(state, table, &source.oddities());
    assign_roles(&mut facts.fields);
    Ok(facts.fields)
}
