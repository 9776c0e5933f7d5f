//! The environment that templates are laid out in: every value is escaped for its format, every word is said in one language.

use std::{borrow::Cow, io};

use minijinja::{
    AutoEscape, Environment, Error, HtmlEscape, Output, State, UndefinedBehavior, Value,
    escape_formatter, syntax::SyntaxConfig, value::Serde,
};

use crate::{
    text::{escape, push_escaped},
    words::Language,
};

/// The name of the escaping that Markdown needs.
const MARKDOWN: &str = "md";

/// An environment that writes `language`; templates named `*.html` and `*.xml` escape for markup, `*.md` for Markdown, and
/// all spell out characters that nobody sees. A name that is missing is an error, never a blank.
///
/// # Errors
/// Never, as long as the marks of a template do not contradict each other.
pub(super) fn template_environment(language: Language) -> io::Result<Environment<'static>> {
    let mut environment = Environment::new();
    // A renamed field would else leave a hole in the papers of a meeting that nobody sees.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.map_err(io::Error::other)?);
    // By the name of the template and never by a filter that one of its lines may forget: every word of the material
    // comes from a stranger's document.
    environment.set_auto_escape_callback(|name| match name.rsplit('.').next() {
        Some("html" | "xml") => AutoEscape::Html,
        Some(MARKDOWN) => AutoEscape::Custom(MARKDOWN.into()),
        _ => AutoEscape::None,
    });
    environment.set_formatter(formatted);
    let say = move |zh: &str, en: &str| language.pick(zh, en).to_owned();
    environment.add_function("say", say);
    environment.add_filter("as_lines", as_lines);
    Ok(environment)
}

/// Renders one template with `context`.
///
/// # Errors
/// When the template is broken or asks for what the context lacks: an error of this program, which tests find.
pub(super) fn render(
    environment: &Environment<'_>,
    name: &str,
    context: impl serde::Serialize,
) -> io::Result<String> {
    let rendered =
        environment.get_template(name).and_then(|template| template.render(Serde(context)));
    rendered.map_err(|error| io::Error::other(format!("{error:#}")))
}

/// Writes a value so that nothing in it is obeyed, neither by the format nor, as hidden characters would be, by whatever shows
/// it. What is nothing, such as the year of a finding without one, is written as nothing; what is safe is markup already.
fn formatted(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_none() {
        return Ok(());
    }
    if value.is_safe() {
        return escape_formatter(out, state, value);
    }
    // The engine itself would write `none`, and each template would have to ask before every value.
    match (state.auto_escape(), value.as_str().map(escape)) {
        (AutoEscape::Custom(format), _) if format == MARKDOWN => {
            Ok(out.write_str(&escape_markdown(&escape(&value.to_string())))?)
        }
        (_, Some(Cow::Owned(visible))) => escape_formatter(out, state, &Value::from(visible)),
        (_, Some(Cow::Borrowed(_)) | None) => escape_formatter(out, state, value),
    }
}

/// Words for a page that keeps their lines: breaks and tabs stay, every other hidden character is spelt out.
fn as_lines(words: &str) -> Value {
    let mut visible = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\n' | '\t' => visible.push(character),
            // One half of a break; the other half stays.
            '\r' => {}
            other => push_escaped(&mut visible, other),
        }
    }
    Value::from_safe_string(HtmlEscape(&visible).to_string())
}

/// Text without hidden characters as Markdown shows it: no sign of it a mark.
fn escape_markdown(text: &str) -> String {
    // Marks are escaped everywhere, not only where they could act: which `_` or `|` acts depends on the words around
    // it and on the reader. < and & are entities, since Markdown lets html through.
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => shown.push_str("&lt;"),
            '&' => shown.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '>' | '!' | '{' | '}' => {
                shown.push('\\');
                shown.push(character);
            }
            other => shown.push(other),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_never_become_marks() {
        let hostile = "</script><img onerror=x> {{7*7}} |`*_#";
        for (name, expected) in [
            ("a.html", "&lt;&#x2f;script&gt;&lt;img onerror=x&gt; {{7*7}} |`*_#"),
            ("a.md", r"&lt;/script\>&lt;img onerror=x\> \{\{7\*7\}\} \|\`\*\_\#"),
        ] {
            let mut environment = template_environment(Language::En).unwrap();
            environment.add_template(name, "{{ a }}").unwrap();
            let context = minijinja::context! { a => hostile };
            assert_eq!(render(&environment, name, context).unwrap(), expected, "{name}");
        }
    }

    #[test]
    fn what_nobody_sees_is_spelt_out_once() {
        for (name, expected) in [
            ("a.html", "a&lt;U+202E&gt;&lt;U+000A&gt;&amp;"),
            ("a.xml", "a&lt;U+202E&gt;&lt;U+000A&gt;&amp;"),
            ("a.md", r"a&lt;U+202E\>&lt;U+000A\>&amp;"),
        ] {
            let mut environment = template_environment(Language::En).unwrap();
            // What a macro has written is not escaped again.
            let template = "{% macro shown(a) %}{{ a }}{% endmacro %}{{ shown(a) }}";
            environment.add_template(name, template).unwrap();
            let context = minijinja::context! { a => "a\u{202E}\n&" };
            assert_eq!(render(&environment, name, context).unwrap(), expected, "{name}");
        }
    }

    #[test]
    fn a_text_keeps_its_lines_and_nothing_else_that_is_hidden() {
        let shown = as_lines("<b>\r\n\t\u{202E}&");
        assert_eq!(shown.as_str(), Some("&lt;b&gt;\n\t&lt;U+202E&gt;&amp;"));
        assert!(shown.is_safe());
    }

    #[test]
    fn nothing_is_written_for_nothing() {
        for name in ["a.html", "a.xml", "a.md"] {
            let mut environment = template_environment(Language::Zh).unwrap();
            environment.add_template(name, "[{{ year }}]").unwrap();
            let context = minijinja::context! { year => None::<i32> };
            assert_eq!(render(&environment, name, context).unwrap(), "[]", "{name}");
        }
    }

    #[test]
    fn a_missing_name_is_an_error() {
        let mut environment = template_environment(Language::Zh).unwrap();
        environment.add_template("a.html", "{{ none.of_this }}").unwrap();
        assert!(render(&environment, "a.html", ()).is_err());
    }
}
