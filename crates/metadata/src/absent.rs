//! Files that metadata names by their paths, and that are not there.

use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Metadata, Said, Severity, StandardKind};

/// Standards in which the address of a form without a scheme is a path from the metadata's folder on. CSVW tells it itself.
const WITH_PATHS: [StandardKind; 3] = [StandardKind::DataPackage, StandardKind::Odcs, StandardKind::Croissant];

/// Where forms name files that are not there. `is_there` looks for a path from the metadata's folder on.
pub(crate) fn absent(metadata: &Metadata, is_there: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    if !WITH_PATHS.contains(&metadata.standard.kind) {
        return Vec::new();
    }
    let forms = metadata.datasets.iter().flat_map(|dataset| &dataset.distributions);
    let paths = forms.flat_map(|form| &form.download_urls).filter(|said| is_path(&said.what));
    paths.filter(|said| !is_there(&said.what)).map(fault).collect()
}

/// True for a path of one file, below the metadata's folder.
fn is_path(address: &str) -> bool {
    let is_pattern = address.contains(['*', '{', '?']);
    let is_address = address.contains(':') || address.starts_with(['/', '\\']);
    !is_pattern && !is_address && address.split('/').all(|part| part != "..") && !address.trim().is_empty()
}

fn fault(said: &Said<String>) -> Fault {
    let arguments = vec![("value", Argument::Excerpt(Excerpt::of(&said.what)))];
    let message = Message { variant: "", arguments };
    Fault { kind: FaultKind::File, severity: Severity::Warning, message, at: said.at }
}
