//! Every choice that people are shown has a word in both languages.

use planlint::{
    alignment::{Standing, Trajectory, WhyUnjudged},
    engine::{NoRollup, WhyKept},
    finding::{Level, Ruling},
    model::AsideReason,
    quantity::{Average, Basis, Comparator, Direction, Verdict},
    syntax::{Class, PlanKind, RelationWord, Status},
    text::{Keyed, UnreadReason},
    views::{MarkKind, ValueRole, WhyOpen},
    words::{Language, term_of},
};

/// The choices whose word is missing: a key that no term knows is its own word.
fn wordless<T: Keyed>(choices: impl IntoIterator<Item = T>) -> Vec<&'static str> {
    let keys = choices.into_iter().map(|choice| (choice.key(), term_of(Language::Zh, choice)));
    keys.filter(|(key, word)| key.is_empty() || key == word).map(|(key, _)| key).collect()
}

#[test]
fn what_a_target_is_has_a_word() {
    use Comparator as C;
    let comparators = [
        [C::Reach, C::AtLeast, C::MoreThan, C::AtMost, C::LessThan, C::Approx, C::Range],
        [
            C::EachAtLeast,
            C::EachMoreThan,
            C::All,
            C::RelativeMore,
            C::RelativeAtLeast,
            C::Hold,
            C::Improve,
        ],
        [
            C::RelativeLess,
            C::RelativeAtMost,
            C::RelativeEqual,
            C::RankAtMost,
            C::RankEqual,
            C::Assigned,
            C::Qualitative,
        ],
    ];
    assert!(wordless(comparators.concat()).is_empty());
    use Basis as B;
    assert!(wordless([B::Stock, B::Cumulative, B::PerYear, B::Growth, B::Change]).is_empty());
    use Average as A;
    assert!(
        wordless([A::Nation, A::Province, A::City, A::County, A::Superior, A::Peers]).is_empty()
    );
    assert!(wordless([Some(Class::Binding), Some(Class::Indicative), None]).is_empty());
    assert!(wordless([Direction::Higher, Direction::Lower, Direction::Neither]).is_empty());
    use ValueRole as V;
    assert!(wordless([V::Reserve, V::Allocation, V::Observed, V::Estimate]).is_empty());
    assert!(wordless([V::Projection, V::Target, V::Citation]).is_empty());
}

#[test]
fn what_a_plan_is_has_a_word() {
    use PlanKind as K;
    assert!(wordless([K::Outline, K::Special, K::Implementation, K::Annual]).is_empty());
    use Status as S;
    assert!(wordless([S::Draft, S::Consultation, S::Issued, S::Repealed]).is_empty());
    use UnreadReason as U;
    let unread = [U::Empty, U::Binary, U::Outside, U::Special, U::NoPlan, U::Material, U::Own];
    assert!(wordless(unread).is_empty());
    let unread = [U::Protected, U::Damaged, U::NotOffice, U::Swollen, U::Entities];
    assert!(wordless(unread).is_empty());
    let formats = ["doc", "xls", "pdf", "ppt", "zip"].map(|ending| U::Format(ending.to_owned()));
    assert!(wordless(formats).is_empty());
    let told = [U::TooLarge { size: 2, limit: 1 }, U::Refused(String::new())];
    assert!(wordless(told).is_empty());
    assert!(wordless([WhyKept::Document, WhyKept::Undecodable]).is_empty());
}

#[test]
fn how_targets_stand_to_each_other_has_a_word() {
    use RelationWord as R;
    assert!(wordless([R::Each, R::Sum, R::Mean, R::WeightedMean, R::Allocated, R::Own]).is_empty());
    assert!(wordless([Verdict::Consistent, Verdict::Weaker, Verdict::Conflicting]).is_empty());
    use Trajectory as T;
    assert!(wordless([T::FallsBehind, T::KeepsDistance, T::Converges, T::Unknown]).is_empty());
    assert!(wordless([Standing::Meets, Standing::CatchesUp, Standing::KeepsUp]).is_empty());
    use NoRollup as N;
    assert!(wordless([N::Each, N::Allocated, N::Own, N::NoWeights, N::NoneBelow]).is_empty());
    assert!(wordless([Level::Off, Level::Info, Level::Warning, Level::Error]).is_empty());
    assert!(wordless([Ruling::Accepted, Ruling::Partly, Ruling::Declined]).is_empty());
}

#[test]
fn why_nothing_was_judged_or_read_has_a_word() {
    use WhyUnjudged as W;
    let mut unjudged = [
        [W::Excerpt, W::NoBase, W::NoDirection, W::NoNumberAbove, W::NoReference, W::NoTag],
        [
            W::NoValue,
            W::NoWeights,
            W::Placeholder,
            W::PlaceholderAbove,
            W::UnitDiffers,
            W::Unreadable,
        ],
    ]
    .concat();
    unjudged.extend([W::UnsureIntent, W::UnsureName, W::UnsureValue, W::WordsOnly]);
    assert!(wordless(&unjudged).is_empty());
    assert!(wordless(unjudged.into_iter().map(WhyOpen::Unjudged)).is_empty());
    let open = [WhyOpen::Shared, WhyOpen::NotIssued, WhyOpen::OwnAffair, WhyOpen::AsAbove];
    assert!(wordless(open).is_empty());
    use AsideReason as A;
    let aside = [A::Date, A::Ordinal, A::Code, A::Circle, A::Count, A::Rank, A::Quoted, A::Stock];
    assert!(wordless(aside).is_empty());
    assert!(wordless([A::Past, A::Note, A::Furniture]).is_empty());
    use MarkKind as M;
    assert!(wordless([M::Target, M::Figure, M::Frame, M::Aside(A::Date), M::Unread]).is_empty());
}
