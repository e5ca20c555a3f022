//! A format of one's own as the type of members. Its values are serialised, so this needs
//! `serde`; nothing else here does.

use std::borrow::Cow;

use customer_rules::payload::{Collection, Format};
use customer_rules::{Check, Rule, RuleSet, Value, element, field, members, payload};
use serde::{Serialize, Serializer};

/// A capital and six more letters.
#[derive(Clone, PartialEq, Eq)]
struct Plate<'a>(Cow<'a, str>);

impl<'a> Format<'a> for Plate<'a> {
    type Owned = Plate<'static>;

    const CHECK: &'static dyn Check = &IsPlate;

    fn parse(text: Cow<'a, str>) -> Option<Self> {
        (text.len() == 7).then_some(Self(text))
    }

    fn into_owned(self) -> Plate<'static> {
        Plate(Cow::Owned(self.0.into_owned()))
    }
}

impl Serialize for Plate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[derive(Debug)]
struct IsPlate;

impl Check for IsPlate {
    fn code(&self) -> &'static str {
        "plate"
    }

    fn message(&self) -> &'static str {
        "The {attribute} must be a number plate."
    }

    fn accepts(&self, value: Value<'_>) -> bool {
        let is_plate = |text: &str| text.starts_with(|c: char| c.is_ascii_uppercase());
        value.as_str().is_some_and(is_plate)
    }
}

const PLATE: &[Rule] = &[Rule::Required, Rule::String, Rule::Custom(&IsPlate)];

static GARAGE: RuleSet = RuleSet::new(&[
    field("own", PLATE),
    field("cars", &[Rule::Nullable, Rule::Array]).each(&[
        field("colour", &[Rule::Nullable, Rule::String]),
        field("plate", PLATE),
    ]),
    field("sold", &[Rule::Nullable, Rule::List]).each_element(&element(PLATE)),
]);

payload! {
    /// A garage.
    struct Garage<'a> of GARAGE {
        /// The owner's car.
        own: Required Plate<'a> = "own",
        /// Cars in it.
        cars: Optional Collection<'a, Car<'a>> = "cars",
        /// Cars that were sold.
        sold: Optional Collection<'a, Plate<'a>> = "sold",
    }
}

members! {
    /// A car.
    struct Car<'a> {
        /// Its colour.
        colour: Optional customer_rules::format::Text<'a> = "colour",
        /// Its plate.
        plate: Required Plate<'a> = "plate",
    }
}

#[test]
fn a_member_has_a_format_of_ones_own() {
    let body = r#"{"own": " SV12345 ", "cars": [{"plate": "EL54321", "colour": "red"}], "sold": ["AA00000"]}"#;
    let garage = Garage::from_json(body).unwrap().into_owned();
    assert_eq!(garage.own().0, "SV12345");
    let (_, car) = garage.cars().unwrap().iter().next().unwrap();
    assert_eq!(car.plate().0, "EL54321");
    assert_eq!(car.colour().unwrap().as_str(), "red");
    assert_eq!(garage.sold().unwrap().len(), 1);
    assert_eq!(
        serde_json::to_string(&garage).unwrap(),
        r#"{"own":"SV12345","cars":[{"colour":"red","plate":"EL54321"}],"sold":["AA00000"]}"#
    );
    assert_eq!(
        format!("{garage:?}"),
        "Garage { own: ***, cars: [Car { colour: ***, plate: *** }], sold: [***] }"
    );
}

#[test]
fn what_the_rule_or_the_format_refuses_is_a_violation_of_the_same_words() {
    // The rule looks at the first letter, and the format at the length.
    for plate in ["sv12345", "S"] {
        let body = format!(r#"{{"own": "{plate}"}}"#);
        let refused = Garage::from_json(&body).unwrap_err();
        assert_eq!(refused.to_string(), "The own must be a number plate.");
    }
}
