//! RFC 9457 with the crate `problem_details`: a rejection becomes its `ProblemDetails`, which
//! axum and actix-web answer with.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::net::SocketAddr;

use actix_web::{HttpRequest, HttpResponse, ResponseError as _, web};
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use customer_rules::format::Language;
use customer_rules::front_payment::PrivateCustomer;
use customer_rules::problem::{self, Problem};
use customer_rules_frameworks::{
    INVALID, MALFORMED, SENT, VALID, exchange, serve_actix, serve_axum,
};
use problem_details::ProblemDetails;
use serde::Serialize;
use serde_json::{Value, json};

/// What a problem has beside the members that RFC 9457 names.
#[derive(Debug, Serialize)]
struct Fields {
    #[serde(skip_serializing_if = "Value::is_null")]
    errors: Value,
}

fn details(problem: &Problem<'_>) -> ProblemDetails<Fields> {
    let status = StatusCode::from_u16(problem.status()).unwrap();
    ProblemDetails::from_status_code(status)
        .with_type(problem.type_uri().parse::<Uri>().unwrap())
        .with_title(problem.title())
        .with_detail(problem.detail().to_string())
        .with_extensions(Fields {
            errors: json!(problem.errors()),
        })
}

const TYPE: &str = "https://shop.example/problems/invalid-form";

/// The language that the client asks for, and English if that is none of ours.
fn language(header: Option<&str>) -> Language {
    let language = header.and_then(Language::from_accept_language);
    language.unwrap_or(Language::English)
}

async fn update_axum(headers: HeaderMap, body: Bytes) -> Response {
    let header = headers
        .get("accept-language")
        .and_then(|header| header.to_str().ok());
    match PrivateCustomer::from_json(&body) {
        // Ready to send; here it is the answer.
        Ok(customer) => axum::Json(customer).into_response(),
        Err(rejection) => {
            let problem = rejection.problem().in_language(language(header));
            details(&problem.with_type(TYPE)).into_response()
        }
    }
}

/// The same without the crate: a problem serialises as it is to be sent.
async fn update_axum_alone(body: Bytes) -> Response {
    match PrivateCustomer::from_json(&body) {
        Ok(customer) => axum::Json(customer).into_response(),
        Err(rejection) => {
            let problem = rejection.problem();
            let status = StatusCode::from_u16(problem.status()).unwrap();
            let media_type = [("content-type", problem::MEDIA_TYPE)];
            (status, media_type, axum::Json(problem)).into_response()
        }
    }
}

async fn update_actix(request: HttpRequest, body: web::Bytes) -> HttpResponse {
    let headers = request.headers();
    let header = headers
        .get("accept-language")
        .and_then(|header| header.to_str().ok());
    match PrivateCustomer::from_json(&body) {
        Ok(customer) => HttpResponse::Ok().json(customer),
        Err(rejection) => {
            let problem = rejection.problem().in_language(language(header));
            details(&problem.with_type(TYPE)).error_response()
        }
    }
}

fn axum_server() -> SocketAddr {
    let app = Router::new()
        .route("/private", axum::routing::post(update_axum))
        .route("/alone", axum::routing::post(update_axum_alone));
    serve_axum(app).unwrap()
}

fn actix_server() -> SocketAddr {
    serve_actix(|app| {
        app.route("/private", web::post().to(update_actix));
    })
    .unwrap()
}

#[test]
fn violations_are_a_problem_in_the_language_asked_for() {
    for server in [axum_server(), actix_server()] {
        let norwegian = [("accept-language", "fi, nb-NO;q=0.9, en;q=0.5")];
        let response = exchange(server, "/private", &norwegian, INVALID).unwrap();
        assert_eq!(response.status, 422);
        assert_eq!(response.media_type, problem::MEDIA_TYPE);
        let body: Value = serde_json::from_str(&response.body).unwrap();
        let languages = ["en", "no", "sv", "da", "de"];
        let (language, one_of) = ("#/preferredLanguage", json!({"one_of": languages}));
        assert_eq!(
            body,
            json!({
                "type": TYPE,
                "title": "Skjemaet er ikke riktig fylt ut.",
                "status": 422,
                "detail": "Det er 4 feil i skjemaet.",
                "errors": [
                    {"pointer": "#/email", "code": "email", "params": {},
                        "detail": "Skriv inn e-postadressen slik: navn@example.com."},
                    {"pointer": language, "code": "string", "params": {},
                        "detail": "Vi kunne ikke lese det foretrukne språket."},
                    {"pointer": language, "code": "one_of", "params": one_of,
                        "detail": "Velg det foretrukne språket: engelsk, norsk, svensk, dansk eller tysk."},
                    {"pointer": "#/addresses/billing/zip", "code": "required", "params": {},
                        "detail": "Skriv inn postnummeret."},
                ],
            })
        );
        assert!(!response.body.contains("kari@"));
    }
}

#[test]
fn what_is_not_json_is_a_problem_too() {
    for server in [axum_server(), actix_server()] {
        let response = exchange(server, "/private", &[], MALFORMED).unwrap();
        assert_eq!(response.status, 400);
        assert_eq!(response.media_type, problem::MEDIA_TYPE);
        let body: Value = serde_json::from_str(&response.body).unwrap();
        assert_eq!(
            body,
            json!({
                "type": TYPE,
                "title": "We could not read the request.",
                "status": 400,
                "detail": "We could not read the request from line 2, column 10.",
            })
        );
    }
}

#[test]
fn a_valid_body_is_a_payload() {
    for server in [axum_server(), actix_server()] {
        let response = exchange(server, "/private", &[], VALID).unwrap();
        assert_eq!((response.status, response.body.as_str()), (200, SENT));
        assert_eq!(response.media_type, "application/json");
    }
}

#[test]
fn a_problem_needs_no_other_crate() {
    let response = exchange(axum_server(), "/alone", &[], INVALID).unwrap();
    assert_eq!(response.status, 422);
    assert_eq!(response.media_type, problem::MEDIA_TYPE);
    let rejection = PrivateCustomer::from_json(INVALID.as_bytes()).unwrap_err();
    assert_eq!(
        response.body,
        serde_json::to_string(&rejection.problem()).unwrap()
    );
}
