//! What is said of a document from outside, on the command line.

/// What is said of documents whose own words do not say it, or say it wrongly; each as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// 地区, by name or path; one that nobody knows is made under those that the path names.
    pub region: Option<String>,
    /// A region that is there, by path, whether or not the document is of it; made like the other.
    pub exists: Option<String>,
    /// 层级 of a region that is made.
    pub tier: Option<String>,
    /// 规划期, `2021—2025`.
    pub period: Option<String>,
    /// 主题.
    pub topic: Option<String>,
    /// Whether tracked changes are read as rejected; else as accepted.
    pub reject_changes: bool,
}
