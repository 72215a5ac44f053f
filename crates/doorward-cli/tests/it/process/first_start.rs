//! A first start that is cut short leaves a tenant whole or none.

use std::io::Read as _;
use std::time::Duration;

use super::{Place, Process};

#[tokio::test(flavor = "multi_thread")]
async fn a_first_start_that_was_killed_is_made_good_by_the_next() {
    for pause in [40, 120, 250, 420, 600] {
        let place = Place::sqlite();
        let mut child = place.command().spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(pause)).await;
        child.kill().unwrap();
        child.wait().unwrap();
        let process = Process::start(&place);
        let caller = process.caller();
        let (status, answer) = caller
            .log_in("demo@example.com", "Open-the-d00r")
            .await
            .unwrap();
        assert_eq!(status, 200, "killed after {pause} ms: {answer}");
        caller.management_token().await;
        process.kill();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_process_on_the_same_data_is_refused_in_one_line() {
    let place = Place::sqlite();
    let process = Process::start(&place);
    let mut second = place
        .command()
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    second
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(second.wait().unwrap().code(), Some(1));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("in use by another process"), "{said}");
    assert_eq!(process.terminate().await, 0);
}
