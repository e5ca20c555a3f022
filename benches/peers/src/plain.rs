//! The yardstick: `serde_json` fills a struct that borrows, and nothing is checked.

use serde::Deserialize;

/// The private payload.
///
/// Its texts are `&str`, which refuse a text with an escape: the yardstick does
/// less than any checker can.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the API's own names")]
pub struct Customer<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub country_code: &'a str,
    pub msisdn: &'a str,
    pub preferred_language: &'a str,
    pub personal_number: Option<&'a str>,
    #[serde(borrow)]
    pub addresses: Addresses<'a>,
}

/// Its addresses.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the API's own names")]
pub struct Addresses<'a> {
    #[serde(borrow)]
    pub billing: Billing<'a>,
    pub shipping: Option<Shipping<'a>>,
}

/// The address that is required.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the API's own names")]
pub struct Billing<'a> {
    pub street: &'a str,
    pub zip: &'a str,
    pub city: &'a str,
    pub country: &'a str,
}

/// The address that is not.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the API's own names")]
pub struct Shipping<'a> {
    pub street: Option<&'a str>,
    pub zip: Option<&'a str>,
    pub city: Option<&'a str>,
    pub country: Option<&'a str>,
}

/// Fills the struct.
///
/// # Errors
///
/// As `serde_json`.
pub fn read(body: &[u8]) -> serde_json::Result<Customer<'_>> {
    serde_json::from_slice(body)
}
