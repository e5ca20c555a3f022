//! axum with axum-valid: garde validates what the JSON extractor has read.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use axum_valid::Garde;
use customer_rules::front_payment::{CorporateCustomer, PrivateCustomer};
use customer_rules::{Payload, Unvalidated};
use customer_rules_frameworks::{
    INVALID, INVALID_CORPORATE, MALFORMED, SENT, VALID, post as send, serve_axum,
};

/// A router with a state `S` needs `impl FromRef<S> for ()`: garde's context is `()`.
async fn update<P: Payload<'static>>(
    Garde(Json(form)): Garde<Json<Unvalidated<P>>>,
) -> Result<Json<P>, StatusCode> {
    // The extractor has judged it, and here it becomes the payload: ready to send.
    form.check()
        .map(Json)
        .map_err(|_| StatusCode::UNPROCESSABLE_ENTITY)
}

fn app() -> Router {
    Router::new()
        .route("/private", post(update::<PrivateCustomer<'static>>))
        .route("/corporate", post(update::<CorporateCustomer<'static>>))
}

#[test]
fn a_valid_body_is_a_payload() {
    let server = serve_axum(app()).unwrap();
    let response = send(server, "/private", VALID).unwrap();
    assert_eq!(response, (200, SENT.to_owned()));
}

#[test]
fn violations_are_gardes_report() {
    let server = serve_axum(app()).unwrap();
    let (status, body) = send(server, "/private", INVALID).unwrap();
    // 422 with axum-valid's feature of that name, and JSON with its `into_json`.
    assert_eq!(status, 400);
    assert_eq!(
        body,
        "email: The email must be a valid email address.\n\
         preferredLanguage: The preferred language must be a string.\n\
         preferredLanguage: The selected preferred language is invalid.\n\
         addresses.billing.zip: The addresses.billing.zip field is required.\n"
    );
}

#[test]
fn an_index_prints_as_the_api_prints_it() {
    let server = serve_axum(app()).unwrap();
    let (status, body) = send(server, "/corporate", INVALID_CORPORATE).unwrap();
    assert_eq!(status, 400);
    assert_eq!(
        body,
        "additionalContact.0.email: The additionalContact.0.email must be a valid email address.\n"
    );
}

#[test]
fn what_is_no_json_is_axums_to_refuse() {
    let server = serve_axum(app()).unwrap();
    let (status, body) = send(server, "/private", MALFORMED).unwrap();
    assert_eq!(status, 400);
    assert_eq!(
        body,
        "Failed to parse the request body as JSON: email: expected value at line 2 column 10"
    );
}
