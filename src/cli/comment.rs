//! What a finding says in the margin of a draft: the two values, whose the other is and where it stands, what to do.

use crate::{
    finding::Finding,
    words::{
        Language, OtherTold, Words, cut_at_clause, first_clause, text, titled, values_in_short,
        without_aside, without_subject,
    },
};

/// How many characters a comment has at most; words of letters need twice as many.
// The margin of a page shows a few lines of a comment, and a table with twenty of them is read by these lines alone; the
// list of findings has the arithmetic.
const LONGEST: [usize; 2] = [60, 120];

/// The comment on `finding`: of what can be said the longest that has room.
pub(super) fn comment_words(words: &Words, finding: &Finding) -> String {
    let (language, said) = (words.language(), words.say(finding));
    let [zh, en] = LONGEST;
    let most = language.pick(zh, en);
    let colon = language.pick("：", ": ");
    let head = format!("{}{colon}", words.level(finding.level));
    let has_row = finding.draft.compared.own.is_some();
    let indicator = finding.draft.subject.indicator.as_deref().filter(|_| has_row);
    let told = match values_in_short(words, finding, OtherTold::Place) {
        Some(values) => [
            Some(values),
            values_in_short(words, finding, OtherTold::Class),
            values_in_short(words, finding, OtherTold::Value),
        ],
        // A comment on a row need not name its indicator; what the plan has no row for is told at its title.
        None => {
            let sentence = without_subject(&said.message, indicator, language).to_owned();
            let titled = titled(words, finding, &said.title);
            let titled = titled.map(|told| without_subject(&told, indicator, language));
            [Some(sentence), titled, None]
        }
    };
    let first = first_clause(&said.help);
    let full = said.full_help(language);
    let whole = said.help.trim_end_matches(['。', '.']);
    let advice = [full.trim_end_matches(['。', '.']), whole, first, without_aside(first), ""];
    // What a meeting has decided is why the finding need not be mended at once: it stands where the advice would.
    let standing = words.standing(finding);
    let remedies = match standing.as_deref() {
        Some(standing) => [standing, without_reason(standing, language), "", "", ""],
        None => advice,
    };
    let with_remedy = |told: &String, remedy: &str| match remedy {
        "" => told.clone(),
        _ => text! { language; zh: "{told}。{remedy}", en: "{told}. {remedy}" },
    };
    // Advice is given up last: whoever reads the margin wants to know what to do, and the list has the whole sentence.
    let (last, advised) = remedies.split_last().unwrap_or((&"", &[]));
    let with_advice = told.iter().flatten().flat_map(|told| {
        let given = advised.iter().filter(|remedy| !remedy.is_empty());
        given.map(|remedy| with_remedy(told, remedy))
    });
    let choices = with_advice.chain(told.iter().flatten().map(|told| with_remedy(told, last)));
    let mut fitting =
        choices.map(|told| format!("{head}{told}")).filter(|told| told.chars().count() <= most);
    fitting.next().unwrap_or_else(|| cut_at_clause(&format!("{head}{}", said.message), most, |_| 1))
}

/// What was decided without why: `处理意见：采纳，待修改` of `处理意见：采纳，待修改：下一稿改`.
fn without_reason(standing: &str, language: Language) -> &str {
    let colon = language.pick("：", ": ");
    let second = standing.match_indices(colon).nth(1);
    second.and_then(|(at, _)| standing.get(..at)).unwrap_or(standing)
}
