//! The clients for programs without async.
//!
//! ```
//! use doorward::authentication::PasswordGrant;
//! use doorward::blocking::Blocking;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let runtime = tokio::runtime::Runtime::new()?;
//! # let builder = doorward_testing::TestTenant::builder().without_ports();
//! # let tenant = runtime.block_on(builder.start())?;
//! # let auth = tenant.authentication(tenant.application("Default App").unwrap())?;
//! # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
//! let auth = Blocking::new(auth)?;
//! let login = PasswordGrant::new(email, password);
//! let tokens = auth.run(async |auth| auth.oauth().password_grant(&login).await)?;
//! println!("valid for {:?} seconds", tokens.expires_in);
//! # Ok(())
//! # }
//! ```

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use futures_util::{Stream, StreamExt};
use tokio::runtime::{Builder, Runtime};

use crate::error::{ArgumentError, Error};

/// Any of the clients, with a thread of its own that does the waiting.
///
/// Not for use within async programs: there, a call panics as every blocking wait does. A clone
/// shares the thread.
#[derive(Clone)]
pub struct Blocking<C> {
    client: C,
    runtime: Arc<Runtime>,
}

impl<C> Blocking<C> {
    /// Starts the thread.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::Thread`] when the operating system gives none.
    pub fn new(client: C) -> Result<Self, Error> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("doorward")
            .enable_all()
            .build()
            .map_err(ArgumentError::Thread)?;
        Ok(Self {
            client,
            runtime: Arc::new(runtime),
        })
    }

    /// Makes a call, or several, and waits for their end.
    pub fn run<T>(&self, calls: impl AsyncFnOnce(&C) -> T) -> T {
        self.runtime.block_on(calls(&self.client))
    }

    /// The items of a stream, each waited for when it is asked for: pages of a list, events.
    pub fn iter<T: Stream>(&self, stream: impl FnOnce(&C) -> T) -> Items<T> {
        Items {
            stream: Box::pin(stream(&self.client)),
            runtime: self.runtime.clone(),
        }
    }
}

/// The items of a stream, one after the other. From [`Blocking::iter`].
pub struct Items<T> {
    stream: Pin<Box<T>>,
    runtime: Arc<Runtime>,
}

impl<T: Stream> Iterator for Items<T> {
    type Item = T::Item;

    fn next(&mut self) -> Option<T::Item> {
        self.runtime.block_on(self.stream.next())
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Items")
    }
}

impl<C: fmt::Debug> fmt::Debug for Blocking<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Blocking").field(&self.client).finish()
    }
}
