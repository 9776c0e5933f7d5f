//! The registry: one line for each rule, in the order of the catalogue.
//!
//! Adding a rule edits three files: `rules/<name>.toml` (cases with levels, sentences in both languages, examples), a file here
//! with one function `check`, and the registry below. `CONTRIBUTING.md` says how, and has the walk of a value through all
//! layers. No rule names another one: what several need belongs into [`alignment`](crate::alignment),
//! [`model`](crate::model) or [`rulebook`](crate::rulebook).

use crate::rulebook::{Check, Rule};

mod arithmetic_mismatch;
mod backslides;
mod basis_mismatch;
mod behind_schedule;
mod binding_downgraded;
mod binding_not_carried;
mod child_change_exceeds_parent;
mod cited_figure_mismatch;
mod conflicts_with_parent;
mod copied_numbers;
mod cumulative_mismatch;
mod cyclic_hierarchy;
mod dangling_reference;
mod definition_drift;
mod dropped_since_earlier_plan;
mod duplicate_column;
mod duplicate_indicator;
mod duplicate_plan;
mod estimated_baseline;
mod growth_level_mismatch;
mod indicator_not_carried;
mod invisible_character;
mod later_than_parent;
mod lead_given_up;
mod list_mismatch;
mod milestone_equals_end;
mod missed_last_time;
mod missing_baseline;
mod missing_class;
mod missing_deadline;
mod missing_head;
mod missing_owner;
mod missing_target;
mod missing_unit;
mod no_progress;
mod non_monotone_milestones;
mod nothing_read;
mod number_became_words;
mod orphan_plan;
mod over_ambitious;
mod pace_break;
mod part_exceeds_whole;
mod parts_disagree_with_whole;
mod placeholder_value;
mod prose_only_target;
mod reference_without_progress;
mod renamed_unchanged;
mod repeated_sentence;
mod rollup_needs_outlier;
mod rollup_over_cap;
mod rollup_shortfall;
mod rollup_unattainable;
mod same_value_other_indicator;
mod several_names;
mod softened_commitment;
mod superseded_parent;
mod table_prose_conflict;
mod table_prose_drift;
mod task_later_than_parent;
mod task_not_carried;
mod task_without_parent;
mod tier_skipped;
mod uncited_parent;
mod undecodable_text;
mod unexplained_sign;
mod unit_mismatch;
mod unknown_column;
mod unknown_field;
mod unknown_indicator;
mod unknown_keyword;
mod unknown_region;
mod unknown_value;
mod unmeasurable_target;
mod unread_file;
mod unread_part;
mod unreadable_line;
mod unreadable_quantity;
mod value_out_of_range;
mod weaker_than_parent;
mod weaker_wording;
mod words_against_numbers;
mod worse_than_baseline;
mod wrong_cell_count;
mod wrong_tag_applied;
mod year_short_of_period;

/// Lists a rule: its name, which is also its sheet's, and its check.
macro_rules! rule {
    ($name:literal, $check:expr) => {
        Rule {
            name: $name,
            sheet: include_str!(concat!("../../rules/", $name, ".toml")),
            check: $check,
        }
    };
}

