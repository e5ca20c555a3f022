//! The requests of the API, ready for any HTTP client.
//!
//! A user who is logged in has a [`UserToken`], the backend itself a [`ClientToken`];
//! each request takes the one that its page asks for.

use alloc::format;
use alloc::vec::Vec;

use http::{Method, Request};

use super::{ChangeCustomerInfo, CheckCredentials, CustomerNumber, SearchCustomers};
use crate::api::request::{body, request, server, token};

server! {
    /// The base URL of the API, which its page does not give: the part before `/v1`.
    ///
    /// ```
    /// use customer_rules::connect::Server;
    ///
    /// assert!(Server::parse("https://connect.example.com/").is_some());
    /// assert_eq!(Server::parse("connect.example.com"), None);
    /// ```
    Server
}

token! {
    /// The token of a user who is logged in (`Authorization_Code`).
    UserToken
}

token! {
    /// The token of the backend itself (`Client_Credentials`).
    ClientToken
}

/// "List customer info": the request, for the customer of the user.
///
/// ```
/// use customer_rules::connect::{Server, UserToken, get_customer_info};
///
/// let server = Server::parse("https://connect.example.com").unwrap();
/// let token = UserToken::parse("USER_TOKEN").unwrap();
/// let request = get_customer_info(&server, &token);
/// assert_eq!((request.method().as_str(), request.uri().path()), ("GET", "/v1/customer/info"));
/// ```
#[must_use]
pub fn get_customer_info(server: &Server<'_>, token: &UserToken) -> Request<Vec<u8>> {
    let uri = server.uri("/v1/customer/info");
    request(Method::GET, uri, token.header(), Vec::new())
}

/// "Change customer info": the request.
///
/// **It replaces everything that is stored of the customer.**
///
/// ```
/// use customer_rules::connect::{ChangeCustomerInfo, Server, UserToken, change_customer_info};
///
/// let server = Server::parse("https://connect.example.com").unwrap();
/// let token = UserToken::parse("USER_TOKEN").unwrap();
/// let change = ChangeCustomerInfo::from_json(br#"{"name": {"lastName": "Nordmann"}}"#)?;
/// let request = change_customer_info(&server, &token, &change);
/// assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/v1/customer/info"));
/// # Ok::<(), customer_rules::Rejection>(())
/// ```
#[must_use]
pub fn change_customer_info(
    server: &Server<'_>,
    token: &UserToken,
    change: &ChangeCustomerInfo<'_>,
) -> Request<Vec<u8>> {
    let uri = server.uri("/v1/customer/info");
    request(Method::POST, uri, token.header(), body(change))
}

/// "Search customer": the request.
#[must_use]
pub fn search_customers(
    server: &Server<'_>,
    token: &ClientToken,
    search: &SearchCustomers<'_>,
) -> Request<Vec<u8>> {
    let uri = server.uri("/v1/client/customer/search");
    request(Method::POST, uri, token.header(), body(search))
}

/// "Check customer number": the request.
#[must_use]
pub fn check_credentials(
    server: &Server<'_>,
    token: &ClientToken,
    check: &CheckCredentials<'_>,
) -> Request<Vec<u8>> {
    let uri = server.uri("/v1/client/credential/customers/check");
    request(Method::POST, uri, token.header(), body(check))
}

/// "List customer info", client mode: the request, for any customer.
///
/// ```
/// use customer_rules::connect::{ClientToken, CustomerNumber, Server, get_customer_info_of};
///
/// let server = Server::parse("https://connect.example.com").unwrap();
/// let token = ClientToken::parse("CLIENT_TOKEN").unwrap();
/// let request = get_customer_info_of(&server, &token, CustomerNumber::new(563_457).unwrap());
/// assert_eq!(request.uri().path(), "/v1/client/customer/info/563457");
/// ```
#[must_use]
pub fn get_customer_info_of(
    server: &Server<'_>,
    token: &ClientToken,
    number: CustomerNumber,
) -> Request<Vec<u8>> {
    let uri = server.uri(&format!("/v1/client/customer/info/{number}"));
    request(Method::GET, uri, token.header(), Vec::new())
}
