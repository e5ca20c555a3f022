//! What requests are made of, whatever the API: base URLs, tokens, JSON bodies.

mod server;
mod token;

use alloc::vec::Vec;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, Uri};

use crate::Payload;

pub(crate) use server::{MAX_BASE_LENGTH, is_base, server, without_slash};
pub(crate) use token::{bearer, token};

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A request for JSON, with JSON.
pub(crate) fn request(
    method: Method,
    uri: Uri,
    authorization: HeaderValue,
    body: Vec<u8>,
) -> Request<Vec<u8>> {
    let mut request = Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    let headers = request.headers_mut();
    headers.insert(AUTHORIZATION, authorization);
    headers.insert(ACCEPT, JSON);
    headers.insert(CONTENT_TYPE, JSON);
    request
}

/// The payload as JSON. Only keys that are no text could fail it, and a payload
/// has none.
pub(crate) fn body<'de>(payload: &impl Payload<'de>) -> Vec<u8> {
    serde_json::to_vec(payload).unwrap_or_default()
}
