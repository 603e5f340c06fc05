//! Numbers in words, as treaties write their periods: "thirtieth", "one hundred and twenty".

/// The numbers below twenty, each as a cardinal and as an ordinal.
pub const BELOW_TWENTY: [(&str, &str); 20] = [
    ("zero", "zeroth"),
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
    ("eleven", "eleventh"),
    ("twelve", "twelfth"),
    ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"),
    ("fifteen", "fifteenth"),
    ("sixteen", "sixteenth"),
    ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"),
    ("nineteen", "nineteenth"),
];

/// The tens from twenty on, each as a cardinal and as an ordinal.
pub const TENS: [(&str, &str); 8] = [
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

/// What one word says: a value, and whether it is an ordinal.
enum Said {
    Value(u32, bool),
    Hundred(bool),
}

/// The words of a text with every number in figures: "120" for one hundred and twenty, "30th" for thirtieth, "1st" for first.
pub(super) fn in_figures(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut number: Option<u32> = None;
    let split =
        text.split_whitespace().flat_map(|word| if said(word).is_some() { vec![word] } else { hyphenated(word) });
    let mut rest = split.peekable();
    while let Some(word) = rest.next() {
        let ordinal = match said(word) {
            Some(Said::Value(value, ordinal)) => {
                number = Some(number.unwrap_or(0).saturating_add(value));
                ordinal
            }
            Some(Said::Hundred(ordinal)) => {
                number = Some(number.unwrap_or(1).saturating_mul(100));
                ordinal
            }
            // "one hundred and twenty": the conjunction is part of the number when one stands on either side.
            None if word == "and" && number.is_some() && rest.peek().is_some_and(|next| said(next).is_some()) => {
                continue;
            }
            None => {
                words.extend(number.take().map(|number| number.to_string()));
                words.push(word.to_owned());
                continue;
            }
        };
        if ordinal {
            words.extend(number.take().map(with_suffix));
        }
    }
    words.extend(number.map(|number| number.to_string()));
    words
}

/// The parts of "twenty-one"; a word whose parts are not all numbers stays whole.
fn hyphenated(word: &str) -> Vec<&str> {
    let parts: Vec<&str> = word.split('-').collect();
    if parts.len() > 1 && parts.iter().all(|part| said(part).is_some()) { parts } else { vec![word] }
}

fn said(word: &str) -> Option<Said> {
    let find = |list: &[(&str, &str)]| {
        list.iter().zip(0_u32..).find_map(|((cardinal, ordinal), at)| match word {
            word if word == *cardinal => Some((at, false)),
            word if word == *ordinal => Some((at, true)),
            _ => None,
        })
    };
    match word {
        "hundred" => return Some(Said::Hundred(false)),
        "hundredth" => return Some(Said::Hundred(true)),
        _ => {}
    }
    let small = find(&BELOW_TWENTY);
    let tens = || find(&TENS).map(|(at, ordinal)| ((at + 2) * 10, ordinal));
    small.or_else(tens).map(|(value, ordinal)| Said::Value(value, ordinal))
}

fn with_suffix(number: u32) -> String {
    let suffix = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}
