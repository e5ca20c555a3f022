//! Prints `rules.md`: every rule, decision and code, read off the tables.
//!
//! `cargo run --example rulebook > rules.md`

use std::fmt::Write as _;
use std::io::{self, Write as _};

use customer_rules::connect;
use customer_rules::front_payment::{self, Outcome, ResponseCode};
use customer_rules::rulebook::{Codes, Rulebook};
use customer_rules::{RULE_SETS, RuleSet, input::MAX_DEPTH};

const INTRODUCTION: &str = "\
# The rules

Read off the tables in `src/`. Do not edit; after a change of a table run

```sh
cargo run --example rulebook > rules.md
```

Rows stand in the order in which their violations are reported. Before any rule, every string is \
trimmed, and an empty one becomes null. A missing or null field is judged by `required` only; a \
failed `required` is the field's only violation; otherwise every failing rule is reported. Under \
`*` stands every element of a list or object, row first, then element. Unknown fields are ignored.

Sources: *page*, the API's documentation; *example*, a payload printed there; *revision*, an \
earlier public revision of the page, which prints the server's rule strings; *decision*, see below.
";

fn main() -> io::Result<()> {
    io::stdout().lock().write_all(rules_md().as_bytes())
}

/// The whole document.
pub(crate) fn rules_md() -> String {
    let mut text = INTRODUCTION.to_owned();
    for rules in RULE_SETS {
        let (title, name, book) = (rules.get_about(), rules.name(), Rulebook(rules));
        let _ = write!(text, "\n## {title}\n\nRule set `{name}`.\n\n{book}");
    }
    // Rule sets of one API share their decisions.
    for rules in RULE_SETS.chunk_by(|a, b| api(a) == api(b)) {
        text.push_str(&decisions(rules[0]));
    }
    let _ = write!(text, "\n## Codes\n\n{Codes}");
    text.push_str(&response_codes(
        "Front Payment",
        front_payment::RESPONSE_CODES,
    ));
    text.push_str(&response_codes("Connect", connect::RESPONSE_CODES));
    let _ = write!(
        text,
        "\n## Limits\n\n| limit | value |\n|---|---|\n| levels of nesting | {MAX_DEPTH} |\n\
         | violations kept, unless told otherwise | {} |\n",
        RuleSet::DEFAULT_LIMIT
    );
    text
}

/// The API that a rule set is of, which its title starts with.
fn api(rules: &RuleSet) -> &'static str {
    let (api, _) = rules.get_about().split_once(':').unwrap_or_default();
    api
}

fn decisions(rules: &RuleSet) -> String {
    let api = api(rules);
    let mut text =
        format!("\n## {api}: decisions\n\nWhere the sources disagree or are silent.\n\n");
    text.push_str("| no. | decision | reason |\n|---|---|---|\n");
    for decision in rules.decisions() {
        let (number, what, why) = (decision.number(), decision.text(), decision.reason());
        let _ = writeln!(text, "| {number} | {what} | {why} |");
    }
    text
}

fn response_codes(api: &str, codes: &[ResponseCode]) -> String {
    let mut text = format!("\n## {api}: response codes\n\n");
    text.push_str("What becomes of a response, by its HTTP status.\n\n");
    text.push_str("| status | meaning | to a request that reads | to one that changes |\n");
    text.push_str("|---|---|---|---|\n");
    for code in codes {
        let (status, meaning) = (code.status(), code.meaning());
        let (read, change) = (code.read(), code.change());
        let _ = writeln!(text, "| {status} | {meaning} | `{read}` | `{change}` |");
    }
    let other = Outcome::Unexpected;
    let _ = writeln!(
        text,
        "| any other | No request is known to get it. | `{other}` | `{other}` |"
    );
    text
}
