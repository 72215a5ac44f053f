//! What has to happen when somebody presses Ctrl-C or ends us: servers stop, their folders go.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, Once, PoisonError};

use rustix::process::{Pid, Signal, kill_process};

/// Things that must not outlive this process, by the number they registered under.
static BELONGINGS: Mutex<BTreeMap<usize, Belonging>> = Mutex::new(BTreeMap::new());
static LISTENING: Once = Once::new();

enum Belonging {
    Process(Pid),
    Folder(PathBuf),
}

/// Keeps something registered; dropping it means that it was cleared away in the ordinary manner.
pub(crate) struct Registered(usize);

/// Stops the process `pid` with SIGINT when we are interrupted.
pub(crate) fn stop_process(pid: Pid) -> Registered {
    register(Belonging::Process(pid))
}

/// Removes the folder `path` when we are interrupted.
pub(crate) fn remove_folder(path: PathBuf) -> Registered {
    register(Belonging::Folder(path))
}

impl Drop for Registered {
    fn drop(&mut self) {
        BELONGINGS
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.0);
    }
}

fn register(belonging: Belonging) -> Registered {
    LISTENING.call_once(|| {
        if let Err(error) = ctrlc::set_handler(clear_and_leave) {
            eprintln!("xtask: cannot watch for Ctrl-C, servers may stay behind: {error}");
        }
    });
    let mut belongings = BELONGINGS.lock().unwrap_or_else(PoisonError::into_inner);
    let number = belongings.last_key_value().map_or(0, |(last, _)| last + 1);
    belongings.insert(number, belonging);
    Registered(number)
}

fn clear_and_leave() {
    let belongings =
        std::mem::take(&mut *BELONGINGS.lock().unwrap_or_else(PoisonError::into_inner));
    // The youngest first: servers end before the folders they live in.
    for belonging in belongings.into_values().rev() {
        match belonging {
            Belonging::Process(pid) => {
                let _gone_already = kill_process(pid, Signal::INT);
                let _reaped_elsewhere =
                    rustix::process::waitpid(Some(pid), rustix::process::WaitOptions::empty());
            }
            Belonging::Folder(path) => {
                let _gone_already = std::fs::remove_dir_all(path);
            }
        }
    }
    // 128 + SIGINT, as a shell would say it.
    std::process::exit(130);
}
