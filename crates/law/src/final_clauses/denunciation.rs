//! How a party leaves.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{Delay, Wording};

/// The clause on denunciation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Denunciation {
    /// The article.
    pub article: String,
    /// How long a party must have been bound before it may give notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Floor>,
    /// The period from receipt of the notice to its effect.
    pub effect: Wording,
    /// What survives, in the treaty's terms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub survives: Vec<String>,
}

/// A time during which a treaty can't be denounced, such as "5 years after entry into force for the party".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    text: String,
    delay: Delay,
    of_the_treaty: bool,
}

impl Floor {
    /// The words, as the treaty's file has them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The period.
    #[must_use]
    pub const fn delay(&self) -> Delay {
        self.delay
    }

    /// Whether the period runs from the treaty's own entry into force rather than from that for the party.
    #[must_use]
    pub const fn runs_from_the_treaty(&self) -> bool {
        self.of_the_treaty
    }
}

impl FromStr for Floor {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || format!("`{text}` is not a floor; write, say, `5 years after entry into force for the party`");
        let (period, rest) = text.split_once(" after ").ok_or_else(fault)?;
        let of_the_treaty = match rest.trim() {
            "entry into force for the party" | "entry into force for the State" => false,
            "entry into force" => true,
            _ => return Err(fault()),
        };
        let wording: Wording = format!("{period} after").parse().map_err(|_| fault())?;
        Ok(Self { text: text.to_owned(), delay: wording.delay(), of_the_treaty })
    }
}

impl fmt::Display for Floor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Floor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Floor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
