//! A register of the Migrant Workers Convention and of the acts towards it, with nothing of its Committee or of reports: what
//! a test records there is all that there is.

use crate::desk::{Desk, data};

/// The register, in a folder of its own.
pub fn convention() -> Desk {
    let desk = Desk::bare();
    desk.done(&["init", "--empty"]);
    let files = ["parties.toml", "treaties/IV-13.toml", "acts/IV-13.csv"].map(data);
    let files = files.iter().map(|file| file.to_str().unwrap());
    desk.done(&["import"].into_iter().chain(files).collect::<Vec<_>>());
    desk
}

/// The same with fourteen members: those elected at the fifth and at the sixth meeting of States parties, as press
/// releases HR/5079 and HR/5140 name them.
pub fn with_the_sixth_meeting() -> Desk {
    let desk = convention();
    desk.write("members.toml", MEMBERS).done(&["import", "members.toml"]);
    desk
}

const MEMBERS: &str = r#"
[[election]]
treaty    = "IV-13"
date      = "../2011-12-31"
seats     = 7
term-from = 2012-01-01
term-to   = 2015-12-31
standing  = "published"
source    = "Press release HR/5079"
elected   = [
  { name = "Francisco Carrión-Mena", nominated-by = "Ecuador" },
  { name = "Khedidja Ladjel", nominated-by = "Algeria" },
  { name = "Marco Nuñez-Melgar Maguiña", nominated-by = "Peru" },
  { name = "Myriam Poussi", nominated-by = "Burkina Faso" },
  { name = "Abdelhamid el Jamri", nominated-by = "Morocco" },
  { name = "Azad Taghizade", nominated-by = "Azerbaijan" },
  { name = "Ahmed Hassan el-Borai", nominated-by = "Egypt" },
]

[[election]]
treaty    = "IV-13"
date      = 2013-05-30
seats     = 7
term-from = 2014-01-01
term-to   = 2017-12-31
source    = "Press release HR/5140"
elected   = [
  { name = "Prasad Kariyawasam", nominated-by = "Sri Lanka" },
  { name = "Md. Sahidul Haque", nominated-by = "Bangladesh" },
  { name = "José Serrano Brillantes", nominated-by = "Philippines" },
  { name = "Ahmadou Tall", nominated-by = "Senegal" },
  { name = "Salome Castellanos", nominated-by = "Honduras" },
  { name = "Pablo Ceriani Cernadas", nominated-by = "Argentina" },
  { name = "Fatoumata Abdourhamane Dicko", nominated-by = "Mali" },
]

  [[election.ballot]]
  round  = 1
  voting = 45
  votes  = [
    { name = "Prasad Kariyawasam", nominated-by = "Sri Lanka", votes = 41 },
    { name = "Md. Sahidul Haque", nominated-by = "Bangladesh", votes = 39 },
    { name = "José Serrano Brillantes", nominated-by = "Philippines", votes = 38 },
    { name = "Ahmadou Tall", nominated-by = "Senegal", votes = 35 },
    { name = "Salome Castellanos", nominated-by = "Honduras", votes = 32 },
    { name = "Pablo Ceriani Cernadas", nominated-by = "Argentina", votes = 30 },
    { name = "Fatoumata Abdourhamane Dicko", nominated-by = "Mali", votes = 25 },
  ]
"#;

/// Asks a register in which fourteen members are elected to record things that it must refuse.
pub struct Clerk {
    desk: Desk,
    before: u64,
}

impl Clerk {
    pub fn new() -> Self {
        let desk = with_the_sixth_meeting();
        let before = desk.entries();
        Self { desk, before }
    }

    /// Records what must be refused, each of the parts being said.
    #[track_caller]
    pub fn refuses(&self, records: &str, parts: &[&str]) {
        self.desk.write("body.toml", of_the_convention(records));
        let complaint = self.desk.refused(&["import", "body.toml"]);
        for part in parts.iter().chain(&["nothing was recorded"]) {
            assert!(complaint.contains(part), "`{part}` is not in:\n{complaint}");
        }
        assert_eq!(self.desk.entries(), self.before, "something was recorded");
    }
}

/// The records, each with the treaty that it is about; a table within one names none of its own.
pub fn of_the_convention(records: &str) -> String {
    let treaty = |line: &str| {
        let is_record = line.starts_with("[[") && !line.contains('.');
        if is_record { format!("{line}\ntreaty = \"IV-13\"\n") } else { format!("{line}\n") }
    };
    records.lines().map(treaty).collect()
}
