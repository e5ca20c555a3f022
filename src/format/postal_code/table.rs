//! The pattern of each country's postal codes.

use isocountry::CountryCode;

use super::pattern::{Reader, Step};

/// Countries that share a pattern, and the pattern. A country in no row has none.
///
/// Source: the `zip` patterns of Google's libaddressinput, letter for letter, but for
/// groups that only capture, and for the areas of GB, which stand here by their first
/// letter.
const PATTERNS: [(&str, &str); 81] = [
    (
        "BA BT CU DE DO DZ EE EG EH ES FI GT HN HR ID IQ IT JO KE KR KW LA LK LT MA MM MN MV MX MY NA NI NP PK SA SD SN TH TR UA UY ZM",
        r"\d{5}",
    ),
    (
        "AF AL AT AU AZ BD BE BG CH CV CY DK ET GE GW HM HT HU LR LU MD MK MZ NE NO NZ PH PY SI SJ TN VE ZA",
        r"\d{4}",
    ),
    ("BY CN CO EC IN KG KZ NG RO RU SG TJ TM UZ", r"\d{6}"),
    ("FO GN IS LS MG PG", r"\d{3}"),
    ("CZ GR SE SK", r"\d{3} ?\d{2}"),
    ("BL GP MF", r"9[78][01]\d{2}"),
    ("KH RS", r"\d{5,6}"),
    ("AD", r"AD[1-7]0\d"),
    ("AI", r"(AI-)?2640"),
    ("AM", r"(37)?\d{4}"),
    ("AR", r"[A-HJ-NP-Z]?\d{4}([A-Z]{3})?"),
    ("AS", r"96799([ -]\d{4})?"),
    ("AX", r"22\d{3}"),
    ("BB", r"BB\d{5}"),
    ("BH", r"(1[0-2]|[1-9])\d{2}"),
    ("BM", r"[A-Z]{2} ?[A-Z0-9]{2}"),
    ("BN", r"[A-Z]{2} ?\d{4}"),
    ("BR", r"\d{5}-?\d{3}"),
    (
        "CA",
        r"[ABCEGHJKLMNPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d",
    ),
    ("CC", r"6799"),
    ("CL", r"\d{7}"),
    ("CR", r"\d{4,5}|\d{3}-\d{4}"),
    ("CX", r"6798"),
    ("FK", r"FIQQ 1ZZ"),
    ("FM", r"9694[1-4]([ -]\d{4})?"),
    ("FR", r"\d{2} ?\d{3}"),
    (
        "GB",
        r"GIR ?0AA|(A[BL]|B[ABDFHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}|BFPO ?\d{1,4}",
    ),
    ("GF", r"9[78]3\d{2}"),
    ("GG", r"GY\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}"),
    ("GI", r"GX11 1AA"),
    ("GL", r"39\d{2}"),
    ("GS", r"SIQQ 1ZZ"),
    ("GU", r"969([12]\d|3[12])([ -]\d{4})?"),
    ("IE", r"[\dA-Z]{3} ?[\dA-Z]{4}"),
    ("IL", r"\d{5}(\d{2})?"),
    ("IM", r"IM\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}"),
    ("IO", r"BBND 1ZZ"),
    ("IR", r"\d{5}-?\d{5}"),
    ("JE", r"JE\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}"),
    ("JP", r"\d{3}-?\d{4}"),
    ("KY", r"KY\d-\d{4}"),
    ("LB", r"\d{4}( ?\d{4})?"),
    ("LI", r"948[5-9]|949[0-8]"),
    ("LV", r"LV-\d{4}"),
    ("MC", r"980\d{2}"),
    ("ME", r"8\d{4}"),
    ("MH", r"969[67]\d([ -]\d{4})?"),
    ("MP", r"9695[012]([ -]\d{4})?"),
    ("MQ", r"9[78]2\d{2}"),
    ("MT", r"[A-Z]{3} ?\d{2,4}"),
    ("MU", r"\d{3}(\d{2}|[A-Z]{2}\d{3})"),
    ("NC", r"988\d{2}"),
    ("NF", r"2899"),
    ("NL", r"[1-9]\d{3} ?([A-RT-Z][A-Z]|S[BCE-RT-Z])"),
    ("OM", r"(PC )?\d{3}"),
    ("PE", r"(LIMA \d{1,2}|CALLAO 0?\d)|[0-2]\d{4}"),
    ("PF", r"987\d{2}"),
    ("PL", r"\d{2}-\d{3}"),
    ("PM", r"9[78]5\d{2}"),
    ("PN", r"PCRN 1ZZ"),
    ("PR", r"00[679]\d{2}([ -]\d{4})?"),
    ("PT", r"\d{4}-\d{3}"),
    ("PW", r"969(39|40)([ -]\d{4})?"),
    ("RE", r"9[78]4\d{2}"),
    ("SH", r"(ASCN|STHL) 1ZZ"),
    ("SM", r"4789\d"),
    ("SO", r"[A-Z]{2} ?\d{5}"),
    ("SV", r"CP [1-3][1-7][0-2]\d"),
    ("SZ", r"[HLMS]\d{3}"),
    ("TC", r"TKCA 1ZZ"),
    ("TW", r"\d{3}(\d{2,3})?"),
    ("TZ", r"\d{4,5}"),
    ("UM", r"96898"),
    ("US", r"\d{5}([ -]\d{4})?"),
    ("VA", r"00120"),
    ("VC", r"VC\d{4}"),
    ("VG", r"VG\d{4}"),
    ("VI", r"008([0-4]\d|5[01])([ -]\d{4})?"),
    ("VN", r"\d{5}\d?"),
    ("WF", r"986\d{2}"),
    ("YT", r"976\d{2}"),
];

