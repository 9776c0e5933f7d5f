//! The key of a choice: the name of its variant as it is serialised, which settings, machines and the table of terms share.

use serde::Serialize;
use serde_variant::to_variant_name;

/// A choice whose variants have keys: what machines, settings and the table of terms call them. What serde calls a variant is
/// its key, so that no second list of them can fall behind.
pub trait Keyed: Serialize {
    /// The key of the variant: `falls-behind`; empty for what is no variant.
    fn key(&self) -> &'static str {
        to_variant_name(&self).unwrap_or_default()
    }
}

impl<T: Keyed + ?Sized> Keyed for &T {
    fn key(&self) -> &'static str {
        (**self).key()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Fruit {
        RedApple,
        #[serde(rename = "pear")]
        Other,
        Many(u8),
        Cut {
            halves: u8,
        },
    }

    impl Keyed for Fruit {}

    #[test]
    fn a_variant_is_called_what_serde_calls_it() {
        let all = [Fruit::RedApple, Fruit::Other, Fruit::Many(2), Fruit::Cut { halves: 2 }];
        assert_eq!(all.map(|fruit| fruit.key()), ["red-apple", "pear", "many", "cut"]);
    }
}
