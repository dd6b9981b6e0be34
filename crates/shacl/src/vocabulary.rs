//! The terms of SHACL: which of them Core has, which it has not, and which one was meant by one that nobody has.

/// The namespace of SHACL.
pub(crate) const NAMESPACE: &str = "http://www.w3.org/ns/shacl#";

/// What a shape can demand: the parameters of the constraint components of SHACL Core.
pub(crate) const PARAMETERS: [&str; 33] = [
    "and", "class", "closed", "datatype", "disjoint", "equals", "flags", "hasValue", "ignoredProperties", "in",
    "languageIn", "lessThan", "lessThanOrEquals", "maxCount", "maxExclusive", "maxInclusive", "maxLength", "minCount",
    "minExclusive", "minInclusive", "minLength", "node", "nodeKind", "not", "or", "pattern", "property",
    "qualifiedMaxCount", "qualifiedMinCount", "qualifiedValueShape", "qualifiedValueShapesDisjoint", "uniqueLang",
    "xone",
];

/// What a shape looks at.
pub(crate) const TARGETS: [&str; 4] = ["targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf"];

/// Predicates of Core that are neither: what else a shape says, paths, and what a report says.
const OTHER_PREDICATES: [&str; 30] = [
    "alternativePath", "conforms", "deactivated", "declare", "defaultValue", "description", "detail", "focusNode",
    "group", "inversePath", "message", "name", "namespace", "oneOrMorePath", "order", "path", "prefix", "result",
    "resultMessage", "resultPath", "resultSeverity", "severity", "shapesGraph", "shapesGraphWellFormed",
    "sourceConstraintComponent", "sourceShape", "suggestedShapesGraph", "value", "zeroOrMorePath", "zeroOrOnePath",
];

/// Classes and things of Core.
const THINGS: [&str; 49] = [
    "AbstractResult", "AndConstraintComponent", "BlankNode", "BlankNodeOrIRI", "BlankNodeOrLiteral",
    "ClassConstraintComponent", "ClosedConstraintComponent", "DatatypeConstraintComponent",
    "DisjointConstraintComponent", "EqualsConstraintComponent", "HasValueConstraintComponent", "IRI", "IRIOrLiteral",
    "InConstraintComponent", "Info", "LanguageInConstraintComponent", "LessThanConstraintComponent",
    "LessThanOrEqualsConstraintComponent", "Literal", "MaxCountConstraintComponent", "MaxExclusiveConstraintComponent",
    "MaxInclusiveConstraintComponent", "MaxLengthConstraintComponent", "MinCountConstraintComponent",
    "MinExclusiveConstraintComponent", "MinInclusiveConstraintComponent", "MinLengthConstraintComponent",
    "NodeConstraintComponent", "NodeKind", "NodeKindConstraintComponent", "NodeShape", "NotConstraintComponent",
    "OrConstraintComponent", "PatternConstraintComponent", "PrefixDeclaration", "PropertyConstraintComponent",
    "PropertyGroup", "PropertyShape", "QualifiedMaxCountConstraintComponent", "QualifiedMinCountConstraintComponent",
    "ResultAnnotation", "Severity", "Shape", "UniqueLangConstraintComponent", "ValidationReport", "ValidationResult",
    "Violation", "Warning", "XoneConstraintComponent",
];

/// Terms of SHACL-SPARQL, of SHACL Advanced Features, of SHACL-JS and of the drafts of SHACL 1.2. A graph that has one of them
/// as a predicate or as a class asks for more than Core.
const BEYOND: [&str; 89] = [
    "ConstraintComponent", "ExpressionConstraintComponent", "Function", "JSConstraint", "JSConstraintComponent",
    "JSExecutable", "JSFunction", "JSLibrary", "JSRule", "JSTarget", "JSTargetType", "JSValidator", "Parameter",
    "Parameterizable", "Rule", "SPARQLAskExecutable", "SPARQLAskValidator", "SPARQLConstraint",
    "SPARQLConstraintComponent", "SPARQLConstructExecutable", "SPARQLExecutable", "SPARQLFunction", "SPARQLRule",
    "SPARQLSelectExecutable", "SPARQLSelectValidator", "SPARQLTarget", "SPARQLTargetType", "SPARQLUpdateExecutable",
    "SPARQLValuesDeriver", "Target", "TargetType", "TripleRule", "Validator", "annotationProperty", "annotationValue",
    "annotationVarName", "ask", "condition", "construct", "count", "desc", "distinct", "else", "entailment",
    "expression", "filterShape", "groupConcat", "if", "intersection", "js", "jsFunctionName", "jsLibrary",
    "jsLibraryURL", "labelTemplate", "limit", "max", "maxListLength", "memberShape", "min", "minListLength",
    "nodeValidator", "nodes", "object", "offset", "optional", "orderBy", "parameter", "predicate", "prefixes",
    "propertyValidator", "reificationRequired", "reifierShape", "returnType", "rootClass", "rule", "select",
    "singleLine", "sparql", "subject", "sum", "target", "targetWhere", "then", "this", "union", "uniqueMembers",
    "update", "validator", "values",
];

/// What stands in shapes that are in use where another term was meant that is not spelt like it.
const CONFUSED: [(&str, &str); 1] = [("shape", "node")];

/// True for a term of Core, or one that Core does not look at but knows.
pub(crate) fn is_core(name: &str) -> bool {
    predicates().chain(things()).any(|known| known == name)
}

/// True for a term of SHACL that Core has not.
pub(crate) fn is_beyond(name: &str) -> bool {
    BEYOND.contains(&name)
}

/// The term of Core that was meant by `name`, which is none.
pub(crate) fn meant(name: &str, predicate: bool) -> Option<&'static str> {
    if let Some((_, meant)) = CONFUSED.iter().find(|(written, _)| *written == name && predicate) {
        return Some(meant);
    }
    let known: Vec<&str> = if predicate { predicates().collect() } else { things().collect() };
    let written = name.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&written, &known.to_lowercase());
    // A slip in every fourth letter at most.
    let near = known.into_iter().map(|known| (distance(known), known)).min()?;
    (near.0 * 4 <= name.chars().count()).then_some(near.1)
}

fn predicates() -> impl Iterator<Item = &'static str> {
    PARAMETERS.iter().chain(&TARGETS).chain(&OTHER_PREDICATES).copied()
}

fn things() -> impl Iterator<Item = &'static str> {
    THINGS.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_found() {
        for (written, predicate, expected) in [
            ("MinCount", true, Some("minCount")),
            ("targetSubjectOf", true, Some("targetSubjectsOf")),
            ("targetSUbjectOf", true, Some("targetSubjectsOf")),
            ("shape", true, Some("node")),
            ("names", true, Some("name")),
            ("IRIOrLitteral", false, Some("IRIOrLiteral")),
            ("nodeshape", false, Some("NodeShape")),
            ("colour", true, None),
        ] {
            assert!(!is_core(written) && !is_beyond(written), "{written}");
            assert_eq!(meant(written, predicate), expected, "{written}");
        }
    }
}
