//! What the command line says of a document whose own words do not say it.

use std::path::PathBuf;

use clap::Args;

use crate::{
    config::Settings,
    document::About,
    engine::{File, Files, tiers_of_settings},
};

use super::CommandFailure;

/// Options that are said of one document.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct DocumentOptions {
    #[arg(
        long,
        value_name = "地区|REGION",
        help = "文档所属地区，标题和正文没有写明或写得不对时用；名录里没有的连同上级写，如 省/市/县|the region of a document, where its own words do not say it; one that is in no register with those above it, as in PROVINCE/CITY/COUNTY"
    )]
    region: Option<String>,
    #[arg(
        long,
        value_name = "层级|TIER",
        requires = "region",
        help = "名录里没有的地区属于哪一级，例如 县；不写则按名称和上级推定|the tier of a region that is in no register, such as county; by default what its name and those above it say"
    )]
    tier: Option<String>,
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

impl DocumentOptions {
    /// Tells the documents of a run: revisions concern all of them, the rest the one that is reported on; of several the one
    /// that is named first in `paths`. A region that is said beside plan files only is one that there is.
    pub(super) fn tell(
        &self,
        files: &mut Files,
        paths: &[PathBuf],
        settings: &Settings,
    ) -> Result<(), CommandFailure> {
        if let Some(tier) = &self.tier {
            check_tier(tier, settings)?;
        }
        files.values_mut().for_each(|file| file.about.reject_changes = self.reject_changes);
        let Some((option, value)) = self.first() else { return Ok(()) };
        let own = |(shown, file): (&String, &File)| {
            (!file.reference_only && file.is_document(shown)).then(|| shown.clone())
        };
        let documents: Vec<String> = files.iter().filter_map(own).collect();
        let first = paths.first().and_then(|first| {
            documents.iter().find(|shown| files.get(*shown).is_some_and(|one| one.path == *first))
        });
        let plain = self.period.is_none() && self.topic.is_none();
        match (documents.as_slice(), first) {
            ([shown], _) | (_, Some(shown)) => {
                if let Some(file) = files.get_mut(shown) {
                    file.about = self.about();
                }
            }
            ([], None) if plain => exists(files, value, self.tier.as_ref()),
            _ => return Err(CommandFailure::Value(option, value.to_owned(), ONE)),
        }
        Ok(())
    }

    fn about(&self) -> About {
        About {
            region: self.region.clone(),
            exists: None,
            tier: self.tier.clone(),
            period: self.period.clone(),
            topic: self.topic.clone(),
            reject_changes: self.reject_changes,
        }
    }

    /// The first option that speaks of one document.
    pub(super) fn first(&self) -> Option<(&'static str, &str)> {
        let said =
            [("--region", &self.region), ("--period", &self.period), ("--topic", &self.topic)];
        said.into_iter().find_map(|(option, value)| Some((option, value.as_deref()?)))
    }
}

/// Says that there is a region, where its path says what lies above it.
pub(super) fn exists(files: &mut Files, region: &str, tier: Option<&String>) {
    if let Some(file) = files.values_mut().next() {
        file.about.exists = Some(region.to_owned());
        file.about.tier = tier.cloned();
    }
}

/// A tier has to be one of those in use.
fn check_tier(written: &str, settings: &Settings) -> Result<(), CommandFailure> {
    let tiers = tiers_of_settings(settings);
    match tiers.read(written) {
        Some(_) => Ok(()),
        None => Err(CommandFailure::Value("--tier", written.to_owned(), TIER)),
    }
}

const TIER: [&str; 2] = [
    "在用的层级，如 省、市、县、乡镇",
    "a tier that is in use, such as province, city, county, township",
];
const ONE: [&str; 2] = [
    "一份文档的情况：请把这份文档写在最前面，或者只写这一份",
    "said of one document: name that document first, or alone",
];
