//! Dates of a query: whole years, months and days as well as moments.

use jiff::{Timestamp, ToSpan, civil::Date, civil::DateTime, tz::TimeZone};

use super::{Bound, Test};

/// The time that a written date covers: a year, a month, a day, a second, a millisecond. The end
/// does not belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Period {
    start: Timestamp,
    end: Timestamp,
}

/// Moments between two ends, of which the lower belongs to it and the upper does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// Milliseconds since 1970; `None` without a lower end.
    pub(crate) from: Option<i64>,
    /// Milliseconds since 1970; `None` without an upper end.
    pub(crate) until: Option<i64>,
}

impl Span {
    /// The moments a clause asks for; `None` when its text is no date.
    pub(super) fn of(test: &Test) -> Option<Self> {
        match test {
            Test::Phrase(text) => Some(Self::during(Period::parse(text)?)),
            Test::Word(pattern) => {
                // `2018-1*` is no date, but `2018-12*` reads as the month.
                let text = pattern.literal().or_else(|| pattern.prefix())?;
                Some(Self::during(Period::parse(
                    text.trim_end_matches(['-', 'T', ':']),
                )?))
            }
            Test::Range { from, to } => Some(Self {
                from: end(from, |period, is_inclusive| {
                    if is_inclusive {
                        period.start
                    } else {
                        period.end
                    }
                })?,
                until: end(to, |period, is_inclusive| {
                    if is_inclusive {
                        period.end
                    } else {
                        period.start
                    }
                })?,
            }),
        }
    }

    fn during(period: Period) -> Self {
        Self {
            from: Some(period.start.as_millisecond()),
            until: Some(period.end.as_millisecond()),
        }
    }
}

fn end(bound: &Bound, choose: impl Fn(Period, bool) -> Timestamp) -> Option<Option<i64>> {
    match bound.text() {
        None => Some(None),
        Some((text, is_inclusive)) => Some(Some(
            choose(Period::parse(text)?, is_inclusive).as_millisecond(),
        )),
    }
}

impl Period {
    fn parse(text: &str) -> Option<Self> {
        let digits = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
        match text.len() {
            4 => Self::from_day(Date::new(digits(0..4)?, 1, 1).ok()?, 1.year()),
            7 => Self::from_day(format!("{text}-01").parse().ok()?, 1.month()),
            10 => Self::from_day(text.parse().ok()?, 1.day()),
            _ => Self::from_moment(text),
        }
    }

    fn from_day(day: Date, length: jiff::Span) -> Option<Self> {
        let utc = |day: Date| Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp());
        Some(Self {
            start: utc(day)?,
            end: utc(day.checked_add(length).ok()?)?,
        })
    }

    /// A moment with an offset, or without one in UTC. Lasts for its last written digit: a second
    /// or a millisecond.
    fn from_moment(text: &str) -> Option<Self> {
        let start: Timestamp = match text.parse() {
            Ok(moment) => moment,
            Err(_) => {
                let civil: DateTime = text.parse().ok()?;
                civil.to_zoned(TimeZone::UTC).ok()?.timestamp()
            }
        };
        let length = if text.contains('.') {
            1.millisecond()
        } else {
            1.second()
        };
        Some(Self {
            start,
            end: start.checked_add(length).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Query, parse};
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: Option<(&str, &str)>) {
        let Ok(Query::Clause { test, .. }) = parse(query) else {
            panic!("{query} should be a clause");
        };
        let moment = |text: &str| {
            (!text.is_empty()).then(|| text.parse::<Timestamp>().unwrap().as_millisecond())
        };
        let expected = expected.map(|(from, until)| Span {
            from: moment(from),
            until: moment(until),
        });
        assert_eq!(Span::of(&test), expected, "{query}");
    }

    #[test]
    fn a_date_covers_its_whole_period() {
        check(
            "d:2018",
            Some(("2018-01-01T00:00:00Z", "2019-01-01T00:00:00Z")),
        );
        check(
            "d:2018-12",
            Some(("2018-12-01T00:00:00Z", "2019-01-01T00:00:00Z")),
        );
        check(
            "d:2018-12-18",
            Some(("2018-12-18T00:00:00Z", "2018-12-19T00:00:00Z")),
        );
        check(
            "d:2018-12-18T10:30:00Z",
            Some(("2018-12-18T10:30:00Z", "2018-12-18T10:30:01Z")),
        );
        check(
            r#"d:"2018-12-18T10:30:00.500Z""#,
            Some(("2018-12-18T10:30:00.500Z", "2018-12-18T10:30:00.501Z")),
        );
        check(
            "d:2018-12-18T10:30:00",
            Some(("2018-12-18T10:30:00Z", "2018-12-18T10:30:01Z")),
        );
        check(
            "d:2018-12*",
            Some(("2018-12-01T00:00:00Z", "2019-01-01T00:00:00Z")),
        );
    }

    #[test]
    fn the_ends_of_a_range_take_their_period_in_or_leave_it_out() {
        check(
            "d:[2018 TO 2018-12]",
            Some(("2018-01-01T00:00:00Z", "2019-01-01T00:00:00Z")),
        );
        check(
            "d:{2018 TO 2020}",
            Some(("2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z")),
        );
        check("d:[* TO 2018-12-18]", Some(("", "2018-12-19T00:00:00Z")));
        check("d:>2018-12-18", Some(("2018-12-19T00:00:00Z", "")));
    }

    #[test]
    fn other_texts_are_no_dates() {
        for query in [
            "d:abc",
            "d:2018-13",
            "d:2018-02-30",
            "d:[2018 TO x]",
            "d:99999",
            "d:éé",
            "d:9999",
        ] {
            check(query, None);
        }
    }
}
