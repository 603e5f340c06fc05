//! Who does something to promote a treaty.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Somebody who did something, as in running text: "the Steering Committee". In records a name alone says that nothing is
/// said of the kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organizer {
    /// The name.
    pub name: String,
    /// What it is, where that is said.
    pub kind: Option<OrganizerKind>,
}

/// What an organizer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganizerKind {
    /// A State.
    State,
    /// The Secretariat of the United Nations: the Secretary-General, and an office or department of it.
    Secretariat,
    /// An organ of the United Nations: the General Assembly, the Commission on Human Rights.
    Organ,
    /// A treaty body.
    TreatyBody,
    /// A special procedure: a special rapporteur, an independent expert, a working group.
    SpecialProcedure,
    /// A specialized agency or another intergovernmental organization.
    IntergovernmentalOrganization,
    /// A regional organization.
    RegionalOrganization,
    /// A national human rights institution.
    NationalInstitution,
    /// A non-governmental organization.
    NonGovernmentalOrganization,
    /// A campaign, or the committee that leads one.
    Campaign,
    /// Anybody else.
    Other,
}

impl OrganizerKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::State,
        Self::Secretariat,
        Self::Organ,
        Self::TreatyBody,
        Self::SpecialProcedure,
        Self::IntergovernmentalOrganization,
        Self::RegionalOrganization,
        Self::NationalInstitution,
        Self::NonGovernmentalOrganization,
        Self::Campaign,
        Self::Other,
    ];

    /// The word for it, as in records.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Secretariat => "secretariat",
            Self::Organ => "organ",
            Self::TreatyBody => "treaty-body",
            Self::SpecialProcedure => "special-procedure",
            Self::IntergovernmentalOrganization => "intergovernmental-organization",
            Self::RegionalOrganization => "regional-organization",
            Self::NationalInstitution => "national-institution",
            Self::NonGovernmentalOrganization => "non-governmental-organization",
            Self::Campaign => "campaign",
            Self::Other => "other",
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfKind {
    name: String,
    kind: OrganizerKind,
}

impl Serialize for Organizer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.kind {
            Some(kind) => OfKind { name: self.name.clone(), kind }.serialize(serializer),
            None => serializer.serialize_str(&self.name),
        }
    }
}

impl<'de> Deserialize<'de> for Organizer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrTable;
        impl<'de> Visitor<'de> for NameOrTable {
            type Value = Organizer;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "a name, \"the Steering Committee\", or { name = \"the Steering Committee\", kind = \"campaign\" }",
                )
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Organizer, E> {
                Ok(Organizer { name: name.to_owned(), kind: None })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Organizer, A::Error> {
                let OfKind { name, kind } = OfKind::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Organizer { name, kind: Some(kind) })
            }
        }
        deserializer.deserialize_any(NameOrTable)
    }
}
