//! The material as one Markdown file, for those who paste it elsewhere.

use std::io;

use super::{Material, template};

const NAME: &str = "report.md";

/// The whole material, without charts.
///
/// # Errors
/// Those of the template.
pub fn material_as_markdown(material: &Material) -> io::Result<String> {
    let mut environment = template::template_environment(material.language)?;
    let added = environment.add_template(NAME, include_str!("report.md.jinja"));
    added.map_err(io::Error::other)?;
    template::render(&environment, NAME, material)
}
