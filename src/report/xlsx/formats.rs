//! How cells look: fonts that Excel and WPS have, thin lines, and fills that only repeat what a word or sign says.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::words::Language;

/// The looks of a workbook.
pub(super) struct Formats {
    /// The default of the workbook, for cells that nobody has written into.
    pub(super) base: Format,
    /// The title of a sheet.
    pub(super) title: Format,
    /// The title of a part of a sheet.
    pub(super) heading: Format,
    /// Words outside tables, wrapped.
    pub(super) prose: Format,
    /// The same, to be seen first.
    pub(super) strong: Format,
    /// The head of a table.
    pub(super) head: Format,
    /// Words in a table.
    pub(super) cell: Format,
    /// Short words, signs and counts in a table.
    pub(super) centre: Format,
    /// The sign of a value, joined to it on its right.
    pub(super) sign: Format,
    /// A value as its plan writes it.
    pub(super) value: Format,
    /// A line of a table that sums up.
    pub(super) total: Format,
    /// A figure somebody may change.
    pub(super) figure: Format,
    /// A figure that a formula gives.
    pub(super) computed: Format,
    /// The same for a mean, which rarely comes out even.
    pub(super) mean: Format,
    /// A cell for the meeting to fill in.
    pub(super) open: Format,
    /// The same, for a day.
    pub(super) day: Format,
}

/// The fills that conditions add.
pub(super) struct Fills {
    /// 须核改, and figures that do not fit.
    pub(super) error: Format,
    /// 请说明.
    pub(super) warning: Format,
    /// 供参考.
    pub(super) info: Format,
    /// What is missing.
    pub(super) missing: Format,
    /// What could not be judged.
    pub(super) passed: Format,
}

const LINES: Color = Color::RGB(0x00A6_A6A6);
const OPEN: Color = Color::RGB(0x00FF_FBE6);

impl Formats {
    pub(super) fn new(language: Language) -> Self {
        // A font that is missing is replaced by one whose lines may be of another height, and the heights of rows,
        // which are worked out for this one, no longer fit.
        let (body, bold) = language.pick(("宋体", "黑体"), ("Arial", "Arial"));
        let base = Format::new().set_font_name(body).set_font_size(11);
        let prose = base.clone().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let cell = prose.clone().set_border(FormatBorder::Thin).set_border_color(LINES);
        let centre = cell.clone().set_align(FormatAlign::Center);
        let strong = |format: &Format| format.clone().set_font_name(bold).set_bold();
        let filled = |format: &Format, rgb| format.clone().set_background_color(Color::RGB(rgb));
        let figure = cell.clone().set_align(FormatAlign::Right);
        let open = cell.clone().set_background_color(OPEN);
        Self {
            title: strong(&base).set_font_size(18).set_align(FormatAlign::VerticalCenter),
            heading: strong(&base).set_font_size(12).set_align(FormatAlign::VerticalCenter),
            strong: strong(&prose),
            // Two cells that look like one: the sign could be put in front of the value, but then the value would
            // not be a value any more to whoever copies the column.
            sign: strong(&centre).set_border_right(FormatBorder::None),
            value: cell.clone().set_border_left(FormatBorder::None),
            head: filled(&strong(&centre), 0x00E7_ECF3),
            total: filled(&strong(&cell), 0x00F2_F2F2),
            mean: filled(&figure, 0x00F2_F2F2).set_num_format("0.00"),
            computed: filled(&figure, 0x00F2_F2F2),
            figure: figure.set_background_color(OPEN),
            day: open.clone().set_align(FormatAlign::Center).set_num_format("yyyy-mm-dd"),
            base,
            prose,
            cell,
            centre,
            open,
        }
    }
}

impl Fills {
    pub(super) fn new() -> Self {
        let fill = |rgb| Format::new().set_background_color(Color::RGB(rgb));
        Self {
            error: fill(0x00F8_CBAD).set_bold(),
            warning: fill(0x00FF_E699),
            info: fill(0x00DD_EBF7),
            missing: fill(0x00D0_D0D0),
            passed: fill(0x00F2_F2F2),
        }
    }
}
