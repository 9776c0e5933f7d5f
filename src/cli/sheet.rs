//! `planlint sheet`: a 对照表 to fill in, for plans that cannot be read as they are.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    document,
    emit::{self, escape},
    views::{ComparisonForm, blank_form, form_of_plan},
    words::text,
};

use super::{CommandFailure, Ending, Session, document_options::DocumentOptions};

/// Arguments of `sheet`.
#[derive(Debug, Args)]
pub(super) struct SheetCommand {
    #[arg(
        value_name = "草案|DRAFT",
        help = "把这份规划的指标填入表中，上级各栏由 --against 填写，没有的留空（默认为空表）|fill in the indicators of this plan; --against fills the columns of those above (default: a blank form)"
    )]
    draft: Option<PathBuf>,
    #[arg(
        short,
        long,
        value_name = "文件|FILE",
        help = "写到哪个 xlsx 文件（不覆盖已有文件）|the xlsx file to write, never over an existing one"
    )]
    output: PathBuf,
    #[arg(
        long,
        value_name = "路径|PATH",
        num_args = 1..,
        requires = "draft",
        help = "上级规划的文件或目录，把其中的数值填入上级各栏|plans above, files or folders, whose values fill the columns beside"
    )]
    against: Vec<PathBuf>,
    #[command(flatten)]
    said: DocumentOptions,
}

const ENDING: [&str; 2] = ["以 .xlsx 结尾的文件名", "the name of a file that ends in .xlsx"];
const PLANLESS: [&str; 2] = ["文件里没有规划", "there is no plan in the file"];

impl SheetCommand {
    /// Writes the form and names it.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let shown = self.output.display().to_string();
        if self.output.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("xlsx")) {
            return Err(CommandFailure::Value("--output", shown, ENDING));
        }
        let language = session.language();
        let form = match &self.draft {
            Some(draft) => filled_form(session, draft, &self.against, &self.said)?,
            None => {
                let today = i32::from(session.today.year());
                let start = today - (today - 1).rem_euclid(5);
                let (base, end) = (start - 1, start + 4);
                let heads = [
                    text! { language; zh: "{base}年数值", en: "{base} value" },
                    text! { language; zh: "{end}年目标值", en: "{end} target" },
                ];
                blank_form(heads, start)
            }
        };
        let bytes = emit::form_workbook(&form, language).map_err(CommandFailure::Output)?;
        let bytes = document::sign_as_own(&bytes);
        let bytes =
            bytes.map_err(|reason| CommandFailure::Unread(self.output.clone(), reason.key()))?;
        session.outputs.create(&self.output, &bytes)?;
        let told = writeln!(out, "{}{}", language.pick("已写入 ", "wrote "), escape(&shown));
        told.map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }
}

/// The form of the first plan of a file.
fn filled_form(
    session: &Session,
    draft: &Path,
    against: &[PathBuf],
    said: &DocumentOptions,
) -> Result<ComparisonForm, CommandFailure> {
    let world = session.told(&[draft.to_path_buf()], against, said)?;
    let mut own = world.model.plans().filter(|(_, plan)| !plan.reference_only);
    let plan = own.next().map(|(id, _)| id);
    let plan = plan.ok_or_else(|| {
        CommandFailure::Unfound(draft.display().to_string(), PLANLESS, Vec::new())
    })?;
    Ok(form_of_plan(&world, plan))
}
