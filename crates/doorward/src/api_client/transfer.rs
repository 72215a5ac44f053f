//! Answers and files of any size: from a reader, into a writer.

use std::time::Duration;

use doorward_api::{Api, Body as ApiBody, Operation, Parts};
use http::Method;
use http_body_util::BodyExt;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use url::Url;

use super::{ApiClient, Shared, answer, is_refused_token, multipart};
use crate::dispatch::Outgoing;
use crate::error::{ArgumentError, Error};
use crate::response::ApiResponse;
use crate::transport::{Reader, Request, ResponseBody};

impl<A: Api> ApiClient<A> {
    /// Carries out an operation whose file comes from a reader, and is never in memory as a whole: of
    /// the file in the operation only the name and the media type count. `length` is how many bytes
    /// the reader gives; without it the body is sent in chunks.
    ///
    /// A reader can be read once, so the request is sent once, whatever the answer is.
    ///
    /// ```no_run
    /// use doorward::management::{CreateJobUsersImport, File};
    ///
    /// # async fn example(management: doorward::ManagementClient) -> Result<(), Box<dyn std::error::Error>> {
    /// let users = tokio::net::TcpStream::connect("exports.example.com:7000").await?;
    /// let import = CreateJobUsersImport::new(File::json("users.json", []), "con_0123456789abcdef");
    /// let job = management.upload(&import, users, None).await?;
    /// println!("{}", job.id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); [`Error::Transport`] when the reader fails or ends before `length`.
    pub async fn upload<O: Operation<Api = A>>(
        &self,
        operation: &O,
        content: impl AsyncRead + Send + 'static,
        length: Option<u64>,
    ) -> Result<ApiResponse<O::Output>, Error> {
        let mut parts = Parts::of(operation).map_err(ArgumentError::Unsendable)?;
        let body = parts.take_body();
        let mut outgoing = self.compose(parts, O::PATH).await?;
        if let Some(ApiBody::Multipart(parts)) = body {
            let reader = Reader::new(content, length);
            let (content_type, body) = multipart::write(parts, Some(reader)).await?;
            outgoing = outgoing.body(content_type, body);
        }
        answer::<O>(self.deliver(outgoing).await?)
    }

    /// Carries out an operation and writes its answer as it comes, unread and of any length. Returns
    /// how many bytes there were. The timeout counts until the answer begins, then between its pieces.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); [`Error::Write`] when `into` takes no more. Some of the answer may
    /// have been written then.
    pub async fn download<O: Operation<Api = A>>(
        &self,
        operation: &O,
        into: impl AsyncWrite + Unpin,
    ) -> Result<u64, Error> {
        let parts = Parts::of(operation).map_err(ArgumentError::Unsendable)?;
        let outgoing = self.compose(parts, O::PATH).await?;
        let body = self.open(outgoing).await?;
        copy(body, into, self.timeout()).await
    }

    /// Fetches a file that the API keeps elsewhere, such as the `location` of an export, and writes
    /// it as it is, packed as it may be. Returns how many bytes there were. Neither the access token nor
    /// any other header of this client goes there.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the answer is no success; [`Error::Write`] when `into` takes no more.
    pub async fn download_from(
        &self,
        location: &str,
        into: impl AsyncWrite + Unpin,
    ) -> Result<u64, Error> {
        let refused =
            || ArgumentError::Location(location.split('?').next().unwrap_or_default().into());
        let url = Url::parse(location).map_err(|_| refused())?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(refused().into());
        }
        let request = Request::new(Method::GET, url);
        let limit = self.timeout();
        let body = self.shared.dispatcher.fetch(request, limit).await?;
        copy(body, into, limit).await
    }

    /// How long an attempt may take, and a piece of an answer that is written as it comes.
    fn timeout(&self) -> Duration {
        let chosen = self.options.as_deref().and_then(|options| options.timeout);
        chosen.unwrap_or(self.shared.dispatcher.timeout)
    }

    /// Sends a request with an access token, once more with another when the API refuses it. The
    /// answer's body is still to come.
    pub(super) async fn open(&self, outgoing: Outgoing) -> Result<ResponseBody, Error> {
        let Shared {
            dispatcher, tokens, ..
        } = &*self.shared;
        let options = self.options.as_deref();
        dispatcher
            .within(options, async {
                let token = tokens.token().await?;
                let bearing = self.bearing(outgoing.clone(), &token)?;
                let refusal = match dispatcher.open(bearing, options).await {
                    Err(refusal) if is_refused_token(&refusal, &outgoing) => refusal,
                    answer => return answer,
                };
                match tokens.replacement(&token).await? {
                    None => Err(refusal),
                    Some(other) => {
                        let bearing = self.bearing(outgoing, &other)?;
                        dispatcher.open(bearing, options).await
                    }
                }
            })
            .await
    }
}

/// Writes a body piece by piece; each may take as long as `limit`.
async fn copy(
    mut body: ResponseBody,
    mut into: impl AsyncWrite + Unpin,
    limit: Duration,
) -> Result<u64, Error> {
    let mut written = 0;
    loop {
        let frame = tokio::time::timeout(limit, body.frame())
            .await
            .map_err(|elapsed| {
                let source = elapsed.into();
                Error::Timeout { limit, source }
            })?;
        let Some(frame) = frame else {
            into.flush().await.map_err(Error::Write)?;
            return Ok(written);
        };
        if let Ok(piece) = frame?.into_data() {
            into.write_all(&piece).await.map_err(Error::Write)?;
            written += piece.len() as u64;
        }
    }
}
