//! Any serialisable fact as a plain value: names, words, exact numbers, counts, flags, lists and records of these.

use std::{borrow::Cow, fmt};

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple},
};

use crate::quantity::Decimal;

use super::value::{FactRecord, Value};

/// The name under which an exact number travels through a serializer.
pub(super) const EXACT: &str = "ExactNumber";

/// The value of `fact`; none where it is something that no sentence can say, such as a float.
pub(super) fn valued(fact: &(impl Serialize + ?Sized)) -> Option<Value> {
    fact.serialize(ValueSerializer).ok()
}

/// A fact that is no value.
#[derive(Debug)]
struct Untold;

impl fmt::Display for Untold {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no fact that a sentence can say")
    }
}

impl std::error::Error for Untold {}

impl ser::Error for Untold {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct ValueSerializer;

/// Counts of every width.
macro_rules! counts {
    ($($serialize:ident: $width:ty),*) => {
        $(fn $serialize(self, count: $width) -> Result<Value, Untold> {
            Ok(Value::Count(i64::try_from(count).unwrap_or(i64::MAX)))
        })*
    };
}

impl Serializer for ValueSerializer {
    type Ok = Value;
    type Error = Untold;
    type SerializeSeq = ListSerializer;
    type SerializeTuple = ListSerializer;
    type SerializeMap = RecordSerializer;
    type SerializeStruct = RecordSerializer;
    type SerializeTupleStruct = Impossible<Value, Untold>;
    type SerializeTupleVariant = Impossible<Value, Untold>;
    type SerializeStructVariant = Impossible<Value, Untold>;

    counts!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    );

    fn serialize_bool(self, flag: bool) -> Result<Value, Untold> {
        Ok(Value::Flag(flag))
    }

    fn serialize_f32(self, _: f32) -> Result<Value, Untold> {
        Err(Untold)
    }

    fn serialize_f64(self, _: f64) -> Result<Value, Untold> {
        Err(Untold)
    }

    fn serialize_char(self, character: char) -> Result<Value, Untold> {
        Ok(Value::Text(character.to_string().into()))
    }

    fn serialize_str(self, text: &str) -> Result<Value, Untold> {
        Ok(Value::Text(text.into()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Value, Untold> {
        Err(Untold)
    }

    fn serialize_none(self) -> Result<Value, Untold> {
        Ok(Value::Text("".into()))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, some: &T) -> Result<Value, Untold> {
        some.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Untold> {
        Ok(Value::Record(FactRecord::new()))
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Untold> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        key: &'static str,
    ) -> Result<Value, Untold> {
        self.serialize_str(key)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        inner: &T,
    ) -> Result<Value, Untold> {
        match inner.serialize(self)? {
            Value::Text(digits) if name == EXACT => {
                Decimal::from_str_exact(&digits).map(Value::Number).map_err(|_| Untold)
            }
            value => Ok(value),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        inner: &T,
    ) -> Result<Value, Untold> {
        inner.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListSerializer, Untold> {
        Ok(ListSerializer(Vec::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<ListSerializer, Untold> {
        Ok(ListSerializer(Vec::new()))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Untold> {
        Err(Untold)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Untold> {
        Err(Untold)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<RecordSerializer, Untold> {
        Ok(RecordSerializer::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<RecordSerializer, Untold> {
        Ok(RecordSerializer::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Untold> {
        Err(Untold)
    }
}

struct ListSerializer(Vec<Value>);

impl SerializeSeq for ListSerializer {
    type Ok = Value;
    type Error = Untold;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, one: &T) -> Result<(), Untold> {
        self.0.push(one.serialize(ValueSerializer)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Untold> {
        Ok(Value::List(self.0))
    }
}

impl SerializeTuple for ListSerializer {
    type Ok = Value;
    type Error = Untold;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, one: &T) -> Result<(), Untold> {
        SerializeSeq::serialize_element(self, one)
    }

    fn end(self) -> Result<Value, Untold> {
        SerializeSeq::end(self)
    }
}

/// Records, and what is made of several of them: a map by way of serde's `flatten`.
#[derive(Default)]
struct RecordSerializer {
    record: FactRecord,
    name: Cow<'static, str>,
}

impl SerializeStruct for RecordSerializer {
    type Ok = Value;
    type Error = Untold;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        fact: &T,
    ) -> Result<(), Untold> {
        self.record.insert(Cow::Borrowed(name), fact.serialize(ValueSerializer)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Untold> {
        Ok(Value::Record(self.record))
    }
}

impl SerializeMap for RecordSerializer {
    type Ok = Value;
    type Error = Untold;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Untold> {
        let Value::Text(name) = name.serialize(ValueSerializer)? else { return Err(Untold) };
        self.name = Cow::Owned(name.to_string());
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, fact: &T) -> Result<(), Untold> {
        let name = std::mem::take(&mut self.name);
        self.record.insert(name, fact.serialize(ValueSerializer)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Untold> {
        Ok(Value::Record(self.record))
    }
}
