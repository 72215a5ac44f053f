//! What a tenant in development tells: to programs in `bootstrap.json`, and to people after the first start, where
//! to log in, with what, and what to do next.

use std::fmt;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::Path;

use doorward_gateway::Gateway;
use doorward_tenant::{Bootstrap, DEMO_EMAIL, DEMO_PASSWORD, Doorward};
use serde_json::{Value, json};

use super::data_dir::{DataDir, DataDirError};
use super::gateway;

/// The welcome of a tenant in development.
pub(crate) struct Welcome<'w> {
    pub(crate) http: SocketAddr,
    pub(crate) gateway: Option<SocketAddr>,
    /// Whether the gateway shows people what it does.
    pub(crate) has_demo_page: bool,
    /// The certificate of the local authority.
    pub(crate) ca_file: Option<&'w Path>,
    pub(crate) data_dir: &'w Path,
    pub(crate) is_first: bool,
}

impl Welcome<'_> {
    /// Writes `bootstrap.json` and greets on stderr; stdout has only the ready line. In production it does neither.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub(crate) fn say(&self, doorward: &Doorward, data: &DataDir) -> Result<(), DataDirError> {
        let Some(bootstrap) = doorward.bootstrap() else {
            return Ok(());
        };
        let content = self.bootstrap_file(bootstrap);
        data.write_private("bootstrap.json", &format!("{content:#}\n"))?;
        let greeting = Greeting {
            welcome: self,
            bootstrap,
        };
        // Nobody may be reading; the server runs all the same.
        let _ = write!(io::stderr(), "{greeting}");
        Ok(())
    }

    /// The content of `bootstrap.json`.
    fn bootstrap_file(&self, bootstrap: &Bootstrap) -> Value {
        let mut content = json!(bootstrap);
        content["http_url"] = format!("http://{}", self.http).into();
        if let Some(ca_file) = self.ca_file {
            content["ca_file"] = ca_file.display().to_string().into();
        }
        if let Some(gateway) = self.gateway {
            let url = gateway::url(gateway);
            if self.has_demo_page {
                content["gateway"]["demo_page"] = format!("{url}{}", Gateway::DEMO_PAGE).into();
            }
            content["gateway"]["url"] = url.into();
        }
        content
    }
}

/// What people read.
struct Greeting<'w> {
    welcome: &'w Welcome<'w>,
    bootstrap: &'w Bootstrap,
}

impl fmt::Display for Greeting<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { welcome, bootstrap } = *self;
        let data = welcome.data_dir.display();
        if !welcome.is_first {
            return writeln!(
                f,
                "\n  Doorward is back with everything in {data}.\n  Credentials: {data}/bootstrap.json\n"
            );
        }
        writeln!(f, "\n  Welcome to Doorward, a tenant of your own.\n")?;
        writeln!(f, "    Tenant      {}", bootstrap.issuer)?;
        writeln!(f, "    Plain HTTP  http://{}", welcome.http)?;
        if let Some(gateway) = welcome.gateway {
            writeln!(f, "    Gateway     http://{gateway}")?;
            if welcome.has_demo_page {
                let path = Gateway::DEMO_PAGE;
                writeln!(f, "    Demo page   http://{gateway}{path}")?;
            }
        }
        writeln!(f, "    User        {DEMO_EMAIL}  {DEMO_PASSWORD}")?;
        writeln!(
            f,
            "    Everything  {data}/bootstrap.json (client ids and secrets)\n"
        )?;
        self.log_in(f)?;
        writeln!(f, "  Get tokens with the demo user:\n")?;
        if let Some(gateway) = welcome.gateway {
            writeln!(
                f,
                "    curl -X POST http://{gateway}/oauth/token --data-urlencode grant_type=password \\\n      \
                 --data-urlencode username={DEMO_EMAIL} --data-urlencode password={DEMO_PASSWORD}\n"
            )?;
        } else if let Some(web) = bootstrap.applications.first() {
            writeln!(
                f,
                "    curl http://{}/oauth/token -d grant_type=password -d scope=openid \\\n      \
                 -d client_id={} -d client_secret=… \\\n      -d username={DEMO_EMAIL} -d password={DEMO_PASSWORD}\n",
                welcome.http, web.client_id
            )?;
        }
        writeln!(f, "  Look into it:\n")?;
        writeln!(
            f,
            "    doorward users list --bootstrap {data}/bootstrap.json\n"
        )?;
        if let Some(ca_file) = welcome.ca_file {
            writeln!(
                f,
                "  HTTPS clients trust this tenant with {}",
                ca_file.display()
            )?;
            writeln!(
                f,
                "  (Node: NODE_EXTRA_CA_CERTS, curl: --cacert, doorward: --ca-file)\n"
            )?;
        }
        Ok(())
    }
}

impl Greeting<'_> {
    /// A link that opens the login page.
    fn log_in(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(web) = self.bootstrap.applications.first() else {
            return Ok(());
        };
        let Some(callback) = web.callbacks.first() else {
            return Ok(());
        };
        writeln!(f, "  Log in from a browser:\n")?;
        writeln!(
            f,
            "    {}authorize?client_id={}&response_type=code&scope=openid%20profile%20email&redirect_uri={}&state=try\n",
            self.bootstrap.issuer,
            web.client_id,
            callback.replace(':', "%3A").replace('/', "%2F"),
        )
    }
}
