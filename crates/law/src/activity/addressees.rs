//! The States to which something is addressed.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::nearest::nearest;
use crate::party::PartyCode;

/// States named one by one, or all of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addressees<P = PartyCode> {
    /// These.
    States(Vec<P>),
    /// Any State of a kind.
    Any(AnyState),
}

/// States that nobody named one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnyState {
    /// All States.
    All,
    /// Those not party to the treaty promoted.
    NotParty,
    /// Those party to it.
    Party,
}

impl AnyState {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::All, Self::NotParty, Self::Party];

    /// The word for it, as in records.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all-states",
            Self::NotParty => "states-not-party",
            Self::Party => "states-parties",
        }
    }

    /// The kind of which that is the word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|any| any.word() == word)
    }
}

impl<P> Addressees<P> {
    /// The same with the States named otherwise.
    ///
    /// # Errors
    /// The first that `named` has for a State.
    pub fn with_states<Q, E>(self, named: impl FnMut(P) -> Result<Q, E>) -> Result<Addressees<Q>, E> {
        match self {
            Self::States(states) => states.into_iter().map(named).collect::<Result<_, _>>().map(Addressees::States),
            Self::Any(any) => Ok(Addressees::Any(any)),
        }
    }

    /// The States that are named.
    #[must_use]
    pub fn named(&self) -> &[P] {
        match self {
            Self::States(states) => states,
            Self::Any(_) => &[],
        }
    }
}

impl<P: Serialize> Serialize for Addressees<P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::States(states) => states.serialize(serializer),
            Self::Any(any) => serializer.serialize_str(any.word()),
        }
    }
}

impl<'de, P: Deserialize<'de>> Deserialize<'de> for Addressees<P> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListOrWord<P>(PhantomData<P>);
        impl<'de, P: Deserialize<'de>> Visitor<'de> for ListOrWord<P> {
            type Value = Addressees<P>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let words = AnyState::ALL.map(|any| format!("\"{}\"", any.word()));
                write!(f, "a list of States, [\"Mali\", \"TGO\"], or one of {}", words.join(", "))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                AnyState::of_word(text).map(Addressees::Any).ok_or_else(|| {
                    let near = nearest(text, AnyState::ALL.map(AnyState::word), 1).pop();
                    let near = near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
                    E::custom(format_args!("`{text}` is nobody: write {}{near}", &self as &dyn serde::de::Expected))
                })
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut states = Vec::new();
                while let Some(state) = seq.next_element()? {
                    states.push(state);
                }
                Ok(Addressees::States(states))
            }
        }
        deserializer.deserialize_any(ListOrWord(PhantomData))
    }
}
