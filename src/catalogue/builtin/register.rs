//! The register of Chinese divisions from the nation down to counties: read once, when the first name asks for it.

use std::{collections::HashMap, sync::LazyLock};

use super::super::WrittenPath;

/// The table; its head names the source and its licence.
const TEXT: &str = include_str!("regions.csv");

/// Names one division of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Division(u32);

/// One line of the table.
struct RegisterLine {
    code: &'static str,
    name: &'static str,
    tier: &'static str,
    above: Option<Division>,
}

/// All divisions by their names.
pub struct Register {
    lines: Vec<RegisterLine>,
    by_name: HashMap<&'static str, Vec<Division>>,
    /// Autonomous divisions by the names that people call them: 黔东南州.
    short: HashMap<String, Vec<Division>>,
}

/// The peoples that autonomous divisions are named after.
// With and without 族, as the register writes them: 木垒哈萨克自治县, 阿克塞哈萨克族自治县.
const PEOPLES: &str = "\
    蒙古族 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 \
    东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 阿昌族 普米族 塔吉克 怒族 鄂温克族 保安族 裕固族 蒙古 独龙族 各族";

/// The name of an autonomous division without its peoples: 黔东南州, 恩施州, 广西. A name that is only a people's has none.
fn without_peoples(name: &str) -> Option<String> {
    let (stem, end) = name.split_once("自治")?;
    let mut bare = stem;
    while let Some(rest) = PEOPLES.split(' ').find_map(|people| bare.strip_suffix(people)) {
        match rest.chars().count() {
            0 => return None,
            // 内蒙古 is a place.
            // The rest of 内蒙古 without its people would be 内.
            1 => break,
            _ => bare = rest,
        }
    }
    // 自治区 goes as a whole, 广西; of 自治州 and 自治县 the last character stays, 恩施州.
    Some(if end == "区" { bare.to_owned() } else { format!("{bare}{end}") })
}

/// The built-in register.
#[must_use]
pub fn builtin_register() -> &'static Register {
    static REGISTER: LazyLock<Register> = LazyLock::new(|| Register::read(TEXT));
    &REGISTER
}

impl Register {
    /// Reads the table; a division stands below the one above it.
    fn read(text: &'static str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
        let mut read = Self { lines: Vec::new(), by_name: HashMap::new(), short: HashMap::new() };
        let mut by_code: HashMap<&str, Division> = HashMap::new();
        for line in lines {
            let mut cells = line.split(',');
            let mut cell = || cells.next().unwrap_or_default();
            let (code, name, tier, above) = (cell(), cell(), cell(), cell());
            let division = Division(u32::try_from(read.lines.len()).unwrap_or(u32::MAX));
            by_code.insert(code, division);
            read.by_name.entry(name).or_default().push(division);
            if let Some(short) = without_peoples(name) {
                read.short.entry(short).or_default().push(division);
            }
            read.lines.push(RegisterLine { code, name, tier, above: by_code.get(above).copied() });
        }
        read
    }

    /// The divisions that a name, or as much of a path as is written, means.
    #[must_use]
    pub fn find(&self, path: &WrittenPath) -> Vec<Division> {
        // The full name first: a short one may be the full name of another division.
        let named = self.by_name.get(path.name).or_else(|| self.short.get(path.name));
        let namesakes = named.into_iter().flatten().copied();
        namesakes
            .filter(|&division| path.fits(self.line(division).skip(1).map(|d| self.name(d))))
            .collect()
    }

    /// A division and those above it, nearest first.
    pub fn line(&self, division: Division) -> impl Iterator<Item = Division> {
        std::iter::successors(Some(division), |&division| self.above(division))
    }

    fn get(&self, division: Division) -> Option<&RegisterLine> {
        self.lines.get(division.0 as usize)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, division: Division) -> &'static str {
        self.get(division).map_or("", |line| line.name)
    }

    /// The first name of its tier: 国家, 省, 市 or 县.
    #[must_use]
    pub fn tier(&self, division: Division) -> &'static str {
        self.get(division).map_or("", |line| line.tier)
    }

    /// Its code.
    #[must_use]
    pub fn code(&self, division: Division) -> &'static str {
        self.get(division).map_or("", |line| line.code)
    }

    /// The division above it.
    #[must_use]
    pub fn above(&self, division: Division) -> Option<Division> {
        self.get(division).and_then(|line| line.above)
    }

    /// The names of all divisions, in the order of the table.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.lines.iter().map(|line| line.name)
    }

    /// How many divisions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn autonomous_divisions_have_the_names_people_use() {
        for (name, short) in [
            ("黔东南苗族侗族自治州", Some("黔东南州")),
            ("广西壮族自治区", Some("广西")),
            ("内蒙古自治区", Some("内蒙古")),
            ("博尔塔拉蒙古自治州", Some("博尔塔拉州")),
            ("隆林各族自治县", Some("隆林县")),
            ("东乡族自治县", None),
            ("德清县", None),
        ] {
            assert_eq!(without_peoples(name).as_deref(), short, "{name}");
        }
        let found = builtin_register().find(&WrittenPath::of("贵州省/黔东南州"));
        assert_eq!(found.len(), 1);
    }
}
