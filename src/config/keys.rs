//! The table of everything a configuration can settle: it is read, shown, documented and described by these rows alone.

use toml::Value;

use crate::quantity::Decimal;

use super::{
    Bounds, Expected, FailOn, Language, Profile, Settings,
    levels::LEVEL_WORDS,
    number,
    places::{self, names_as_value},
    reader::SettingsReader,
    table::TomlEntry,
};

/// What a setting's value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingShape {
    /// One of these words.
    Word(&'static [&'static str]),
    /// One or several of these words, with commas between.
    Words(&'static [&'static str]),
    /// A file size.
    Size,
    /// A decimal number.
    Number(Bounds),
    /// A list of names.
    Names,
    /// A list of names that may be empty.
    AnyNames,
    /// A table from rules to these words.
    Levels(&'static [&'static str]),
    /// Tables with `paths`, `regions` and `levels`.
    Overrides,
}

/// One setting.
pub struct SettingKey {
    /// Its name; what stands before a dot is the table it stands in.
    pub name: &'static str,
    /// What it settles, in Chinese.
    pub zh: &'static str,
    /// What it settles, in English.
    pub en: &'static str,
    /// What its value looks like.
    pub shape: SettingShape,
    /// Reads its value.
    pub(super) read: fn(&mut SettingsReader<'_>, &TomlEntry<'_>),
    /// Its value as a configuration would write it; `None` when nothing is settled.
    pub(super) shown: fn(&Settings) -> Option<Value>,
}

impl SettingKey {
    /// The table it stands in and its name there; no table when it stands outside of all.
    #[must_use]
    pub fn split(&self) -> (Option<&'static str>, &'static str) {
        match self.name.split_once('.') {
            Some((table, name)) => (Some(table), name),
            None => (None, self.name),
        }
    }
}

/// The words of `fail-on`.
const FAIL_ON: [&str; 5] = ["error", "warning", "info", "undetermined", "unread"];

