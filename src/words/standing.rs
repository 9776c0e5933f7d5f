//! Notes on how a finding stands to a decision or to the baseline: the same for every rule, so no sheet repeats them.

use crate::{
    config::Language,
    finding::{AGREED, LAPSED, RISEN, SHORT},
};

const AGREED_ZH: &str = "处理意见：采纳，待修改{% if until %}（{{ until }} 前）{% endif %}{% if reason %}：{{ reason }}{% endif %}";
const AGREED_EN: &str = "decision: accepted, to be mended{% if until %} by {{ until }}{% endif %}{% if reason %}: {{ reason }}{% endif %}";

const SHORT_ZH: &str = "处理意见：部分采纳{% if value %}（议定值 {{ value }}，尚未改到{% if until %}；{{ until }} 前{% endif %}）{% else %}，未写议定值{% if until %}（{{ until }} 前）{% endif %}{% endif %}{% if reason %}：{{ reason }}{% endif %}";
const SHORT_EN: &str = "decision: accepted in part{% if value %} (agreed value {{ value }}, not reached yet{% if until %}; by {{ until }}{% endif %}){% else %}, no agreed value given{% if until %} (by {{ until }}){% endif %}{% endif %}{% if reason %}: {{ reason }}{% endif %}";

// The figure held against is told only where it has changed; else the plan's own value has, and that is the news.
const VALUES_ZH: &str = "{{ then or '（空）' }}{% if then_beside != now_beside %}（对照 {{ then_beside or '（空）' }}）{% endif %}，现为 {{ now or '（空）' }}{% if then_beside != now_beside %}（对照 {{ now_beside or '（空）' }}）{% endif %}";
const VALUES_EN: &str = "{{ then or '(blank)' }}{% if then_beside != now_beside %} beside {{ then_beside or '(blank)' }}{% endif %}, now {{ now or '(blank)' }}{% if then_beside != now_beside %} beside {{ now_beside or '(blank)' }}{% endif %}";

const LOUDER_ZH: &str = "列入存量时为“{{ then_level | term }}”，现为“{{ now_level | term }}”";
const LOUDER_EN: &str = "listed as {{ then_level | term }}, now {{ now_level | term }}";

/// The template of the note `key`, when it is one that every rule has.
pub(super) fn standing_note(language: Language, key: &str) -> Option<String> {
    let values = language.pick(VALUES_ZH, VALUES_EN);
    match key {
        AGREED => Some(language.pick(AGREED_ZH, AGREED_EN).to_owned()),
        SHORT => Some(language.pick(SHORT_ZH, SHORT_EN).to_owned()),
        LAPSED => Some(format!("{}{values}", language.pick("上次同意时 ", "when agreed "))),
        RISEN => {
            let louder = language.pick(LOUDER_ZH, LOUDER_EN);
            let listed = language.pick("列入存量时 ", "when listed ");
            Some(format!("{{% if louder %}}{louder}{{% else %}}{listed}{values}{{% endif %}}"))
        }
        _ => None,
    }
}
