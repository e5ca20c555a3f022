//! axum alone: violations are the body of a 422.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use customer_rules::{Rejection, front_payment::PrivateCustomer};
use customer_rules_frameworks::{INVALID, MALFORMED, SENT, VALID, post as send, serve_axum};

async fn update(body: Bytes) -> Response {
    match PrivateCustomer::from_json(&body) {
        // Ready to send; here it is the answer.
        Ok(customer) => Json(customer).into_response(),
        Err(Rejection::Violations(violations)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Json(violations)).into_response()
        }
        Err(Rejection::Syntax(error)) => {
            (StatusCode::BAD_REQUEST, error.to_string()).into_response()
        }
    }
}

fn app() -> Router {
    Router::new().route("/private", post(update))
}

#[test]
fn a_valid_body_is_a_payload() {
    let server = serve_axum(app()).unwrap();
    let response = send(server, "/private", VALID).unwrap();
    assert_eq!(response, (200, SENT.to_owned()));
}

#[test]
fn violations_are_the_body_in_table_order() {
    let server = serve_axum(app()).unwrap();
    let (status, body) = send(server, "/private", INVALID).unwrap();
    assert_eq!(status, 422);
    assert_eq!(
        body,
        concat!(
            r#"{"email":["The email must be a valid email address."],"#,
            r#""preferredLanguage":["The preferred language must be a string.","#,
            r#""The selected preferred language is invalid."],"#,
            r#""addresses.billing.zip":["The addresses.billing.zip field is required."]}"#,
        )
    );
}

#[test]
fn what_is_no_json_is_a_bad_request() {
    let server = serve_axum(app()).unwrap();
    let (status, body) = send(server, "/private", MALFORMED).unwrap();
    assert_eq!(status, 400);
    assert_eq!(body, "expected value at line 2 column 10");
}
