//! Whether a signature holds: one rule for one signature and for many at once.
//!
//! An entry's signature holds by the rule of ZIP 215 (<https://zips.z.cash/zip-0215>), under a key that is not weak.
//! Of the rules in use it is the one by which checking many signatures together says just what checking each alone
//! says (save with a chance of 2^-128): RFC 8032 leaves open whether both sides are compared as they are or times
//! eight, and one who crafts a signature with their own key can make the two differ. Nobody can make a signature that
//! holds by one of them under another's key. A file's signature (`signature`) holds where OpenSSH says so: strictly.

use super::entry::{Hash, signed_bytes};
use ed25519_dalek::{Signature, VerifyingKey};
use ed25519_zebra::batch;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use std::cell::Cell;

/// Fewer than these are sooner checked one by one.
const FEW: usize = 3;

/// What is said to be signed, and by whom.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    /// The public key.
    pub key: &'a [u8; 32],
    /// An entry's hash.
    pub hash: &'a Hash,
    /// The signature.
    pub signature: &'a [u8; 64],
}

/// Whether this key made this signature over an entry's hash.
pub fn verifies(public: &[u8; 32], hash: &Hash, signature: &[u8; 64]) -> bool {
    let Some(key) = unpacked(public).filter(|key| !key.is_weak()) else { return false };
    let bytes = signed_bytes(hash);
    // What holds strictly holds by the wider rule, and is told sooner.
    key.verify_strict(&bytes, &Signature::from_bytes(signature)).is_ok()
        || ed25519_zebra::VerificationKey::try_from(*public)
            .is_ok_and(|key| key.verify(&(*signature).into(), &bytes).is_ok())
}

/// Whether all of these hold. Where they do not, [`verifies`] tells which.
pub fn all_verify(all: &[Signed]) -> bool {
    let mut seed = [0; 32];
    if all.len() < FEW || getrandom::fill(&mut seed).is_err() {
        return all.iter().all(|signed| verifies(signed.key, signed.hash, signed.signature));
    }
    let mut batch = batch::Verifier::new();
    for signed in all {
        if unpacked(signed.key).is_none_or(|key| key.is_weak()) {
            return false;
        }
        batch.queue(((*signed.key).into(), (*signed.signature).into(), signed_bytes(signed.hash).as_slice()));
    }
    batch.verify(ChaCha20Rng::from_seed(seed)).is_ok()
}

/// Whether OpenSSH, too, would say that this key made this signature over these bytes.
pub(super) fn verifies_strictly(public: &[u8; 32], bytes: &[u8], signature: &[u8; 64]) -> bool {
    unpacked(public).is_some_and(|key| key.verify_strict(bytes, &Signature::from_bytes(signature)).is_ok())
}

/// The point that a public key stands for. One key signs many entries: the last is kept at hand.
fn unpacked(public: &[u8; 32]) -> Option<VerifyingKey> {
    thread_local! {
        static LAST: Cell<Option<VerifyingKey>> = const { Cell::new(None) };
    }
    match LAST.get() {
        Some(key) if key.as_bytes() == public => Some(key),
        _ => {
            let key = VerifyingKey::from_bytes(public).ok()?;
            LAST.set(Some(key));
            Some(key)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Signer;
    use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
    use curve25519_dalek::{EdwardsPoint, Scalar};
    use proptest::prelude::*;
    use sha2::{Digest, Sha512};

    fn signer(n: u8) -> Signer {
        Signer::from_seed(&[n; 32])
    }

    /// What a signer can write whose nonce's point is moved by a point of small order.
    fn crafted(seed: u8, hash: &Hash, moved: EdwardsPoint) -> [u8; 64] {
        let key = ed25519_dalek::SigningKey::from_bytes(&[seed; 32]);
        let nonce = Scalar::from_bytes_mod_order([seed.wrapping_add(hash[0]); 32]);
        let point = (ED25519_BASEPOINT_POINT * nonce + moved).compress();
        let challenge = Sha512::new()
            .chain_update(point.as_bytes())
            .chain_update(key.verifying_key().as_bytes())
            .chain_update(signed_bytes(hash));
        let answer = nonce + Scalar::from_hash(challenge) * key.to_scalar();
        let mut signature = [0; 64];
        signature[..32].copy_from_slice(point.as_bytes());
        signature[32..].copy_from_slice(answer.as_bytes());
        signature
    }

    /// What may be done to a signature, by its number.
    fn made(seed: u8, hash: &Hash, what: usize) -> [u8; 64] {
        let mut signature = signer(seed).sign(hash);
        match what {
            0..5 => return signature,
            5 => return crafted(seed, hash, EIGHT_TORSION[usize::from(hash[0] % 8)]),
            6 => signature[usize::from(hash[1] % 64)] ^= 1 << (hash[2] % 8),
            7 => return signer(seed.wrapping_add(1)).sign(hash),
            _ => signature = [hash[3]; 64],
        }
        signature
    }

    proptest! {
        #[test]
        fn many_hold_where_each_does(made_of in prop::collection::vec((any::<u8>(), any::<Hash>(), 0..9usize), 0..40), sound in any::<bool>()) {
            let made_of: Vec<_> = made_of.into_iter()
                .map(|(seed, hash, what)| (seed % 4, hash, if sound { what.min(5) } else { what }))
                .map(|(seed, hash, what)| (signer(seed).public(), hash, made(seed, &hash, what)))
                .collect();
            let signed: Vec<_> = made_of.iter().map(|(key, hash, signature)| Signed { key, hash, signature }).collect();
            let each = signed.iter().all(|s| verifies(s.key, s.hash, s.signature));
            prop_assert_eq!(all_verify(&signed), each);
            prop_assert!(each || !sound);
        }
    }

    #[test]
    fn a_crafted_signature_is_judged_alike_each_time() {
        let hash = [9; 32];
        let key = signer(3).public();
        for moved in EIGHT_TORSION {
            let signature = crafted(3, &hash, moved);
            let signed = Signed { key: &key, hash: &hash, signature: &signature };
            assert!(verifies(&key, &hash, &signature));
            assert!((0..32).all(|_| all_verify(&[signed; 5])));
            let strictly = verifies_strictly(&key, &signed_bytes(&hash), &signature);
            assert_eq!(strictly, moved == EIGHT_TORSION[0]);
        }
    }

    #[test]
    fn no_weak_key_signs() {
        // Under a key of small order this holds for every eighth word or for all.
        let mut signature = [0; 64];
        signature[0] = 1;
        for weak in EIGHT_TORSION {
            let key = weak.compress().to_bytes();
            for n in 0..16 {
                assert!(!verifies(&key, &[n; 32], &signature));
                let hash = [n; 32];
                assert!(!all_verify(&[Signed { key: &key, hash: &hash, signature: &signature }; 4]));
            }
        }
    }
}
