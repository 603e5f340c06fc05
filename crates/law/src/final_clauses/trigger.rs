//! What brings a treaty into force: conditions on the instruments deposited, alone or combined.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::act::Action;
use crate::calendar::{Date, serde_day};
use crate::treaty::TreatyId;

/// What must have happened for a treaty to enter into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "TriggerTable", into = "TriggerTable")]
pub enum Trigger {
    /// So many instruments deposited, perhaps among them some that the treaty names.
    Instruments(InstrumentsNeeded),
    /// The instruments of every member of a list (`signatories`: of everybody who has signed).
    Every(String),
    /// Instruments of parties that together have a share of some weight.
    Share(ShareNeeded),
    /// Acceptance by a part of the parties to another treaty.
    Fraction(FractionNeeded),
    /// Nothing but time, unless too many of the parties to another treaty object: tacit acceptance.
    DeemedAccepted(TacitAcceptance),
    /// Another treaty is in force. The period does not run from that day: the treaty merely can't be in force before it.
    InForce(TreatyId),
    /// All of these at once.
    All(Vec<Trigger>),
    /// Whichever comes first.
    Any(Vec<Trigger>),
}

/// A number of instruments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentsNeeded {
    /// How many.
    pub count: u16,
    /// Of which kinds; empty: any that expresses consent to be bound, succession excepted, because the predecessor's
    /// own instrument has been counted.
    pub of: Vec<Action>,
    /// Those that must be among them.
    pub including: Option<Including>,
    /// Whether the treaty speaks of parties rather than of instruments.
    pub as_parties: bool,
}

/// Parties that must be among those counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Including {
    /// Every member of a list.
    Every {
        /// The list.
        every: String,
    },
    /// So many members of a list.
    AtLeast {
        /// How many.
        #[serde(rename = "at-least")]
        at_least: u16,
        /// The list.
        from: String,
    },
}

/// A share of a weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareNeeded {
    /// The share needed, of the whole weight.
    pub share: Percent,
    /// Of what, in the treaty's words.
    pub of: Option<String>,
    /// The weights, by name.
    pub weights: String,
}

/// A part of the parties to another treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FractionNeeded {
    /// Which part.
    pub fraction: Fraction,
    /// The treaty whose parties are counted; without one, the treaty's parent.
    pub to: Option<TreatyId>,
    /// When they are counted.
    pub counted: Counted,
}

/// Tacit acceptance of an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TacitAcceptance {
    /// The day on which it is deemed accepted.
    pub on: Date,
    /// It is not, if more than this part of the parties have objected by then.
    pub unless: Fraction,
    /// The treaty whose parties are counted; without one, the treaty's parent.
    pub to: Option<TreatyId>,
}

/// When the parties are counted that a fraction is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Counted {
    /// On the day of each acceptance, as the Secretary-General does unless the treaty says otherwise.
    #[default]
    #[serde(rename = "at the time of each acceptance")]
    EachTime,
    /// On the day of the amendment's adoption.
    #[serde(rename = "at adoption")]
    AtAdoption,
}

/// A share in hundredths, exact to a millionth of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Percent(u64);

impl Percent {
    /// The whole.
    pub const WHOLE: Self = Self(100_000_000);

    /// In millionths of a hundredth.
    #[must_use]
    pub const fn millionths(self) -> u64 {
        self.0
    }

    /// From millionths of a hundredth.
    #[must_use]
    pub const fn from_millionths(millionths: u64) -> Self {
        Self(millionths)
    }

    /// What is lacking to another share.
    #[must_use]
    pub const fn lacking(self, other: Self) -> Self {
        Self(other.0.saturating_sub(self.0))
    }
}

impl FromStr for Percent {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || format!("`{text}` is not a share: write a number such as 55 or 0.02");
        let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 6 {
            return Err(fault());
        }
        let whole: u64 = whole.parse().map_err(|_| fault())?;
        let part: u64 = format!("{part:0<6}").parse().map_err(|_| fault())?;
        whole.checked_mul(1_000_000).and_then(|whole| whole.checked_add(part)).map(Self).ok_or_else(fault)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 1_000_000, self.0 % 1_000_000);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let part = format!("{part:06}");
        write!(f, "{whole}.{}", part.trim_end_matches('0'))
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl serde::de::Visitor<'_> for Number {
            type Value = Percent;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a share in hundredths, such as 55 or \"0.02\"")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Percent, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Percent, E> {
                number.to_string().parse().map_err(E::custom)
            }
            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Percent, E> {
                number.to_string().parse().map_err(E::custom)
            }
            fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Percent, E> {
                number.to_string().parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Number)
    }
}

/// A part, such as two thirds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    numerator: u32,
    denominator: u32,
}

