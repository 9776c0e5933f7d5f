//! Names of parts: paths inside a package, which never name a file of the system.

/// The part that `target` names as seen from the part `from`; none when it leaves the package.
pub(super) fn resolve_part(from: &str, target: &str) -> Option<String> {
    // The format knows only /, and a backslash would be a path of the system to one of the programs that read the
    // result.
    if target.contains('\\') {
        return None;
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                // Above the root of the package there is nothing: ../../etc leads nowhere.
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    Some(steps.join("/"))
}

/// The part that holds the relations of `part`; those of the whole package for the empty name.
#[must_use]
pub fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_never_leaves_the_package() {
        let from = "word/document.xml";
        assert_eq!(resolve_part(from, "styles.xml").as_deref(), Some("word/styles.xml"));
        assert_eq!(resolve_part(from, "/word/styles.xml").as_deref(), Some("word/styles.xml"));
        assert_eq!(resolve_part(from, "../custom/item1.xml").as_deref(), Some("custom/item1.xml"));
        assert_eq!(resolve_part(from, "../../x"), None);
        assert_eq!(resolve_part(from, "..\\x"), None);
        assert_eq!(relations_of(from), "word/_rels/document.xml.rels");
        assert_eq!(relations_of(""), "_rels/.rels");
    }
}
