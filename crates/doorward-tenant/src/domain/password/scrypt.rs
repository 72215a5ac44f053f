//! scrypt (RFC 7914) with its parameters beside the hash, as imports give them.

use subtle::ConstantTimeEq;

use super::super::import::error::ImportError;

const MAX_COST: u64 = 1 << 20;
const MAX_BLOCK_SIZE: u64 = 64;
const MAX_PARALLELIZATION: u64 = 16;
/// 128 × N × r, in bytes: what one verification allocates.
const MAX_MEMORY_BYTES: u64 = 256 * 1024 * 1024;
/// 128 × N × r × p, in bytes: about three seconds of a core.
const MAX_WORK_BYTES: u64 = 1024 * 1024 * 1024;
/// What may be allocated by many workers at once: the default costs of an import take 16 MiB.
const UNREMARKABLE_BYTES: u64 = 20 * 1024 * 1024;

/// The three costs, within bounds.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct ScryptCosts {
    log_n: u8,
    block_size: u32,
    parallelization: u32,
}

impl ScryptCosts {
    /// Checks `cost` (N), `blockSize` (r) and `parallelization` (p) of the object at `path`.
    pub(super) fn new(
        path: &str,
        cost: u64,
        block_size: u64,
        parallelization: u64,
    ) -> Result<Self, ImportError> {
        let place = |member| format!("{path}.{member}");
        for (member, value, limit) in [
            ("cost", cost, MAX_COST),
            ("blockSize", block_size, MAX_BLOCK_SIZE),
            ("parallelization", parallelization, MAX_PARALLELIZATION),
        ] {
            if value > limit {
                return Err(ImportError::above(&place(member), value, limit));
            }
            if value == 0 {
                return Err(ImportError::below(&place(member), 0, 1));
            }
        }
        if cost < 2 || !cost.is_power_of_two() {
            return Err(ImportError::new(
                "FORMAT",
                &place("cost"),
                "Value must be a power of two",
            ));
        }
        let memory = 128 * cost * block_size;
        if memory > MAX_MEMORY_BYTES || memory * parallelization > MAX_WORK_BYTES {
            return Err(ImportError::above(
                &place("cost"),
                cost,
                (MAX_MEMORY_BYTES / 128 / block_size).min(cost / 2),
            ));
        }
        Ok(Self {
            log_n: cost.trailing_zeros() as u8,
            block_size: block_size as u32,
            parallelization: parallelization as u32,
        })
    }

    /// The bytes of one verification that matter to how many may run at once.
    pub(super) fn extra_memory_bytes(&self) -> u64 {
        let memory = 128 * (u64::from(self.block_size) << self.log_n);
        if memory > UNREMARKABLE_BYTES {
            memory
        } else {
            0
        }
    }

    /// Whether `password` with `salt` derives `output`. Compared in constant time.
    pub(super) fn verify(&self, password: &[u8], salt: &[u8], output: &[u8]) -> bool {
        let Ok(params) = ::scrypt::Params::new(self.log_n, self.block_size, self.parallelization)
        else {
            return false;
        };
        let mut computed = vec![0; output.len()];
        let derived = ::scrypt::scrypt(password, salt, &params, &mut computed);
        derived.is_ok() && computed.ct_eq(output).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(cost: u64, block_size: u64, parallelization: u64) -> &'static str {
        ScryptCosts::new("h", cost, block_size, parallelization)
            .err()
            .map_or("", |error| error.code)
    }

    #[test]
    fn hostile_costs_are_refused() {
        assert_eq!(refused(16_384, 8, 1), "");
        assert_eq!(refused(131_072, 8, 1), "");
        assert_eq!(refused(1 << 20, 8, 1), "MAXIMUM", "one gigabyte");
        assert_eq!(
            refused(131_072, 8, 9),
            "MAXIMUM",
            "nine times 128 MiB of work"
        );
        assert_eq!(refused(u64::MAX, u64::MAX, u64::MAX), "MAXIMUM");
        assert_eq!(refused(16_384, 0, 1), "MINIMUM");
        assert_eq!(refused(16_383, 8, 1), "FORMAT");
        assert_eq!(refused(1, 8, 1), "FORMAT");
    }

    #[test]
    fn memory_counts_from_the_point_where_it_hurts() {
        assert_eq!(
            ScryptCosts::new("h", 16_384, 8, 1)
                .unwrap()
                .extra_memory_bytes(),
            0
        );
        assert_eq!(
            ScryptCosts::new("h", 131_072, 8, 1)
                .unwrap()
                .extra_memory_bytes(),
            128 << 20
        );
    }
}
