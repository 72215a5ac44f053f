//! Jobs that take their time: imports, exports, e-mails.

use std::time::Duration;

use doorward_api::JobId;
use doorward_api::management::{GetJob, Job};

use super::ManagementClient;
use crate::error::Error;

impl ManagementClient {
    /// Asks for a job every `interval` until it is `completed` or `failed`, and answers it then.
    ///
    /// Put a [`tokio::time::timeout`] around it to wait no longer than you like. What went wrong
    /// with the single users of an import is told by `jobs.errors.get`.
    ///
    /// # Errors
    ///
    /// When the job cannot be asked for. A job that failed is no error here.
    pub async fn wait_for_job(
        &self,
        id: impl Into<JobId>,
        interval: Duration,
    ) -> Result<Job, Error> {
        let get = GetJob::new(id);
        loop {
            let job = self.send(&get).await?.data;
            if matches!(job.status.as_str(), "completed" | "failed") {
                return Ok(job);
            }
            tokio::time::sleep(interval).await;
        }
    }
}
