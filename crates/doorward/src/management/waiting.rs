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
        self.wait_for_job_with(id, interval, |_| {}).await
    }

    /// The same, and shows the job to `progress` whenever it was asked for, at its end as well: the
    /// tenant tells `percentage_done` and `time_left_seconds` of some jobs.
    ///
    /// ```no_run
    /// # async fn example(management: doorward::ManagementClient) -> Result<(), doorward::Error> {
    /// let job = management
    ///     .wait_for_job_with("job_0123456789abcdef", std::time::Duration::from_secs(2), |job| {
    ///         println!("{} {:?} %", job.status, job.percentage_done);
    ///     })
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`wait_for_job`](Self::wait_for_job).
    pub async fn wait_for_job_with(
        &self,
        id: impl Into<JobId>,
        interval: Duration,
        mut progress: impl FnMut(&Job),
    ) -> Result<Job, Error> {
        let get = GetJob::new(id);
        loop {
            let job = self.send(&get).await?.data;
            progress(&job);
            if matches!(job.status.as_str(), "completed" | "failed") {
                return Ok(job);
            }
            tokio::time::sleep(interval).await;
        }
    }
}
