//! A Word file around a document: styles, fonts, footers, properties.

use std::io;

use minijinja::{Environment, context};

use crate::{
    office::archive,
    report::{Material, template},
    words::Language,
};

/// The parts that are the same in every file.
const FIXED: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document_rels.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("docProps/app.xml", include_str!("parts/app.xml")),
];

/// The parts that are laid out.
const TEMPLATES: [(&str, &str); 6] = [
    ("words.xml", include_str!("parts/words.xml")),
    ("form.xml", include_str!("parts/form.xml")),
    ("letter.xml", include_str!("parts/letter.xml")),
    ("styles.xml", include_str!("parts/styles.xml")),
    ("footer.xml", include_str!("parts/footer.xml")),
    ("core.xml", include_str!("parts/core.xml")),
];

/// What a file has around its document.
pub(super) struct FormFrame<'a> {
    /// The title in its properties.
    pub(super) title: &'a str,
    /// What stands at the foot of every page.
    pub(super) says: &'a str,
    /// How wide the text is, in twentieths of a point.
    pub(super) width: u32,
}

/// The templates of Word files.
///
/// # Errors
/// When a template is broken: an error of this program, which tests find.
pub(super) fn docx_environment(language: Language) -> io::Result<Environment<'static>> {
    let mut environment = template::template_environment(language)?;
    for (name, template) in TEMPLATES {
        environment.add_template(name, template).map_err(io::Error::other)?;
    }
    Ok(environment)
}

/// The file around `document`, the XML of its body.
///
/// # Errors
/// Those of the templates and of the archive.
pub(super) fn docx_package(
    environment: &Environment<'_>,
    material: &Material,
    around: &FormFrame<'_>,
    document: String,
) -> io::Result<Vec<u8>> {
    let FormFrame { title, says, width } = *around;
    let footer =
        |even: bool| template::render(environment, "footer.xml", context! { says, width, even });
    let properties = context! { title, tool => &*material.tool, date => &*material.date };
    let mut parts: Vec<(&str, String)> =
        FIXED.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    parts.push(("word/document.xml", document));
    parts.push(("word/styles.xml", template::render(environment, "styles.xml", ())?));
    // Two footers, since the page number of an official document stands outside: to the right on odd pages, to the
    // left on even ones.
    parts.push(("word/footer1.xml", footer(false)?));
    parts.push(("word/footer2.xml", footer(true)?));
    parts.push(("docProps/core.xml", template::render(environment, "core.xml", properties)?));
    archive(&parts)
}
