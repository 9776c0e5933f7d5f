//! What a reader cannot cope with costs its document, never the run.

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    sync::Once,
};

thread_local! {
    /// Whether this thread reads a document: what goes wrong is told as a finding.
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Does `work` on a document; `None` when it gave up half-way, of which nothing is printed.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    static QUIET: Once = Once::new();
    // The hook belongs to the whole process and is set once; it stays silent only on a thread that is
    // reading, so a fault in a rule is still printed.
    QUIET.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |report| {
            if !READING.get() {
                usual(report);
            }
        }));
    });
    // What was before comes back, not `false`: one guard may stand inside another.
    let outer = READING.replace(true);
    // Nothing of what the work had begun is looked at again.
    let done = catch_unwind(AssertUnwindSafe(work));
    READING.set(outer);
    done.ok()
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn work_that_gives_up_gives_nothing_and_the_next_is_done() {
        let nothing: Vec<u8> = Vec::new();
        assert_eq!(guarded(|| nothing[nothing.len()]), None);
        assert_eq!(guarded(|| u32::try_from(-1).ok().map_or(7, |one| one)), Some(7));
        assert_eq!(guarded(|| guarded(|| nothing[1]).is_none()), Some(true));
    }
}
