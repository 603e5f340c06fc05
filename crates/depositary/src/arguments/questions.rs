//! What is asked of a register.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use law::activity::ActivityKind;
use law::calendar::AsAt;
use law::statement::StatementKind;

use super::{Printed, Question};
use crate::point::Point;
use crate::range::Points;

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct Status {
    /// The treaty, such as IV-13.
    pub treaty: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `state`.
#[derive(Debug, Args)]
pub struct State {
    /// The State, by code or by any of its names.
    #[arg(value_name = "STATE")]
    pub party: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// The State, by code or by any of its names; without one, the treaty itself is explained.
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = ExplainFormat::Prose)]
    pub format: ExplainFormat,
}

/// Arguments of `committee`.
#[derive(Debug, Args)]
pub struct Committee {
    /// The treaty that set the body up, such as IV-13.
    pub treaty: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `history`.
#[derive(Debug, Args)]
pub struct History {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// The State, by code or by any of its names; without one, the history is of the treaty itself.
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The treaty, such as IV-13; without one, all treaties are compared.
    pub treaty: Option<String>,
    /// The State, by code or by any of its names: only its part is compared.
    pub state: Option<String>,
    /// The day that is asked about, or two days to compare; one left out is today.
    #[arg(long, value_name = "DATE[..DATE]", value_parser = as_at_points)]
    pub as_at: Option<Points<AsAt>>,
    /// What had been recorded by a moment, a day (its end) an entry's number or a checkpoint; or two of these to compare. One left out is
    /// everything recorded.
    #[arg(long, value_name = "POINT[..POINT]", default_value = "all", hide_default_value = true, value_parser = known_at_points)]
    pub known_at: Points<Point>,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `what-if`.
#[derive(Debug, Args)]
pub struct WhatIf {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// An act to suppose: "STATE, ACTION, DATE".
    #[arg(long = "act", required = true, value_name = "STATE, ACTION, DATE")]
    pub acts: Vec<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `check-treaties`.
#[derive(Debug, Args)]
pub struct CheckTreaties {
    /// One treaty, with every published date of a party that is not what the treaty's rule gives.
    pub treaty: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// How an explanation is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// Sentences.
    #[value(alias = "table")]
    Prose,
    /// For programs: the stable shape.
    Json,
}

/// Arguments of `reports`.
#[derive(Debug, Args)]
pub struct Reports {
    /// The treaty, such as IV-13; without one, name a State with --state.
    pub treaty: Option<String>,
    /// Only the reports of this State, by code or by any of its names.
    pub state: Option<String>,
    /// The reports of this State under every treaty, or under the one named.
    #[arg(long = "state", value_name = "STATE", conflicts_with = "state")]
    pub of_state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `declarations`.
#[derive(Debug, Args)]
pub struct Declarations {
    /// The treaty, such as IV-13.
    pub treaty: String,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `statements`.
#[derive(Debug, Args)]
pub struct Statements {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// Only those of a kind, such as reservation or opt-out.
    #[arg(long, value_name = "KIND", value_parser = statement_kind)]
    pub kind: Option<StatementKind>,
    /// Only those that concern an article, such as 92 or 92(1).
    #[arg(long, value_name = "ARTICLE")]
    pub article: Option<String>,
    /// Only those of this State, by code or by any of its names.
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

fn statement_kind(text: &str) -> Result<StatementKind, String> {
    text.parse().map_err(|unknown: law::report_act::NoSuchWord| unknown.to_string())
}

/// Arguments of `pair`.
#[derive(Debug, Args)]
pub struct Pair {
    /// The treaty, such as IV-13.
    pub treaty: String,
    /// One State, by code or by any of its names.
    #[arg(value_name = "STATE")]
    pub one: String,
    /// The other State.
    #[arg(value_name = "STATE")]
    pub other: String,
    /// Only reservations that concern an article, such as 92 or 92(1).
    #[arg(long, value_name = "ARTICLE")]
    pub article: Option<String>,
    /// For which territory of one of the two, such as Hong Kong.
    #[arg(long, value_name = "TERRITORY")]
    pub territory: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `reconcile`.
#[derive(Debug, Args)]
pub struct Reconcile {
    /// The text: plain (UTF-8), HTML, DOCX or PDF, in English, French or Spanish.
    pub file: PathBuf,
    /// The treaty that it is about, such as IV-13; without it, the treaty that it names most often.
    #[arg(long)]
    pub treaty: Option<String>,
    /// The day as at which it speaks, where it does not say so itself; without it, the day of its issue.
    #[arg(long, value_name = "DATE")]
    pub as_at: Option<AsAt>,
    /// Look only at what had been recorded by a moment, a day (its end), an entry's number or a checkpoint.
    #[arg(long, value_name = "MOMENT|DATE|ENTRY|FILE", default_value = "all", hide_default_value = true)]
    pub known_at: Point,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = ReconcileFormat::Table)]
    pub format: ReconcileFormat,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReconcileFormat {
    /// For people.
    Table,
    /// For programs: the stable shape.
    Json,
    /// For spreadsheets.
    Csv,
    /// A web page that stands alone: the text, and beside it what the register says.
    Html,
}

/// Arguments of `mandates`.
#[derive(Debug, Args)]
pub struct Mandates {
    /// The resolution, such as 57/201; without one, all resolutions.
    pub resolution: Option<String>,
    /// Only what is still to be done.
    #[arg(long)]
    pub open: bool,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

/// Arguments of `activities`.
#[derive(Debug, Args)]
pub struct Activities {
    /// The treaty promoted, such as IV-13; without one, all.
    pub treaty: Option<String>,
    /// The sort of activity.
    #[arg(long, value_name = "KIND", value_parser = activity_kind)]
    pub kind: Option<ActivityKind>,
    /// Words in the name of an organizer or of somebody who took part.
    #[arg(long, value_name = "WORDS")]
    pub by: Option<String>,
    /// The resolution whose request they serve, such as 57/201.
    #[arg(long, value_name = "RESOLUTION")]
    pub serves: Option<String>,
    /// Not those that were certainly over before this day.
    #[arg(long, value_name = "DATE")]
    pub from: Option<AsAt>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub printed: Printed,
}

fn activity_kind(text: &str) -> Result<ActivityKind, String> {
    ActivityKind::ALL.into_iter().find(|kind| kind.word() == text).ok_or_else(|| {
        format!(
            "there is no such sort of activity; write one of {}",
            ActivityKind::ALL.map(ActivityKind::word).join(", ")
        )
    })
}

/// Arguments of `calendar`.
#[derive(Debug, Args)]
pub struct Calendar {
    /// The treaty, such as IV-13; without one, all treaties.
    pub treaty: Option<String>,
    /// Only what concerns this State, by code or by any of its names.
    #[arg(long, value_name = "STATE")]
    pub state: Option<String>,
    #[command(flatten)]
    pub question: Question,
    /// The first day shown; the day that the question is about, if not given.
    #[arg(long, value_name = "DATE")]
    pub from: Option<AsAt>,
    /// The last day shown.
    #[arg(long, visible_alias = "to", value_name = "DATE")]
    pub until: Option<AsAt>,
    /// The form of the calendar.
    #[arg(long, value_enum, default_value_t = CalendarFormat::Table)]
    pub format: CalendarFormat,
}

/// How a calendar is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CalendarFormat {
    /// For people.
    Table,
    /// For programs: the stable shapes.
    Json,
    /// For spreadsheets.
    Csv,
    /// For calendar programs (RFC 5545).
    Ics,
}

fn as_at_points(text: &str) -> Result<Points<AsAt>, String> {
    Points::read(text, str::parse::<AsAt>)
}

fn known_at_points(text: &str) -> Result<Points<Point>, String> {
    Points::read(text, str::parse)
}