impl Fraction {
    /// Whether a number is more than that part of a whole.
    #[must_use]
    pub fn is_less_than(self, number: usize, whole: usize) -> bool {
        number * self.denominator as usize > whole * self.numerator as usize
    }

    /// The least number that is at least that part of a whole.
    #[must_use]
    pub fn at_least_of(self, whole: usize) -> usize {
        (whole * self.numerator as usize).div_ceil(self.denominator as usize)
    }
}

impl FromStr for Fraction {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split_once('/').and_then(|(numerator, denominator)| {
            Some((numerator.trim().parse::<u32>().ok()?, denominator.trim().parse::<u32>().ok()?))
        });
        match parts {
            Some((numerator, denominator)) if numerator > 0 && numerator <= denominator && denominator <= 1000 => {
                Ok(Self { numerator, denominator })
            }
            _ => Err(format!("`{text}` is not a part of a whole: write, say, 2/3")),
        }
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Trigger {
    /// How many instruments are needed, where nothing else is.
    #[must_use]
    pub fn instruments(&self) -> Option<&InstrumentsNeeded> {
        match self {
            Self::Instruments(needed) => Some(needed),
            _ => None,
        }
    }

    /// What is wrong with the condition by itself, if anything.
    #[must_use]
    pub fn fault(&self, has_parent: bool) -> Option<String> {
        match self {
            Self::Instruments(needed) if needed.count == 0 => Some("at least one instrument is needed".to_owned()),
            Self::Share(needed) if needed.share > Percent::WHOLE => Some("a share is not more than 100".to_owned()),
            Self::Fraction(needed) if needed.to.is_none() && !has_parent => {
                Some("a fraction needs `to`, the treaty whose parties are counted, or `parent` at the head".to_owned())
            }
            Self::DeemedAccepted(tacit) if tacit.to.is_none() && !has_parent => Some(
                "tacit acceptance needs `to`, the treaty whose parties may object, or `parent` at the head".to_owned(),
            ),
            Self::All(several) | Self::Any(several) => several.iter().find_map(|one| one.fault(has_parent)),
            _ => None,
        }
    }

    /// The other treaties that the condition refers to.
    #[must_use]
    pub fn refers_to(&self) -> Vec<&TreatyId> {
        match self {
            Self::InForce(treaty) => vec![treaty],
            Self::Fraction(needed) => needed.to.iter().collect(),
            Self::DeemedAccepted(tacit) => tacit.to.iter().collect(),
            Self::All(several) | Self::Any(several) => several.iter().flat_map(Self::refers_to).collect(),
            Self::Instruments(_) | Self::Every(_) | Self::Share(_) => Vec::new(),
        }
    }

    /// The lists and the weights, by name, that the condition refers to.
    #[must_use]
    pub fn names(&self) -> (Vec<&str>, Vec<&str>) {
        match self {
            Self::Every(list) if list != "signatories" => (vec![list], Vec::new()),
            Self::Instruments(InstrumentsNeeded { including: Some(including), .. }) => match including {
                Including::Every { every } => (vec![every], Vec::new()),
                Including::AtLeast { from, .. } => (vec![from], Vec::new()),
            },
            Self::Share(needed) => (Vec::new(), vec![&needed.weights]),
            Self::All(several) | Self::Any(several) => {
                let (lists, weights): (Vec<_>, Vec<_>) = several.iter().map(Self::names).unzip();
                (lists.concat(), weights.concat())
            }
            _ => (Vec::new(), Vec::new()),
        }
    }
}

impl InstrumentsNeeded {
    /// Whether an instrument of that kind is counted.
    #[must_use]
    pub fn counts(&self, action: Action) -> bool {
        if self.of.is_empty() {
            action.expresses_consent() && action != Action::Succession
        } else {
            self.of.contains(&action)
        }
    }
}

/// The trigger as a treaty's file writes it: one table with the keys of one of the kinds.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct TriggerTable {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instruments: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parties: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<Of>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    including: Option<Including>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    every: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    share: Option<Percent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weights: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fraction: Option<Fraction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<TreatyId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    counted: Option<Counted>,
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    deemed_accepted: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unless_objected_by: Option<Fraction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    in_force: Option<TreatyId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Trigger>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Trigger>>,
}

/// "Of" which kinds of instrument, or "of" what.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Of {
    Kinds(Vec<Action>),
    What(String),
}

