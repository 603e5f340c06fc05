//! Killed while one act is recorded after another.

use rusqlite::Connection;

use super::killer::Killer;
use super::{rounds, treaties};
use crate::desk::Desk;

/// How many treaties there are for States to sign; more than acts that anybody will record.
const TREATIES: usize = 40;

fn act(treaty: usize, state: &str) -> String {
    format!("treaty,party,action,date\nX-{treaty},{state},signature,2001-01-01\n")
}

/// Everything that was recorded after an entry, by number.
fn bodies(desk: &Desk, after: u64) -> Vec<String> {
    let connection = Connection::open(desk.path("depositary.db")).unwrap();
    let mut select = connection.prepare("SELECT body FROM entry WHERE number > ?1 ORDER BY number").unwrap();
    let rows = select.query_map([after.cast_signed()], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn an_act_that_was_acknowledged_is_on_record_and_no_act_is_there_twice() {
    let desk = Desk::packaged();
    let files = treaties(&desk, TREATIES);
    desk.done(&["import"].into_iter().chain(files.iter().map(String::as_str)).collect::<Vec<_>>());
    let states = desk.states();
    let key = std::fs::read(desk.path("depositary.key")).unwrap();
    let mut signed = Vec::new();
    let mut signatures = (0..TREATIES).flat_map(|treaty| states.iter().map(move |state| (treaty, state)));
    let start = desk.entries();
    let mut sign = |desk: &Desk| {
        let (treaty, state) = signatures.next().unwrap();
        desk.write("act.csv", act(treaty, state));
        signed.push((treaty, state));
        start + signed.len() as u64
    };
    let mut killer = Killer::of(|_| {
        sign(&desk);
        desk.done(&["record", "act.csv"]);
    });
    while killer.killed() < rounds(25, 1000) {
        let number = sign(&desk);
        let left = killer.kill(desk.command(&["record", "act.csv"]));
        let entries = desk.entries();
        assert!([number - 1, number].contains(&entries), "{entries} entries, and {number} was being recorded");
        killer.count(&left, &format!("recorded entry {number}"), entries == number);
        // Whoever was at it does it again, and is told if that was needless.
        let again = desk.run(&["record", "act.csv"]);
        if entries == number {
            let already = format!("this signature is recorded already: signature of 2001-01-01 (entry {number})");
            assert!(again.code == 2 && again.err.contains(&already), "{again:?}");
        } else {
            assert_eq!((again.code, again.out), (0, format!("recorded entry {number}\n")));
        }
        assert_eq!(std::fs::read(desk.path("depositary.key")).unwrap(), key, "the key is what it was");
    }
    let bodies = bodies(&desk, start);
    assert_eq!(bodies.len(), signed.len());
    for ((treaty, state), body) in signed.iter().zip(&bodies) {
        let act = format!(
            "\"content\":{{\"action\":\"signature\",\"date\":\"2001-01-01\",\"party\":\"{state}\",\"treaty\":\"X-{treaty}\"}}"
        );
        assert!(body.contains(&act), "{act}: {body}");
    }
    killer.tell("record");
}
