//! The key of a choice: the name of its variant as it is serialised, which settings, machines and the table of terms share.

use std::fmt::{self, Display};

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};

/// A choice whose variants have keys: what machines, settings and the table of terms call them. What serde calls a variant is
/// its key, so that no second list of them can fall behind.
pub trait Keyed: Serialize {
    /// The key of the variant: `falls-behind`; empty for what is no variant.
    fn key(&self) -> &'static str {
        match self.serialize(VariantName) {
            Ok(name) | Err(NoName(name)) => name,
        }
    }
}

impl<T: Keyed + ?Sized> Keyed for &T {
    fn key(&self) -> &'static str {
        (**self).key()
    }
}

/// Serialises a variant as its name, and nothing else as anything.
struct VariantName;

/// What has no variant to name; of a variant that holds something its name all the same.
#[derive(Debug)]
struct NoName(&'static str);

impl Display for NoName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for NoName {}

impl ser::Error for NoName {
    fn custom<T: Display>(_: T) -> Self {
        Self("")
    }
}

type VariantKey = Result<&'static str, NoName>;
type Nothing = Impossible<&'static str, NoName>;

/// Values that are no variants.
macro_rules! nameless {
    ($($method:ident($type:ty),)*) => {
        $(fn $method(self, _: $type) -> VariantKey {
            Err(NoName(""))
        })*
    };
}

impl Serializer for VariantName {
    type Ok = &'static str;
    type Error = NoName;
    type SerializeSeq = Nothing;
    type SerializeTuple = Nothing;
    type SerializeTupleStruct = Nothing;
    type SerializeTupleVariant = Nothing;
    type SerializeMap = Nothing;
    type SerializeStruct = Nothing;
    type SerializeStructVariant = Nothing;

    nameless! {
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8]),
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> VariantKey {
        Ok(variant)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> VariantKey {
        Ok(variant)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Nothing, NoName> {
        Err(NoName(variant))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Nothing, NoName> {
        Err(NoName(variant))
    }

    fn serialize_none(self) -> VariantKey {
        Err(NoName(""))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> VariantKey {
        value.serialize(self)
    }

    fn serialize_unit(self) -> VariantKey {
        Err(NoName(""))
    }

    fn serialize_unit_struct(self, _: &'static str) -> VariantKey {
        Err(NoName(""))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> VariantKey {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Nothing, NoName> {
        Err(NoName(""))
    }

    fn serialize_tuple(self, _: usize) -> Result<Nothing, NoName> {
        Err(NoName(""))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Nothing, NoName> {
        Err(NoName(""))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Nothing, NoName> {
        Err(NoName(""))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Nothing, NoName> {
        Err(NoName(""))
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
