//! The tests that run the program's layers together.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod accounted;
mod alignment;
mod amount;
mod brief;
mod brief_bounds;
mod brief_own_figures;
#[cfg(feature = "browser")]
mod browser;
mod built_in;
mod catalogue;
mod characters;
mod command;
mod compared;
mod concise;
mod config;
mod corpus;
mod decimal_marks;
mod diff;
mod documents;
mod documents_in_prose;
mod documents_of_each_kind;
mod drafts;
#[cfg(feature = "editors")]
mod editors;
mod endings;
mod english_outputs;
mod english_prose;
mod examples;
mod exceptions;
mod first_screen;
mod fixes;
mod format;
mod formats;
mod handbook;
mod heads;
mod help_bounds;
mod hostile;
mod house;
mod house_files;
mod identity;
mod import_decisions;
mod invented_indicators;
mod kills;
#[cfg(feature = "corpus")]
mod labelled;
mod language;
mod ledger;
mod limits;
mod long_input;
mod machines;
mod marked;
mod material;
mod meaning;
mod meeting;
mod nothing_read;
mod one_plan;
mod outline_tables;
mod outlines;
mod output;
mod outputs;
mod own_copies;
mod own_parent;
mod parts_of_reports;
mod phrase_traps;
mod phrases;
mod previous;
mod program;
mod properties;
mod prose;
mod prose_alone;
mod prose_names;
#[cfg(feature = "corpus")]
mod published;
#[cfg(feature = "corpus")]
mod published_drafts;
#[cfg(feature = "corpus")]
mod published_prose;
#[cfg(feature = "corpus")]
mod published_tables;
mod readme;
mod real_plans;
mod report_docx;
mod report_escapes;
mod report_html;
mod report_xlsx;
mod rollup;
mod rollup_bounds;
#[cfg(feature = "scaffold")]
mod scaffold;
mod schedule;
mod schema;
mod sets;
mod settings;
mod sheet_against;
mod sheet_arguments;
mod sheets;
mod shell;
mod shown;
mod steady;
mod support;
mod table_columns;
mod table_formats;
mod table_traps;
mod targets_in_reports;
mod targets_in_words;
mod targets_of_more_kinds;
mod tasks;
mod terminal_words;
mod terms;
mod tree;
mod two_sets;
mod units;
mod unreadable_values;
mod uses;
mod watch;
mod web_pages;
mod what_if;
mod wide_tables;
mod workbook;
mod workbook_comments;
mod workbook_parts;
mod workbook_seen;
mod workbook_traps;
