//! The copy with comments that stands beside a draft: the last one takes the place of the one before.

#[cfg(not(feature = "office"))]
use std::convert::Infallible;
use std::io::Write;
#[cfg(feature = "office")]
use std::path::{Path, PathBuf};

#[cfg(feature = "office")]
use crate::engine::guarded;
use crate::engine::{Files, Outcome, World};
#[cfg(feature = "office")]
use crate::{document::is_untouched_file, emit::escape, words::text};

use super::{CommandFailure, Session};
#[cfg(feature = "office")]
use super::{annotate::AnnotatedDraft, read_limited::read_bounded_bytes};

/// The draft, of which a copy is to be made.
#[cfg(feature = "office")]
pub(super) fn draft_to_copy(shown: &str, files: &mut Files) -> Option<AnnotatedDraft> {
    files.get_mut(shown).map(|file| AnnotatedDraft::of(shown, file))
}

#[cfg(not(feature = "office"))]
pub(super) fn draft_to_copy(_: &str, _: &mut Files) -> Option<Infallible> {
    None
}

/// Writes the copy with comments beside the draft, where its format has comments and there is something to say.
#[cfg(feature = "office")]
pub(super) fn write_commented_copy(
    draft: Option<AnnotatedDraft>,
    world: &mut World,
    outcome: &Outcome,
    session: &Session,
    out: &mut dyn Write,
) -> Result<(), CommandFailure> {
    let Some(draft) = draft.filter(|_| !outcome.findings.is_empty()) else {
        return Ok(());
    };
    let language = session.language();
    // What cannot be annotated can still be told.
    let Ok(commented) = draft.commented(world, outcome, session) else { return Ok(()) };
    let limit = session.settings.max_file_size;
    let names = copy_names(&draft.path, language.pick("批注", "annotated"));
    let mut kept = None;
    for path in names {
        let is_there = path.symlink_metadata().is_ok();
        if is_there && !may_be_replaced(&path, limit) {
            kept.get_or_insert(path);
            continue;
        }
        let written = match is_there {
            true => session.outputs.set(&path, &commented.bytes),
            false => session.outputs.create(&path, &commented.bytes),
        };
        // An office program that has the earlier copy open may hold it: the next name is free of that.
        if is_there && written.is_err() {
            continue;
        }
        written?;
        let shown = path.display().to_string();
        let path = escape(&shown);
        let told = match is_there {
            true => text! { language;
                zh: "批注稿已写入 {path}（替换上次的批注稿）",
                en: "comments written to {path} (in place of the earlier ones)"
            },
            false => {
                text! { language; zh: "批注稿已写入 {path}", en: "comments written to {path}" }
            }
        };
        // Who has answered comments or worked on in a copy wants to know that it is all there.
        let kept = kept.as_deref().and_then(Path::file_name).map_or_else(String::new, |kept| {
            let kept = kept.to_string_lossy();
            let kept = escape(&kept);
            text! { language;
                zh: "（已有的 {kept} 与写出时不同，保留未动）",
                en: " ({kept} is not as it was written, and stays as it is)"
            }
        });
        return writeln!(out, "{told}{kept}").map_err(CommandFailure::Output);
    }
    Ok(())
}

#[cfg(not(feature = "office"))]
pub(super) fn write_commented_copy(
    _: Option<Infallible>,
    _: &mut World,
    _: &Outcome,
    _: &Session,
    _: &mut dyn Write,
) -> Result<(), CommandFailure> {
    Ok(())
}

/// `草案-批注.docx` beside `草案.docx` and beside `草案-批注.docx`, then with numbers.
#[cfg(feature = "office")]
fn copy_names(draft: &Path, word: &str) -> impl Iterator<Item = PathBuf> {
    let stem = draft.file_stem().unwrap_or_default().to_string_lossy();
    let ending = draft.extension().unwrap_or_default().to_string_lossy();
    // Who works on in a copy has one draft still.
    let uncounted = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let copy = uncounted.strip_suffix(word).and_then(|rest| rest.strip_suffix('-'));
    let stem = copy.filter(|rest| !rest.is_empty()).unwrap_or(&stem);
    let name = move |count: usize| {
        let count = if count > 1 { count.to_string() } else { String::new() };
        draft.with_file_name(format!("{stem}-{word}{count}.{ending}"))
    };
    (1..1000).map(name).filter(move |path| path != draft).collect::<Vec<_>>().into_iter()
}

/// Whether a file is an earlier copy that nobody has worked in.
#[cfg(feature = "office")]
fn may_be_replaced(path: &Path, limit: u64) -> bool {
    let found = path.symlink_metadata().is_ok_and(|found| found.is_file());
    found
        && read_bounded_bytes(path, limit)
            .is_ok_and(|bytes| guarded(|| is_untouched_file(&bytes)).unwrap_or_default())
}
