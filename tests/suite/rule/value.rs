//! Values as rules see them.

use customer_rules::{Pattern, Value, rule::Number};

#[test]
fn values_show_their_type() {
    let values = [
        (Value::Null, "Null"),
        (Value::Bool(true), "Bool(***)"),
        (Value::Number(Number::from(5_i64)), "Number(***)"),
        (Value::String("Kari"), "String(***)"),
        (Value::List { is_empty: true }, "List"),
        (Value::Object { is_empty: false }, "Object"),
        (Value::Other, "Other"),
    ];
    for (value, shown) in values {
        assert_eq!(format!("{value:?}"), shown);
    }
    assert_eq!(format!("{:?}", Number::from(1.5)), "Number(***)");
}

#[test]
fn numbers_give_what_they_are() {
    let numbers = [
        (Number::from(-5_i64), Some(-5), -5.0),
        (Number::from(u64::MAX), None, 18_446_744_073_709_551_615.0),
        (Number::from(2.5), None, 2.5),
    ];
    for (number, int, float) in numbers {
        assert_eq!(number.as_i64(), int);
        assert!((number.as_f64() - float).abs() < f64::EPSILON);
    }
}

#[test]
fn a_pattern_shows_its_source() {
    assert_eq!(format!("{:?}", Pattern::new("^a+$")), r#"Pattern("^a+$")"#);
}
