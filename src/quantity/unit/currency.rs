//! The signs and codes of currencies that stand before a magnitude: `£m`, `US$ billion`.

/// The currency a text begins with, and the rest: `£million`.
pub fn leading_currency(text: &str) -> Option<(&'static str, &str)> {
    // A sign stands before those that it holds, us$ before $. The bare $ is taken for the American one.
    const SIGNS: [(&str, &str); 10] = [
        ("us$", "美元"),
        ("usd", "美元"),
        ("$", "美元"),
        ("€", "欧元"),
        ("eur", "欧元"),
        ("£", "英镑"),
        ("gbp", "英镑"),
        ("rmb", "元"),
        ("cny", "元"),
        ("¥", "元"),
    ];
    SIGNS.iter().find_map(|(sign, name)| Some((*name, text.strip_prefix(sign)?)))
}
