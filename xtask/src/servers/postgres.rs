//! A private PostgreSQL cluster, as durable as a real one: `fsync` stays on.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{Server, accepts_connections, bound_to_us, free_port};
use crate::run::{self, Doing, Fault};

/// The superuser of the cluster.
const SUPERUSER: &str = "doorward";

/// Makes a cluster below `folder` and starts it; the superuser's URL comes back with it.
pub(super) fn start(folder: &Path) -> Result<(Server, String), Fault> {
    let user = unprivileged_user()?;
    let home = folder.join("postgres");
    std::fs::create_dir(&home).doing("make a folder for PostgreSQL")?;
    if let Some(user) = user {
        run::succeed(std::process::Command::new("chown").arg(user).arg(&home))?;
    }
    let password = password()?;
    let data = home.join("data");
    initialise(&home, &data, user, &password)?;

    let port = free_port()?;
    let mut command = bound_to_us(&program("postgres")?, user);
    command
        .arg("-D")
        .arg(&data)
        .arg("-k")
        .arg(&home)
        .args(["-h", "127.0.0.1", "-p", &port.to_string()])
        // Tests run side by side, each with pools of its own.
        .args(["-c", "max_connections=400"])
        .current_dir(&home);
    let mut server = Server::start(&mut command, folder.join("postgres.log"))?;
    server.wait_until(|| accepts_connections(port))?;
    Ok((
        server,
        format!("postgres://{SUPERUSER}:{password}@127.0.0.1:{port}/postgres"),
    ))
}

/// Makes the database `name` through the superuser's `url`; the URL of the new one.
pub(super) fn make_database(url: &str, name: &str) -> Result<String, Fault> {
    let statement = format!("CREATE DATABASE {name}");
    let mut command = std::process::Command::new(program("psql")?);
    command
        .args(["--quiet", "--no-psqlrc", "--command", &statement])
        .arg(url);
    run::succeed(&mut command)?;
    let server = url.rsplit_once('/').map_or(url, |(server, _)| server);
    Ok(format!("{server}/{name}"))
}

fn initialise(home: &Path, data: &Path, user: Option<&str>, password: &str) -> Result<(), Fault> {
    let password_file = home.join("password");
    std::fs::write(&password_file, password).doing("write PostgreSQL's password")?;
    if let Some(user) = user {
        run::succeed(
            std::process::Command::new("chown")
                .arg(user)
                .arg(&password_file),
        )?;
    }
    let mut command = bound_to_us(&program("initdb")?, user);
    command
        .args([
            "--username",
            SUPERUSER,
            "--auth",
            "scram-sha-256",
            "--encoding",
            "UTF8",
        ])
        .args(["--locale", "C", "--pwfile"])
        .arg(&password_file)
        .arg("-D")
        .arg(data)
        .current_dir(home)
        .stdout(Stdio::null());
    run::succeed(&mut command)
}

/// Root must not run PostgreSQL; Debian's package brings a user for it.
fn unprivileged_user() -> Result<Option<&'static str>, Fault> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd").doing("read the list of users")?;
    let known = |user: &str| {
        users
            .lines()
            .any(|line| line.split(':').next() == Some(user))
    };
    match ["postgres", "nobody"].into_iter().find(|user| known(user)) {
        Some(user) => Ok(Some(user)),
        None => Err(Fault::Unexpected(
            "no user that PostgreSQL could run as".into(),
        )),
    }
}

fn password() -> Result<String, Fault> {
    use std::io::Read;
    let mut bytes = [0_u8; 16];
    std::fs::File::open("/dev/urandom")
        .and_then(|mut random| random.read_exact(&mut bytes))
        .doing("draw a password")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn program(name: &str) -> Result<PathBuf, Fault> {
    run::find(name, &versions())
        .ok_or_else(|| Fault::Unexpected(format!("PostgreSQL's {name} is not installed")))
}

/// Where Debian keeps the programs of each installed version, newest first.
pub(crate) fn versions() -> Vec<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    versions.sort_unstable_by_key(|(version, _)| std::cmp::Reverse(*version));
    versions.into_iter().map(|(_, folder)| folder).collect()
}
