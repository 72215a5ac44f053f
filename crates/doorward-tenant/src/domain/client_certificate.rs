//! Certificates by which clients prove themselves, and to which tokens are bound (RFC 8705).

/// How a client's certificates count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TlsMethod {
    /// `tls_client_auth`: an authority that the operator trusts has issued it.
    CaIssued,
    /// `self_signed_tls_client_auth`: it is the very certificate that the client registered.
    SelfSigned,
}

/// A certificate, or the subject of one, that a client registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegisteredCertificate {
    pub(crate) is: Registered,
    /// Seconds since 1970 after which it is refused.
    pub(crate) expires_at: Option<i64>,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Registered {
    /// SHA-256 of the whole certificate, base64url.
    Thumbprint(String),
    /// Distinguished name of the subject, such as `C=US, O=Acme, CN=client`.
    Subject(String),
}

/// A certificate whose private key is at the other end of a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Presented<'c> {
    pub(crate) thumbprint: &'c str,
    pub(crate) subject: &'c str,
    /// Whether its chain leads to an authority that the operator trusts for this.
    pub(crate) is_ca_issued: bool,
}

impl Presented<'_> {
    /// Whether a client with these certificates proves itself with this one at `now`, in seconds since 1970.
    pub(crate) fn proves(
        &self,
        method: TlsMethod,
        registered: &[RegisteredCertificate],
        now: i64,
    ) -> bool {
        let known = registered
            .iter()
            .filter(|known| known.expires_at.is_none_or(|end| end > now))
            .any(|known| self.is(&known.is, method));
        known && (method == TlsMethod::SelfSigned || self.is_ca_issued)
    }

    fn is(&self, known: &Registered, method: TlsMethod) -> bool {
        match known {
            Registered::Thumbprint(thumbprint) => thumbprint == self.thumbprint,
            // Anybody can sign a certificate with any name for themselves.
            Registered::Subject(subject) => {
                method == TlsMethod::CaIssued && is_same_name(subject, self.subject)
            }
        }
    }
}

/// Whether two names have the same parts in the same order, however they are spaced. An empty name names nobody.
fn is_same_name(one: &str, other: &str) -> bool {
    let parts = |name: &str| -> Vec<String> {
        // A comma within a value has a backslash in front of it, which stays and tells the two apart.
        name.split(',').map(|part| part.trim().to_owned()).collect()
    };
    !other.is_empty() && parts(one) == parts(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(name: &str) -> Vec<RegisteredCertificate> {
        vec![RegisteredCertificate {
            is: Registered::Subject(name.to_owned()),
            expires_at: None,
        }]
    }

    fn presented(subject: &str, is_ca_issued: bool) -> Presented<'_> {
        Presented {
            thumbprint: "print",
            subject,
            is_ca_issued,
        }
    }

    #[test]
    fn a_subject_counts_when_an_authority_vouches_for_it() {
        let known = subject("C=US,O=Acme,  CN=client");
        let name = "C=US, O=Acme, CN=client";
        let ca = TlsMethod::CaIssued;
        assert!(presented(name, true).proves(ca, &known, 0));
        assert!(!presented(name, false).proves(ca, &known, 0));
        assert!(!presented(name, true).proves(TlsMethod::SelfSigned, &known, 0));
        assert!(!presented("CN=client", true).proves(ca, &known, 0));
        assert!(!presented("O=Acme, C=US, CN=client", true).proves(ca, &known, 0));
        assert!(!presented("", true).proves(ca, &subject(""), 0));
        // One value that looks like two parts.
        assert!(!presented(r"O=Acme\, CN\=client", true).proves(
            ca,
            &subject("O=Acme, CN=client"),
            0
        ));
    }

    #[test]
    fn a_registered_certificate_counts_until_its_end() {
        let known = [RegisteredCertificate {
            is: Registered::Thumbprint("print".to_owned()),
            expires_at: Some(100),
        }];
        let proves = |now| presented("", false).proves(TlsMethod::SelfSigned, &known, now);
        assert!(proves(99) && !proves(100));
        assert!(!presented("", false).proves(TlsMethod::CaIssued, &known, 0));
        assert!(presented("", true).proves(TlsMethod::CaIssued, &known, 0));
        let other = Presented {
            thumbprint: "other",
            ..presented("", true)
        };
        assert!(!other.proves(TlsMethod::SelfSigned, &known, 0));
    }
}