/// All settings, in the order in which they are shown: first those outside tables.
// A row is the only place where a setting is described: the reader, the schema, the template and `config
// show` all run through it, so none of them can forget one.
pub const KEYS: [SettingKey; 14] = [
    SettingKey {
        name: "profile",
        zh: "工作方式：draft 起草、review 审查、audit 全面核查",
        en: "way of working: draft, review or audit",
        shape: SettingShape::Word(&Profile::WORDS),
        read: |reader, entry| {
            let profile = reader.word(entry, &Profile::WORDS, Profile::read);
            reader.settle(profile, |settings| &mut settings.profile);
        },
        shown: |settings| Some(settings.profile.word().into()),
    },
    SettingKey {
        name: "lang",
        zh: "输出语言（不写则随系统）",
        en: "language of the output (that of the system when unsaid)",
        shape: SettingShape::Word(&["zh", "en"]),
        read: |reader, entry| {
            let language = reader.word(entry, &["zh", "en"], Language::read);
            reader.settle(language.map(Some), |settings| &mut settings.language);
        },
        shown: |settings| Some(settings.language?.key().into()),
    },
    SettingKey {
        name: "fail-on",
        zh: "达到此级别时退出码为 1，可加 undetermined、unread",
        en: "exit with 1 from this level on; undetermined and unread may be added",
        shape: SettingShape::Words(&FAIL_ON),
        read: |reader, entry| {
            let fail_on = reader.word(entry, &FAIL_ON, FailOn::read);
            reader.settle(fail_on, |settings| &mut settings.fail_on);
        },
        shown: |settings| Some(settings.fail_on.words().into()),
    },
    SettingKey {
        name: "max-file-size",
        zh: "超过此大小的文件不读取",
        en: "larger files are not read",
        shape: SettingShape::Size,
        read: |reader, entry| {
            let size = reader.size(entry);
            reader.settle(size, |settings| &mut settings.max_file_size);
        },
        shown: |settings| Some(number::size_text(settings.max_file_size).into()),
    },
    SettingKey {
        name: "tiers",
        zh: "层级名称，由高到低",
        en: "names of the tiers, from the highest down",
        shape: SettingShape::Names,
        read: |reader, entry| {
            let tiers = reader.names(entry);
            reader.settle(tiers, |settings| &mut settings.tiers);
        },
        shown: |settings| Some(names_as_value(&settings.tiers)),
    },
    SettingKey {
        name: "classes.binding",
        zh: "属性一栏里也表示约束性的词",
        en: "further words of the class column that mean binding",
        shape: SettingShape::AnyNames,
        read: |reader, entry| {
            let words = reader.any_names(entry);
            reader.settle(words, |settings| &mut settings.binding_words);
        },
        shown: |settings| Some(names_as_value(&settings.binding_words)),
    },
    SettingKey {
        name: "classes.indicative",
        zh: "属性一栏里也表示预期性的词",
        en: "further words of the class column that mean indicative",
        shape: SettingShape::AnyNames,
        read: |reader, entry| {
            let words = reader.any_names(entry);
            reader.settle(words, |settings| &mut settings.indicative_words);
        },
        shown: |settings| Some(names_as_value(&settings.indicative_words)),
    },
    SettingKey {
        name: "tolerance.about",
        zh: "“左右”“约”容许的偏差，占数值的份额",
        en: "how far 左右 and 约 (about) reach, as a share of the number",
        shape: SettingShape::Number(Bounds::Share),
        read: |reader, entry| read_bounded_number(reader, entry, Bounds::Share, |s| &mut s.about),
        shown: |settings| decimal_as_text(settings.about),
    },
    SettingKey {
        name: "trajectory.converges",
        zh: "与上级的差距缩小到基期差距的这一份额以下，即为追赶",
        en: "a child whose gap shrinks below this share of the base gap catches up",
        shape: SettingShape::Number(Bounds::Converging),
        read: |reader, entry| {
            read_bounded_number(reader, entry, Bounds::Converging, |s| &mut s.trajectory.converges);
        },
        shown: |settings| decimal_as_text(settings.trajectory.converges),
    },
    SettingKey {
        name: "trajectory.diverges",
        zh: "与上级的差距扩大到基期差距的这一份额以上，即为掉队",
        en: "a child whose gap grows above this share of the base gap falls behind",
        shape: SettingShape::Number(Bounds::Diverging),
        read: |reader, entry| {
            read_bounded_number(reader, entry, Bounds::Diverging, |s| &mut s.trajectory.diverges);
        },
        shown: |settings| decimal_as_text(settings.trajectory.diverges),
    },
    SettingKey {
        name: "schedule.warning",
        zh: "实绩走完应有进度的份额低于此数，请说明",
        en: "an observed value that has covered less than this share of the way due is a warning",
        shape: SettingShape::Number(Bounds::Converging),
        read: |reader, entry| {
            read_bounded_number(reader, entry, Bounds::Converging, |s| &mut s.schedule.warning);
        },
        shown: |settings| decimal_as_text(settings.schedule.warning),
    },
    SettingKey {
        name: "schedule.error",
        zh: "实绩走完应有进度的份额低于此数，须核改",
        en: "an observed value that has covered less than this share of the way due is an error",
        shape: SettingShape::Number(Bounds::Converging),
        read: |reader, entry| {
            read_bounded_number(reader, entry, Bounds::Converging, |s| &mut s.schedule.error)
        },
        shown: |settings| decimal_as_text(settings.schedule.error),
    },
    SettingKey {
        name: "levels",
        zh: "规则的最高级别，off 为不检查；只降低，不提高",
        en: "how loud a rule may be at most, off drops it; nothing is ever raised",
        shape: SettingShape::Levels(&LEVEL_WORDS),
        read: places::read_level_caps,
        shown: |settings| places::shown_caps(&settings.levels.caps),
    },
    SettingKey {
        name: "override",
        zh: "某些文件（paths，相对于本文件所在目录）或某些地区及其下级（regions）另定级别，以最后一组为准",
        en: "other levels for some files (paths, from the folder of this file) or for some regions and all below them (regions); the last one counts",
        shape: SettingShape::Overrides,
        read: places::read_overrides,
        shown: |settings| places::shown_overrides(&settings.levels.overrides),
    },
];

fn read_bounded_number(
    reader: &mut SettingsReader<'_>,
    entry: &TomlEntry<'_>,
    bounds: Bounds,
    at: fn(&mut Settings) -> &mut Decimal,
) {
    let number = reader.problems.number(entry, Expected::Number(bounds), |n| bounds.hold(n));
    reader.settle(number, at);
}

/// In quotes, so that no reader makes a binary fraction of it.
fn decimal_as_text(number: Decimal) -> Option<Value> {
    Some(number.to_string().into())
}