/// The pattern of a country, if its codes have one.
pub(super) fn pattern_of(country: CountryCode) -> Option<&'static [Step]> {
    let &[first, second] = country.alpha2().as_bytes() else {
        return None;
    };
    let spans = SPANS.get(usize::from(first.wrapping_sub(b'A')))?;
    let (start, end) = *spans.get(usize::from(second.wrapping_sub(b'A')))?;
    let steps = STEPS.get(usize::from(start)..usize::from(end))?;
    (!steps.is_empty()).then_some(steps)
}

/// The steps of all patterns, one after the other.
static STEPS: [Step; READ.0.len] = {
    let mut steps = [Step::Alternative { len: 0, first: 0 }; READ.0.len];
    let (read, _) = READ.0.steps.split_at(READ.0.len);
    steps.copy_from_slice(read);
    steps
};

/// Where in [`STEPS`] the pattern of each pair of letters begins and ends.
static SPANS: Spans = READ.1;

type Spans = [[(u16, u16); 26]; 26];

/// The patterns as steps, with room to spare, and their spans.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "done by the compiler, which would refuse it"
)]
const READ: (Reader<1000>, Spans) = {
    let mut reader = Reader::new();
    let mut spans = [[(0, 0); 26]; 26];
    let mut row = 0;
    while row < PATTERNS.len() {
        let (countries, pattern) = PATTERNS[row];
        let start = reader.len;
        reader.read(pattern);
        let mut countries = countries.as_bytes();
        while let [first, second, rest @ ..] = countries {
            let span = &mut spans[(*first - b'A') as usize][(*second - b'A') as usize];
            *span = (start as u16, reader.len as u16);
            countries = match rest {
                [_, next @ ..] => next,
                [] => rest,
            };
        }
        row += 1;
    }
    (reader, spans)
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_table_exists() {
        let of_the_table = PATTERNS
            .iter()
            .flat_map(|(countries, _)| countries.split(' '));
        for code in of_the_table.clone() {
            assert!(CountryCode::for_alpha2(code).is_ok(), "{code}");
        }
        let have_one = CountryCode::iter().filter(|&&country| pattern_of(country).is_some());
        assert_eq!((have_one.count(), of_the_table.count()), (178, 178));
    }
}
