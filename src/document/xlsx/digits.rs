//! A stored number as decimal digits: 15 of them, as many as Excel keeps, so that 0.1+0.2 is 0.3.

/// A number without its sign: `0.DIGITS × 10^point`; no digits for zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    /// The digits of a finite number.
    pub(super) fn of(value: f64) -> Self {
        let written = format!("{:.14e}", value.abs());
        let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0');
        let point = exponent.parse::<i32>().unwrap_or_default() + 1;
        Self { digits: digits.collect(), point }.trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        self
    }

    /// Whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The number times ten to the power of `by`.
    pub(super) fn shifted(mut self, by: i32) -> Self {
        self.point = self.point.saturating_add(by);
        self
    }

    /// The number rounded to so many decimals, halves away from zero.
    pub(super) fn rounded(self, decimals: usize) -> Self {
        // On the decimal digits and away from zero, as Excel rounds: a binary 2.675 would come to 2.67.
        let keep = i64::from(self.point) + i64::try_from(decimals).unwrap_or(i64::MAX);
        match usize::try_from(keep) {
            Ok(keep) => self.kept(keep),
            Err(_) => Self { digits: Vec::new(), point: 0 },
        }
    }

    /// The number rounded to so many digits that count.
    pub(super) fn kept(mut self, keep: usize) -> Self {
        let Some(next) = self.digits.get(keep).copied() else { return self };
        self.digits.truncate(keep);
        if next < 5 {
            return self.trimmed();
        }
        while self.digits.last() == Some(&9) {
            self.digits.pop();
        }
        match self.digits.last_mut() {
            Some(last) => *last += 1,
            None => self = Self { digits: vec![1], point: self.point.saturating_add(1) },
        }
        self
    }

    /// The number rounded as `##0.0E+0` shows it: its power of ten is a multiple of as many places as stand before the point.
    pub(super) fn stepped(self, step: usize, decimals: usize) -> Self {
        let step = i32::try_from(step.max(1)).unwrap_or(i32::MAX);
        let before = self.point.saturating_sub(1).rem_euclid(step) + 1;
        self.kept(usize::try_from(before).unwrap_or(1).saturating_add(decimals))
    }

    /// The digits before the point; none below one.
    pub(super) fn whole(&self) -> String {
        (0..self.point).map(|at| self.at(at)).collect()
    }

    /// The digit so many places behind the point, from 1.
    pub(super) fn decimal(&self, place: usize) -> char {
        self.at(self.point.saturating_add(i32::try_from(place).unwrap_or(i32::MAX)) - 1)
    }

    fn at(&self, at: i32) -> char {
        let digit = usize::try_from(at).ok().and_then(|at| self.digits.get(at));
        char::from(b'0' + digit.copied().unwrap_or_default())
    }

    /// As written without a format: 0.25, 1200.
    pub(super) fn plain(&self) -> String {
        if self.is_zero() {
            return "0".to_owned();
        }
        let whole = Some(self.whole()).filter(|whole| !whole.is_empty());
        let mut written = whole.unwrap_or_else(|| "0".to_owned());
        let length = i32::try_from(self.digits.len()).unwrap_or_default();
        let decimals = usize::try_from(length - self.point).unwrap_or_default();
        if decimals > 0 {
            written.push('.');
            written.extend((1..=decimals).map(|place| self.decimal(place)));
        }
        written
    }
}
