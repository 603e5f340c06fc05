//! A register of any size, always the same for the same numbers: treaties of a few common kinds, States that sign,
//! ratify, accede and now and then denounce.

use std::fmt::Write;

/// The treaties, as TOML files, and the acts, as one CSV file.
pub struct Generated {
    pub parties: Vec<String>,
    pub treaties: Vec<String>,
    pub acts: String,
}

/// Numbers that look random and never change (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

const STATES: usize = 200;

const CLAUSES: [(&str, &str); 4] = [
    ("30th day after", "deposits after the Nth"),
    ("3 months after", "deposits after the Nth"),
    ("first day of the month following a period of 3 months after", "deposits after entry into force"),
    ("90 days after", "deposits after entry into force"),
];

impl Generated {
    /// So many treaties with about so many acts in all.
    pub fn of(treaties: usize, acts: usize) -> Self {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let codes: Vec<String> = (0..STATES).map(code).collect();
        let parties = codes
            .iter()
            .map(|code| {
                format!("[[party]]\ncode = \"{code}\"\nkind = \"State\"\nnames = [{{ name = \"State {code}\" }}]\n")
            })
            .collect();
        let mut generated = Self { parties, treaties: Vec::new(), acts: "treaty,party,action,date\n".to_owned() };
        for number in 0..treaties {
            generated.treaties.push(treaty(number, &mut dice));
            generated.add_acts(number, acts / treaties, &codes, &mut dice);
        }
        generated
    }

    fn add_acts(&mut self, treaty: usize, number: usize, codes: &[String], dice: &mut Dice) {
        let mut written = 0;
        let first = usize::try_from(dice.below(STATES as u64)).unwrap_or_default();
        for at in 0..STATES {
            if written >= number {
                break;
            }
            let code = &codes[(first + at) % STATES];
            let year = 1951 + dice.below(60);
            let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
            let signs = dice.below(10) < 4;
            if signs {
                writeln!(self.acts, "X-{treaty},{code},signature,{year}-{month:02}-{day:02}").unwrap();
                written += 1;
            }
            let consent = if signs { "ratification" } else { "accession" };
            writeln!(self.acts, "X-{treaty},{code},{consent},{}-{month:02}-{day:02}", year + 1).unwrap();
            written += 1;
            if dice.below(100) == 0 {
                writeln!(self.acts, "X-{treaty},{code},denunciation,2014-{month:02}-{day:02}").unwrap();
                written += 1;
            }
        }
    }
}

fn code(number: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    format!("Q{}{}", letter(number / 26), letter(number))
}

fn treaty(number: usize, dice: &mut Dice) -> String {
    let (then, family) = CLAUSES[number % CLAUSES.len()];
    let needed = 5 + dice.below(50);
    format!(
        "treaty = \"X-{number}\"\ndepositary = \"Secretary-General\"\nadopted = {{ on = 1950-01-01 }}\n[title]\nen = \"Convention \
         {number}\"\n[entry-into-force]\narticle = \"1\"\nwhen = {{ instruments = {needed} }}\nthen = \"{then}\"\n\
         [entry-into-force.each-party]\narticle = \"2\"\nfor = \"{family}\"\nthen = \"{then}\"\n[denunciation]\narticle = \
         \"3\"\neffect = \"1 year after\"\n"
    )
}
