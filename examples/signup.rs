//! A table of your own: one of this crate's tables nested in it, a rule of your own, and a
//! rule across fields.
//!
//! `cargo run --example signup` checks one form with faults and one without.

use std::error::Error;
use std::io::{self, Write as _};

use customer_rules::front_payment::PRIVATE_CUSTOMER;
use customer_rules::{Check, CrossRule, Pattern, Rejection, Rule, RuleSet, Value, element, field};
use serde::Deserialize;

/// The box is ticked: the value is `true`, not merely present.
#[derive(Debug)]
struct Accepted;

impl Check for Accepted {
    fn code(&self) -> &'static str {
        "accepted"
    }

    fn message(&self) -> &'static str {
        "The {attribute} must be accepted."
    }

    fn accepts(&self, value: Value<'_>) -> bool {
        matches!(value, Value::Bool(true))
    }
}

static ARTICLE: Pattern = Pattern::new(r"^[A-Z]{2}-\d{4}$");

static SIGNUP: RuleSet = RuleSet::new(&[
    field("customer", &[Rule::Required, Rule::Object])
        .about("Who signs up, as the API wants it.")
        .members(PRIVATE_CUSTOMER.fields()),
    field("cart", &[Rule::Required, Rule::List])
        .about("The articles that they order, at least one.")
        .each_element(&element(&[
            Rule::Required,
            Rule::String,
            Rule::Pattern(&ARTICLE),
        ])),
    field("card", &[Rule::Nullable, Rule::String]).about("Pay by card, with this token."),
    field("invoice", &[Rule::Nullable, Rule::Email]).about("Pay by invoice, sent here."),
    field("termsOfUse", &[Rule::Required, Rule::Custom(&Accepted)]).about("Ticked by hand."),
])
.across(&[CrossRule::RequiredOneOf(&[&[&["card"]], &[&["invoice"]]])])
.named("signup");

/// The shop's own type, for a form without faults.
#[derive(Deserialize)]
struct Signup {
    customer: serde_json::Value,
    cart: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let faulty = include_str!("payloads/signup-faulty.json");
    let correct = include_str!("payloads/signup.json");
    let mut out = io::stdout().lock();
    for body in [faulty, correct] {
        writeln!(out, "{}\n", answer(body)?)?;
    }
    Ok(())
}

/// What the backend answers.
fn answer(body: &str) -> Result<String, Box<dyn Error>> {
    match SIGNUP.check_json(body.as_bytes()) {
        Ok(checked) => {
            // The values are normalised and have the right types, so any struct of this
            // shape can be deserialised from them.
            let signup: Signup = serde_json::from_value(serde_json::to_value(&checked)?)?;
            let name = &signup.customer["name"];
            Ok(format!("{name} orders {}", signup.cart.join(" and ")))
        }
        Err(Rejection::Violations(violations)) => Ok(serde_json::to_string_pretty(&violations)?),
        Err(Rejection::Syntax(error)) => Ok(format!("not JSON: {error}")),
    }
}