impl<'de> Deserialize<'de> for Of {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Of;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of acts, or what is weighed")
            }
            fn visit_str<E: serde::de::Error>(self, what: &str) -> Result<Of, E> {
                Ok(Of::What(what.to_owned()))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Of, A::Error> {
                Deserialize::deserialize(serde::de::value::SeqAccessDeserializer::new(seq)).map(Of::Kinds)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl TryFrom<TriggerTable> for Trigger {
    type Error = String;

    fn try_from(table: TriggerTable) -> Result<Self, Self::Error> {
        let TriggerTable {
            instruments,
            parties,
            of,
            including,
            every,
            share,
            weights,
            fraction,
            to,
            counted,
            deemed_accepted,
            unless_objected_by,
            in_force,
            all,
            any,
        } = table;
        let heads = [
            instruments.is_some(),
            parties.is_some(),
            every.is_some(),
            share.is_some(),
            fraction.is_some(),
            deemed_accepted.is_some(),
            in_force.is_some(),
            all.is_some(),
            any.is_some(),
        ];
        if heads.iter().filter(|head| **head).count() != 1 {
            return Err(
                "a condition has exactly one of: instruments, parties, every, share, fraction, deemed-accepted, in-force, all, any"
                    .to_owned(),
            );
        }
        let stray = [
            ("of", of.is_some() && (instruments.or(parties).is_some() || share.is_some() || fraction.is_some())),
            ("including", including.is_some() && instruments.or(parties).is_some()),
            ("weights", weights.is_some() && share.is_some()),
            ("to", to.is_some() && (fraction.is_some() || deemed_accepted.is_some())),
            ("counted", counted.is_some() && fraction.is_some()),
            ("unless-objected-by", unless_objected_by.is_some() && deemed_accepted.is_some()),
        ];
        let given = [
            of.is_some(),
            including.is_some(),
            weights.is_some(),
            to.is_some(),
            counted.is_some(),
            unless_objected_by.is_some(),
        ];
        if let Some(((key, _), _)) = stray.iter().zip(given).find(|((_, belongs), given)| *given && !belongs) {
            return Err(format!("`{key}` does not belong to a condition of this kind"));
        }
        if let Some(count) = instruments.or(parties) {
            let of = match of {
                None => Vec::new(),
                Some(Of::Kinds(kinds)) => kinds,
                Some(Of::What(_)) => {
                    return Err("`of` is a list of acts here, such as [\"ratification\", \"accession\"]".to_owned());
                }
            };
            return Ok(Self::Instruments(InstrumentsNeeded { count, of, including, as_parties: parties.is_some() }));
        }
        if let Some(on) = deemed_accepted {
            let unless = unless_objected_by.ok_or("tacit acceptance needs `unless-objected-by`, such as \"1/3\"")?;
            return Ok(Self::DeemedAccepted(TacitAcceptance { on, unless, to }));
        }
        let what = || match &of {
            Some(Of::What(what)) => Some(what.clone()),
            _ => None,
        };
        match (every, share, fraction, in_force, all, any) {
            (Some(list), ..) => Ok(Self::Every(list)),
            (_, Some(share), ..) => {
                let weights = weights.ok_or("a share needs `weights`, the name of the table that holds them")?;
                Ok(Self::Share(ShareNeeded { share, of: what(), weights }))
            }
            (_, _, Some(fraction), ..) => {
                Ok(Self::Fraction(FractionNeeded { fraction, to, counted: counted.unwrap_or_default() }))
            }
            (_, _, _, Some(treaty), ..) => Ok(Self::InForce(treaty)),
            (_, _, _, _, Some(all), _) if !all.is_empty() => Ok(Self::All(all)),
            (.., Some(any)) if !any.is_empty() => Ok(Self::Any(any)),
            _ => Err("`all` and `any` hold at least one condition".to_owned()),
        }
    }
}

impl From<Trigger> for TriggerTable {
    fn from(trigger: Trigger) -> Self {
        match trigger {
            Trigger::Instruments(needed) => {
                let of = if needed.of.is_empty() { None } else { Some(Of::Kinds(needed.of)) };
                let (instruments, parties) =
                    if needed.as_parties { (None, Some(needed.count)) } else { (Some(needed.count), None) };
                Self { instruments, parties, of, including: needed.including, ..Self::default() }
            }
            Trigger::Every(list) => Self { every: Some(list), ..Self::default() },
            Trigger::Share(ShareNeeded { share, of, weights }) => {
                Self { share: Some(share), of: of.map(Of::What), weights: Some(weights), ..Self::default() }
            }
            Trigger::Fraction(FractionNeeded { fraction, to, counted }) => Self {
                fraction: Some(fraction),
                of: Some(Of::What("parties".to_owned())),
                to,
                counted: Some(counted),
                ..Self::default()
            },
            Trigger::DeemedAccepted(TacitAcceptance { on, unless, to }) => {
                Self { deemed_accepted: Some(on), unless_objected_by: Some(unless), to, ..Self::default() }
            }
            Trigger::InForce(treaty) => Self { in_force: Some(treaty), ..Self::default() },
            Trigger::All(all) => Self { all: Some(all), ..Self::default() },
            Trigger::Any(any) => Self { any: Some(any), ..Self::default() },
        }
    }
}
