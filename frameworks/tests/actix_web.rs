//! actix-web with garde-actix-web: its JSON extractor reads, and garde validates.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::net::SocketAddr;

use actix_web::error::ErrorUnprocessableEntity;
use actix_web::web::{self, ServiceConfig, post};
use customer_rules::front_payment::{CorporateCustomer, PrivateCustomer};
use customer_rules::{Payload, Unvalidated};
use customer_rules_frameworks::{
    INVALID, INVALID_CORPORATE, MALFORMED, SENT, VALID, post as send, serve_actix,
};
use garde_actix_web::web::Json;

async fn update<P: Payload<'static>>(
    form: Json<Unvalidated<P>>,
) -> Result<web::Json<P>, actix_web::Error> {
    // The extractor has judged it, and here it becomes the payload: ready to send.
    let customer = form
        .into_inner()
        .check()
        .map_err(ErrorUnprocessableEntity)?;
    Ok(web::Json(customer))
}

fn serve() -> SocketAddr {
    let routes = |app: &mut ServiceConfig| {
        app.route("/private", post().to(update::<PrivateCustomer<'static>>))
            .route(
                "/corporate",
                post().to(update::<CorporateCustomer<'static>>),
            );
    };
    serve_actix(routes).unwrap()
}

#[test]
fn a_valid_body_is_a_payload() {
    let response = send(serve(), "/private", VALID).unwrap();
    assert_eq!(response, (200, SENT.to_owned()));
}

#[test]
fn violations_are_gardes_report() {
    let (status, body) = send(serve(), "/private", INVALID).unwrap();
    // A `JsonConfig` of garde-actix-web answers otherwise.
    assert_eq!(status, 400);
    assert_eq!(
        body,
        "Validation error: email: The email must be a valid email address.\n\
         preferredLanguage: The preferred language must be a string.\n\
         preferredLanguage: The selected preferred language is invalid.\n\
         addresses.billing.zip: The addresses.billing.zip field is required.\n"
    );
}

#[test]
fn an_index_prints_as_the_api_prints_it() {
    let (status, body) = send(serve(), "/corporate", INVALID_CORPORATE).unwrap();
    assert_eq!(status, 400);
    assert_eq!(
        body,
        "Validation error: additionalContact.0.email: \
         The additionalContact.0.email must be a valid email address.\n"
    );
}

#[test]
fn what_is_no_json_is_actixs_to_refuse() {
    let (status, body) = send(serve(), "/private", MALFORMED).unwrap();
    assert_eq!(status, 400);
    assert_eq!(
        body,
        "Payload error: Json deserialize error: expected value at line 2 column 10"
    );
}
