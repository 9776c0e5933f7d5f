//! The Word files of a review meeting: the form it fills in, and a letter for each region.

mod annex;
mod letter;
mod letters;
mod matter;
mod names;
mod package;
mod point;
mod rows;
mod sections;
mod short_title;

use std::io;

use serde::Serialize;

use super::{Material, form::FormColumn, template};
use crate::words::{Language, term};

pub(crate) use letters::letters_by_region;

use package::FormFrame;
use rows::{FormFinding, WIDTHS};
use sections::{FormSection, Headed};

/// Everything the form prints.
#[derive(Serialize)]
struct PrintedForm<'a> {
    title: &'a str,
    header: Vec<Headed>,
    widths: [u32; WIDTHS.len()],
    heads: Vec<Vec<&'static str>>,
    rows: Vec<FormFinding>,
    choices: Choices,
    sections: Vec<FormSection>,
    signature: &'a str,
}

/// What a meeting can say of a finding.
#[derive(Serialize)]
struct Choices {
    head: &'static str,
    words: [&'static str; 3],
}

/// 审查意见表: every error and warning with blank columns for what the meeting says of it, as a Word file.
///
/// # Errors
/// Those of the templates and of the archive.
pub(crate) fn form_docx(material: &Material) -> io::Result<Vec<u8>> {
    let language = material.language;
    let environment = package::docx_environment(language)?;
    let title = language.pick("规划衔接审查意见表", "Review of plans: form for decisions");
    let form = PrintedForm {
        title,
        header: sections::header(material),
        widths: WIDTHS,
        heads: rows::form_heads(language),
        rows: rows::form_rows(material),
        choices: form_choices(language),
        sections: sections::sections(material),
        signature: language.pick(
            "审查单位（章）：　　　　　　　　　　　审查人（签名）：　　　　　　　　　　　日期：　　　　年　　月　　日",
            "Office (seal):                                        Reviewer (signature):                                        Date:",
        ),
    };
    let document = template::render(&environment, "form.xml", form)?;
    let says = language.pick(
        "以上为机器比对的疑似问题，以审查人签署为准",
        "Found by comparing texts; what the reviewers sign is what counts",
    );
    let around = FormFrame { title, says, width: WIDTHS.iter().sum() };
    package::docx_package(&environment, material, &around, document)
}

fn form_choices(language: Language) -> Choices {
    Choices {
        head: FormColumn::Verdict.head(language),
        words: ["accepted", "partly", "declined"].map(|ruling| term(language, ruling)),
    }
}