/// Every rule.
pub const REGISTRY: &[Rule] = &[
    // Text and completeness of one plan.
    rule!("unreadable-line", Check::File(unreadable_line::check)),
    rule!("unknown-keyword", Check::File(unknown_keyword::check)),
    rule!("unknown-field", Check::File(unknown_field::check)),
    rule!("unknown-value", Check::File(unknown_value::check)),
    rule!("unknown-column", Check::File(unknown_column::check)),
    rule!("duplicate-column", Check::File(duplicate_column::check)),
    rule!("missing-head", Check::File(missing_head::check)),
    rule!("wrong-cell-count", Check::File(wrong_cell_count::check)),
    rule!("undecodable-text", Check::File(undecodable_text::check)),
    rule!("unread-file", Check::Run(unread_file::check)),
    rule!("nothing-read", Check::Run(nothing_read::check)),
    rule!("unread-part", Check::File(unread_part::check)),
    rule!("repeated-sentence", Check::Plan(repeated_sentence::check)),
    rule!("invisible-character", Check::File(invisible_character::check)),
    rule!("unreadable-quantity", Check::Run(unreadable_quantity::check)),
    rule!("unknown-region", Check::Run(unknown_region::check)),
    rule!("unknown-indicator", Check::Plan(unknown_indicator::check)),
    rule!("cyclic-hierarchy", Check::Run(cyclic_hierarchy::check)),
    rule!("duplicate-plan", Check::Run(duplicate_plan::check)),
    rule!("orphan-plan", Check::Run(orphan_plan::check)),
    rule!("placeholder-value", Check::Plan(placeholder_value::check)),
    rule!("missing-target", Check::Plan(missing_target::check)),
    rule!("missing-baseline", Check::Plan(missing_baseline::check)),
    rule!("estimated-baseline", Check::Run(estimated_baseline::check)),
    rule!("missing-unit", Check::Plan(missing_unit::check)),
    rule!("missing-class", Check::Plan(missing_class::check)),
    rule!("missing-owner", Check::Plan(missing_owner::check)),
    rule!("missing-deadline", Check::Plan(missing_deadline::check)),
    rule!("unmeasurable-target", Check::Plan(unmeasurable_target::check)),
    rule!("softened-commitment", Check::Plan(softened_commitment::check)),
    rule!("uncited-parent", Check::Plan(uncited_parent::check)),
    rule!("superseded-parent", Check::Run(superseded_parent::check)),
    rule!("duplicate-indicator", Check::Plan(duplicate_indicator::check)),
    rule!("value-out-of-range", Check::Plan(value_out_of_range::check)),
    rule!("unexplained-sign", Check::Plan(unexplained_sign::check)),
    rule!("prose-only-target", Check::Plan(prose_only_target::check)),
    // Inside one plan.
    rule!("table-prose-conflict", Check::Plan(table_prose_conflict::check)),
    rule!("table-prose-drift", Check::Plan(table_prose_drift::check)),
    rule!("same-value-other-indicator", Check::Plan(same_value_other_indicator::check)),
    rule!("arithmetic-mismatch", Check::Plan(arithmetic_mismatch::check)),
    rule!("part-exceeds-whole", Check::Plan(part_exceeds_whole::check)),
    rule!("parts-disagree-with-whole", Check::Plan(parts_disagree_with_whole::check)),
    rule!("year-short-of-period", Check::Plan(year_short_of_period::check)),
    rule!("words-against-numbers", Check::Plan(words_against_numbers::check)),
    rule!("growth-level-mismatch", Check::Plan(growth_level_mismatch::check)),
    rule!("list-mismatch", Check::Plan(list_mismatch::check)),
    rule!("several-names", Check::Plan(several_names::check)),
    rule!("worse-than-baseline", Check::Plan(worse_than_baseline::check)),
    rule!("no-progress", Check::Plan(no_progress::check)),
    rule!("non-monotone-milestones", Check::Plan(non_monotone_milestones::check)),
    rule!("milestone-equals-end", Check::Plan(milestone_equals_end::check)),
    rule!("pace-break", Check::Plan(pace_break::check)),
    rule!("cumulative-mismatch", Check::Plan(cumulative_mismatch::check)),
    // Parent and child.
    rule!("weaker-than-parent", Check::Plan(weaker_than_parent::check)),
    rule!("conflicts-with-parent", Check::Plan(conflicts_with_parent::check)),
    rule!("weaker-wording", Check::Plan(weaker_wording::check)),
    rule!("binding-downgraded", Check::Plan(binding_downgraded::check)),
    rule!("binding-not-carried", Check::Link(binding_not_carried::check)),
    rule!("indicator-not-carried", Check::Link(indicator_not_carried::check)),
    rule!("number-became-words", Check::Plan(number_became_words::check)),
    rule!("dangling-reference", Check::Plan(dangling_reference::check)),
    rule!("reference-without-progress", Check::Plan(reference_without_progress::check)),
    rule!("definition-drift", Check::Plan(definition_drift::check)),
    rule!("wrong-tag-applied", Check::Plan(wrong_tag_applied::check)),
    rule!("later-than-parent", Check::Plan(later_than_parent::check)),
    rule!("basis-mismatch", Check::Plan(basis_mismatch::check)),
    rule!("unit-mismatch", Check::Plan(unit_mismatch::check)),
    rule!("lead-given-up", Check::Plan(lead_given_up::check)),
    rule!("copied-numbers", Check::Plan(copied_numbers::check)),
    rule!("over-ambitious", Check::Run(over_ambitious::check)),
    rule!("task-not-carried", Check::Plan(task_not_carried::check)),
    rule!("task-later-than-parent", Check::Plan(task_later_than_parent::check)),
    rule!("task-without-parent", Check::Plan(task_without_parent::check)),
    // Between several levels.
    rule!("rollup-shortfall", Check::Plan(rollup_shortfall::check)),
    rule!("rollup-over-cap", Check::Plan(rollup_over_cap::check)),
    rule!("rollup-unattainable", Check::Plan(rollup_unattainable::check)),
    rule!("rollup-needs-outlier", Check::Plan(rollup_needs_outlier::check)),
    rule!("child-change-exceeds-parent", Check::Plan(child_change_exceeds_parent::check)),
    rule!("tier-skipped", Check::Run(tier_skipped::check)),
    // Time and evidence.
    rule!("backslides", Check::Plan(backslides::check)),
    rule!("renamed-unchanged", Check::Plan(renamed_unchanged::check)),
    rule!("dropped-since-earlier-plan", Check::Plan(dropped_since_earlier_plan::check)),
    rule!("behind-schedule", Check::Run(behind_schedule::check)),
    rule!("missed-last-time", Check::Plan(missed_last_time::check)),
    rule!("cited-figure-mismatch", Check::Plan(cited_figure_mismatch::check)),
    // Housekeeping: found by the engine.
    rule!("unused-allow", Check::Housekeeping),
    rule!("expired-allow", Check::Housekeeping),
    rule!("invalid-allow", Check::Housekeeping),
    rule!("stale-baseline", Check::Housekeeping),
];
