//! What the command line says of a document whose own words do not say it.

use clap::Args;

use crate::{document::About, engine::Files};

use super::Failure;

/// Options that are said of one document.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Said {
    #[arg(
        long,
        value_name = "地区|REGION",
        help = "文档所属地区，标题和正文没有写明或写得不对时用|the region of a document, where its own words do not say it"
    )]
    region: Option<String>,
    #[arg(
        long,
        value_name = "规划期|PERIOD",
        help = "文档的规划期，例如 2021—2025|the period of a document, such as 2021-2025"
    )]
    period: Option<String>,
    #[arg(
        long,
        value_name = "主题|TOPIC",
        help = "文档的主题，例如 新型城镇化|the topic of a document"
    )]
    topic: Option<String>,
    #[arg(
        long,
        help = "按拒绝全部修订读取 Word 文档（默认按接受读取）|read Word documents as if all tracked changes were rejected (by default: accepted)"
    )]
    reject_changes: bool,
}

impl Said {
    /// Tells the documents of a run: revisions concern all of them, the rest the one that is reported on.
    pub(super) fn tell(&self, files: &mut Files) -> Result<(), Failure> {
        files.values_mut().for_each(|file| file.about.reject_changes = self.reject_changes);
        let about = About {
            region: self.region.clone(),
            period: self.period.clone(),
            topic: self.topic.clone(),
            reject_changes: self.reject_changes,
        };
        let Some((option, value)) = self.first() else { return Ok(()) };
        let own = files
            .iter_mut()
            .filter(|(shown, file)| !file.reference_only && file.is_document(shown));
        let mut documents: Vec<_> = own.map(|(_, file)| file).collect();
        match documents.as_mut_slice() {
            [one] => one.about = about,
            _ => return Err(Failure::Value(option, value.to_owned(), ONE)),
        }
        Ok(())
    }

    /// The first option that speaks of one document.
    fn first(&self) -> Option<(&'static str, &str)> {
        let said =
            [("--region", &self.region), ("--period", &self.period), ("--topic", &self.topic)];
        said.into_iter().find_map(|(option, value)| Some((option, value.as_deref()?)))
    }
}

const ONE: [&str; 2] = [
    "一份文档的情况：请只写一份文档，其余放在 --against 后面",
    "said of one document: name one document, and the others behind --against",
];
