//! The requests of the API, ready for any HTTP client: [`get_customer`],
//! [`update_private`], [`update_corporate`].

mod server;
mod token;

use alloc::format;
use alloc::vec::Vec;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request};

use super::{CorporateCustomer, CustomerUuid, PrivateCustomer};
use crate::Payload;

pub use server::Server;
pub use token::BearerToken;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// "Get Customer Details By Uuid": the request.
/// [`parse_customer`](super::parse_customer) reads its response.
///
/// ```
/// use customer_rules::front_payment::{BearerToken, CustomerUuid, Server, get_customer};
///
/// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
/// let uuid = CustomerUuid::parse("CSRT1511414842").unwrap();
/// let request = get_customer(&Server::DEMO, &token, &uuid);
///
/// assert_eq!(request.method(), "GET");
/// assert_eq!(
///     request.uri(),
///     "https://demo-api.frontpayment.no/api/v1/connect/customers/details/CSRT1511414842",
/// );
/// assert_eq!(request.headers()["authorization"], "Bearer YOUR_FRONTPAYMENT_BEARER_TOKEN");
/// assert!(!format!("{request:?}").contains("YOUR_FRONTPAYMENT"));
/// ```
#[must_use]
pub fn get_customer(
    server: &Server<'_>,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
) -> Request<Vec<u8>> {
    request(Method::GET, server, "details", token, uuid, Vec::new())
}

/// "Update Private Customer": the request.
/// [`parse_update`](super::parse_update) reads its response.
///
/// ```
/// use customer_rules::front_payment::{
///     BearerToken, CustomerUuid, PrivateCustomer, Server, update_private,
/// };
///
/// let customer = PrivateCustomer::from_json(br#"{"name": " Kari Nordmann", "email": "kari@example.com",
///     "countryCode": "+47", "msisdn": "46567468", "preferredLanguage": "en", "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#)?;
/// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
/// let uuid = CustomerUuid::parse("CSRT1511414842").unwrap();
/// let request = update_private(&Server::DEMO, &token, &uuid, &customer);
///
/// assert_eq!(request.method(), "PUT");
/// assert_eq!(
///     request.uri().path(),
///     "/api/v1/connect/customers/update/private/CSRT1511414842",
/// );
/// assert!(request.body().starts_with(br#"{"name":"Kari Nordmann","#));
/// # Ok::<(), customer_rules::Rejection>(())
/// ```
#[must_use]
pub fn update_private(
    server: &Server<'_>,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
    customer: &PrivateCustomer<'_>,
) -> Request<Vec<u8>> {
    let body = body(customer);
    request(Method::PUT, server, "update/private", token, uuid, body)
}

/// "Update Corporate Customer": the request.
/// [`parse_update`](super::parse_update) reads its response.
///
/// ```
/// use customer_rules::front_payment::{
///     BearerToken, CorporateCustomer, CustomerUuid, Server, update_corporate,
/// };
///
/// let customer = CorporateCustomer::from_json(br#"{"name": "Nordmann AS", "email": "post@example.com",
///     "countryCode": "+47", "msisdn": "46567468", "preferredLanguage": "no", "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#)?;
/// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
/// let uuid = CustomerUuid::parse("CSRT1511414842").unwrap();
/// let request = update_corporate(&Server::PRODUCTION, &token, &uuid, &customer);
///
/// assert_eq!(
///     request.uri(),
///     "https://apigo.frontpayment.no/api/v1/connect/customers/update/corporate/CSRT1511414842",
/// );
/// assert_eq!(request.headers()["content-type"], "application/json");
/// # Ok::<(), customer_rules::Rejection>(())
/// ```
#[must_use]
pub fn update_corporate(
    server: &Server<'_>,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
    customer: &CorporateCustomer<'_>,
) -> Request<Vec<u8>> {
    let body = body(customer);
    request(Method::PUT, server, "update/corporate", token, uuid, body)
}

fn request(
    method: Method,
    server: &Server<'_>,
    endpoint: &str,
    token: &BearerToken,
    uuid: &CustomerUuid<'_>,
    body: Vec<u8>,
) -> Request<Vec<u8>> {
    let mut request = Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() = server.uri(&format!("/connect/customers/{endpoint}/{}", uuid.as_str()));
    let headers = request.headers_mut();
    headers.insert(AUTHORIZATION, token.header());
    headers.insert(ACCEPT, JSON);
    headers.insert(CONTENT_TYPE, JSON);
    request
}

/// The payload as JSON. Only keys that are no text could fail it, and a payload
/// has none.
fn body<'de>(payload: &impl Payload<'de>) -> Vec<u8> {
    serde_json::to_vec(payload).unwrap_or_default()
}
