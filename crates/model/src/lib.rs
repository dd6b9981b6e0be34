//! The shared nouns of munilint and the [`Check`] trait.
//!
//! Nothing here opens a file, starts a thread or knows a format. Data flows one way through these types:
//! a reader fills [`Batch`]es and notes [`Oddities`]; checks fold batches into states; a state that is finished
//! becomes [`TableFacts`] or [`Finding`]s; findings, files and problems make a [`Report`].

mod allow;
mod baseline;
mod batch;
mod check;
mod completeness;
mod config;
mod date;
mod declared;
mod described;
mod description;
mod distribution;
mod excerpt;
mod facts;
mod finding;
mod fnv;
mod form;
mod identity_evidence;
mod language;
mod layout;
mod mend;
mod mended;
mod mention;
mod metadata_score;
mod occurrences;
mod oddity;
mod place;
mod placeholder;
mod provenance;
mod records;
mod report;
mod risk_profile;
mod role;
mod row_places;
mod rule;
mod rule_summary;
mod score;
mod scratch;
mod screening;
mod shape;
mod table;
mod tables;
mod tolerance;
mod trend;
mod unshown;
mod value;
mod variable;
mod verdict;
mod vintage;

pub use allow::{Allow, AllowFacts, Allowed, ConfigFacts};
pub use baseline::{Against, Baseline, Known, Recorded, Tolerated};
pub use batch::{Batch, PADDING};
pub use check::{AnyCheck, AnyState, Check, StateError};
pub use completeness::{Completeness, CompletenessBy, Stretch};
pub use config::{Config, FailOn, PathSettings, RuleSettings};
pub use date::{Date, NoDate, iso_day};
pub use declared::{Datatype, Declared, Disclosure, DisclosureFields, TableSchema};
pub use described::{Described, DescribedFound, Link};
pub use description::{
    Agent, Catalogue, Constraints, Contact, Description, Distribution, Fault, FaultKind, FieldDescription, LangText,
    Metadata, Period, Said, Standard, StandardKind,
};
pub use distribution::{Bin, Scale, ValueDistribution};
pub use excerpt::{Excerpt, GoesOn, Recogniser, inert, mask, mask_lines, mask_what};
pub use facts::{Distinct, FieldFacts, TableFacts, TextFacts, ValueFacts};
pub use finding::{Argument, Draft, Finding, Findings, Message, Snippet};
pub use fnv::fnv1a;
pub use form::Form;
pub use identity_evidence::IdentityEvidence;
pub use language::Language;
pub use layout::{Dialect, Encoding, Escape, Layout, LineEnding};
pub use mend::{CellMend, Change, Mend, MendOf, Mends, Rewrite};
pub use mended::{Mended, MendedCell, MendedFile, MendedRun};
pub use mention::Mention;
pub use metadata_score::{DatasetScore, MetadataScore, Metric, MqaDimension};
pub use occurrences::{KEPT, Occurrences};
pub use oddity::{Oddities, OddityKind};
pub use place::{Place, Span};
pub use placeholder::{CONFIRM, TODO, is_marked};
pub use provenance::Provenance;
pub use records::Records;
pub use report::{FileReport, Problem, Report, Summary};
pub use risk_profile::RiskProfile;
pub use role::{Role, RoleGuess, RoleOrigin};
pub use row_places::RowPlaces;
pub use rule::{
    Body, Confidence, ConfigJudge, DescribedJudge, Dimension, FactsJudge, Fix, MetadataJudge, Options, Rule, Rulebook,
    Severity, TablesJudge, Texts, selects,
};
pub use rule_summary::RuleSummary;
pub use score::Score;
pub use scratch::{OpenScratch, Scratch, ScratchFile};
pub use screening::{Detector, GaveUp, Limit, Measured, Screening, Unread, UnreadReason, Unseen};
pub use shape::{MARKERS, MarkerTally, Shape, Tally};
pub use table::{Field, TableContext, TableSource};
pub use tables::{FieldOf, Join, JoinDraft, JoinKey, Tables, TablesFound};
pub use tolerance::{NoTolerance, Tolerance};
pub use trend::{Earlier, Gone, Trend};
pub use unshown::{Surroundings, Unshown};
pub use value::{FieldSelector, ValueTest};
pub use variable::{LEAST, Variable};
pub use verdict::{Advice, Verdict};
pub use vintage::Vintage;
