//! What a paragraph says of itself.

use super::{
    piece::{DocxResult, Paragraph},
    story::Story,
};

impl Story<'_> {
    /// Reads the properties of a paragraph and of its end.
    pub(super) fn paragraph_properties(&mut self, paragraph: &mut Paragraph) -> DocxResult {
        self.properties(|story, tag| match tag.name() {
            "pStyle" => paragraph.style = tag.attribute("val").map(|id| id.into_owned()),
            "outlineLvl" => {
                paragraph.outline = tag.number().and_then(|level| u8::try_from(level).ok())
            }
            "numId" => paragraph.list.0 = tag.number(),
            "ilvl" => paragraph.list.1 = tag.number(),
            "specVanish" => paragraph.open = tag.is_on(),
            change => paragraph.open |= story.removes(change),
        })
    }
}
