//! Tables held against each other.

use crate::check::Checked;
use crate::plan::PlannedRule;
use crate::screening::gave_up;
use crate::settle::settle;
use crate::words::fill;
use munilint_model::{
    Body, Excerpt, FieldOf, Finding, GaveUp, Join, JoinDraft, JoinKey, Language, TableFacts, Tables, TablesFound,
    TablesJudge,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What rules over several tables say.
#[derive(Default)]
pub(crate) struct Beside {
    pub(crate) findings: Vec<Finding>,
    pub(crate) joins: Vec<Join>,
    pub(crate) gave_up: Vec<GaveUp>,
}

/// Lets every rule over several tables judge the tables whose plans have it, with the options of the first of them. `checked`
/// is sorted by source and table.
pub(crate) fn beside(checked: &[Checked], language: Language) -> Beside {
    let mut rules: BTreeMap<Arc<str>, Vec<(&PlannedRule, &Checked)>> = BTreeMap::new();
    for one in checked {
        for planned in &one.beside {
            rules.entry(Arc::clone(&planned.rule.id)).or_default().push((planned, one));
        }
    }
    let mut said = Beside::default();
    // Mostly all rules judge the same tables, and share what they work out of them.
    let mut tables = Tables::default();
    for judged in rules.into_values().filter(|judged| judged.len() > 1) {
        let is_same =
            |(at, (_, one)): (usize, &(_, &Checked))| tables.get(at).is_some_and(|own| std::ptr::eq(*own, &one.facts));
        if tables.len() != judged.len() || !judged.iter().enumerate().all(is_same) {
            tables = Tables::new(judged.iter().map(|(_, one)| &one.facts).collect());
        }
        if let Body::Tables(judge) = judged[0].0.rule.body {
            said.judge(judge, &tables, &judged, language);
        }
    }
    said
}

impl Beside {
    fn judge(
        &mut self,
        judge: TablesJudge,
        tables: &Tables<'_>,
        judged: &[(&PlannedRule, &Checked)],
        language: Language,
    ) {
        let mut found = TablesFound::default();
        judge(tables, &judged[0].0.options, &mut found);
        let settled = |(table, draft): (usize, _)| {
            let (planned, one) = judged[table];
            settle(draft, planned, tables[table], &one.called, None, language)
        };
        let limits = found.limits.iter();
        self.gave_up.extend(limits.filter_map(|&(table, limit)| gave_up(judged[table].0, tables[table], limit)));
        self.findings.extend(found.drafts.into_iter().map(settled));
        self.joins.extend(found.joins.into_iter().map(|join| in_words(join, judged[0].0, tables, language)));
    }
}

fn in_words(join: JoinDraft, planned: &PlannedRule, facts: &[&TableFacts], language: Language) -> Join {
    let key = |at: FieldOf| {
        let (table, field) = (&facts[at.table].table, &facts[at.table].fields[at.field]);
        JoinKey {
            source: Arc::clone(&table.source),
            table: table.table.clone(),
            field: Excerpt::whole(&field.name),
            column: field.column,
        }
    };
    let text = |message: &munilint_model::Message| {
        fill(planned.rule.message.get(message.variant, language), &message.arguments, language)
    };
    Join {
        left: key(join.left),
        right: key(join.right),
        rows: join.rows,
        today: join.today,
        after: join.after,
        reasons: join.reasons.iter().map(text).collect(),
    }
}
