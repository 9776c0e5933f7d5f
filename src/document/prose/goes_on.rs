//! Values that go on about the name that their sentence has said last: 人均预期寿命提高1岁，达到79岁.

use crate::quantity::UnitDimension;

use super::{
    figures::FigureKind,
    lexicon::{CHANGES, MAKING},
    named_phrase::start_of_name,
    prose_value::ProseValue,
    reader::{ClauseContext, PassageReader},
    statement::ProseStatement,
};

/// Characters of the work that a clause names.
// A choice: a longer one tells more than its name.
const LONGEST: usize = 16;

/// Whether words hold no number of their own and end with no verb that would make a clause of them.
fn may_name(words: &str) -> bool {
    !words.contains(|c: char| c.is_ascii_digit())
        && !["提升", "提高", "完善", "加强", "增强", "保障"]
            .iter()
            .any(|verb| words.ends_with(verb))
}

impl PassageReader<'_> {
    /// The words before the number of a clause that only say its year, where nothing but these and a comparator stands there.
    fn bare(&self, value: &ProseValue) -> Option<(usize, usize)> {
        let before = self.plain().get(value.left.0, value.left.1);
        // The characters of 今年, 到2030年底, 力争: what is left when they are gone would say what the
        // value is of.
        let is_year = |c: char| c.is_ascii_digit() || "今明年到至底末前力争".contains(c);
        let is_apart = match value.figure.kind {
            FigureKind::Related => value.own.0 == value.own.1,
            _ => value.left.1 < value.figure.start,
        };
        // 今年增长6% says only how what is gone on about moves.
        let moves = before.trim_start_matches(is_year);
        let is_moved = moves.is_empty() || CHANGES.begins(moves) == Some(moves);
        let words = (value.left.0, value.left.1 - moves.len());
        (is_moved && is_apart && !value.leads).then_some(words)
    }

    /// What a clause says with a value: by itself, or going on about the name `subject` that the sentence has said last.
    pub(super) fn told_of(
        &self,
        scene: ClauseContext<'_>,
        value: &ProseValue,
        (subject, has_share): (Option<&(String, usize)>, bool),
        front: &mut String,
    ) -> Option<ProseStatement> {
        let clause = scene.clause;
        let is_here = subject.is_some_and(|(_, end)| *end == clause.end);
        // Plain text is folded, so that the comma between two clauses is one byte.
        let is_next = subject.is_some_and(|(_, end)| *end + 1 == clause.start);
        let before = subject.map(|(name, _)| name.as_str());
        let near = before.filter(|_| is_here || is_next);
        let said = self.said(ClauseContext { before, near, ..scene }, value, front);
        let said = said.or_else(|| self.done_wholly(scene, value, front));
        // By itself first: only what its own words do not name may go on, or a new subject would be taken
        // for the old one.
        said.or_else(|| {
            let name = near?;
            let bare = self.bare(value);
            // 人均预期寿命提高1岁,达到79岁: the clause goes on about what the one before it has named; 生产总值达到1万亿元、
            // 增长5%: so does a value that says how much it grows.
            let words = if bare.is_some() && (is_next || !has_share && self.grows(value)) {
                name.to_owned()
            } else {
                // 新开工棚户区改造10391套、建成6140套
                let verb = self.only_made(value).filter(|_| is_here)?;
                // 开工 and 建成 are done to the same thing, so the first verb goes before the second is
                // put in front: not 建成新开工棚户区改造.
                let mut thing = name.strip_prefix("基本").unwrap_or(name);
                while let Some(rest) =
                    MAKING.begins(thing).and_then(|made| thing.strip_prefix(made))
                {
                    thing = rest;
                }
                format!("{verb}{thing}")
            };
            let left = bare.unwrap_or(value.left);
            self.said(scene, &ProseValue { words: Some(words), left, ..value.clone() }, front)
        })
    }

    /// What a clause that only says 做到应保尽保 says of the work that the clause before it names: 完善孤儿救助，做到应救尽救.
    fn done_wholly(
        &self,
        scene: ClauseContext<'_>,
        value: &ProseValue,
        front: &mut String,
    ) -> Option<ProseStatement> {
        let plain = self.plain();
        let lead = plain.get(value.own.0, value.figure.start);
        let is_bare = ["做到", "实现", "达到", "确保", "真正做到"].contains(&lead);
        let is_bare = is_bare && value.figure.kind == FigureKind::Coverage && !value.leads;
        let end = scene.clause.start.checked_sub(1).filter(|_| is_bare)?;
        let before = plain.get(scene.clause.item.0, end);
        let from =
            before.rfind([',', ':']).map_or(scene.clause.item.0, |at| scene.clause.item.0 + at + 1);
        let start = start_of_name(self.text(), from, end);
        let name = plain.get(start, end);
        // Without a verb the clause before tells of somebody, and not of a work: 群众满意，实现全覆盖.
        let is_work = from < start && (4..=LONGEST).contains(&name.chars().count());
        let is_one = is_work && !name.contains(['、', '的', '和', '与']) && may_name(name);
        let words = is_one.then(|| name.to_owned())?;
        self.said(
            scene,
            &ProseValue { words: Some(words), left: (start, end), ..value.clone() },
            front,
        )
    }

    /// The verb that alone stands before a count, for what another value of the clause has counted: 基本建成29万套.
    fn only_made(&self, value: &ProseValue) -> Option<&'static str> {
        // Works are begun, built and completed, and plans count the steps apart. Behind other verbs a
        // second count is of something else.
        const WORKS: [&str; 6] = ["基本建成", "建成", "竣工", "新开工", "开工", "完工"];
        let counts = value.figure.kind == FigureKind::Number(UnitDimension::Count) && !value.leads;
        let before = self.plain().get(value.own.0, value.figure.start);
        WORKS.into_iter().find(|verb| counts && before == *verb)
    }

    /// Whether the words before the share of a clause say that it is a growth.
    fn grows(&self, value: &ProseValue) -> bool {
        let sign = self.plain().get(value.left.1, value.figure.start);
        value.figure.kind == FigureKind::Number(UnitDimension::Share)
            && CHANGES.begins(sign).is_some()
    }
}
