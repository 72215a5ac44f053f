//! As much of a MongoDB server as copies of users need: its wire protocol (`OP_MSG`), one collection, and what an
//! upsert does to a document. The driver is the real one.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use bson::{Bson, Document, doc};
use doorward_gateway::config::MongoSettings;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

const OP_MSG: i32 = 2013;

/// A running server. It stops with its value.
pub(crate) struct MongoServer {
    address: SocketAddr,
    held: Arc<Mutex<Held>>,
    tasks: Option<JoinSet<()>>,
}

/// What the server has.
#[derive(Default)]
struct Held {
    documents: Vec<Document>,
    /// Keys of its indexes, with their options.
    indexes: Vec<Document>,
    /// Error code for every write from now on.
    refusal: Option<i32>,
    /// Writes so far, refused ones too.
    writes: usize,
    made: i64,
}

impl MongoServer {
    /// An empty one on a free port.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let mut server = Self {
            address: listener.local_addr().expect("an address"),
            held: Arc::default(),
            tasks: None,
        };
        server.listen(listener);
        server
    }

    /// Copies of these properties into this server's collection.
    pub(crate) fn settings(&self, properties: &[&str]) -> MongoSettings {
        MongoSettings {
            url: format!("mongodb://{}/?heartbeatFrequencyMS=500", self.address).into(),
            database: "platform".to_owned(),
            collection: "users".to_owned(),
            properties: properties.iter().map(|&name| name.to_owned()).collect(),
        }
    }

    /// Closes port and connections at once; documents stay.
    pub(crate) async fn stop(&mut self) {
        if let Some(mut tasks) = self.tasks.take() {
            tasks.shutdown().await;
        }
    }

    /// Comes back on the same port.
    pub(crate) async fn start_again(&mut self) {
        let listener = TcpListener::bind(self.address)
            .await
            .expect("the same port");
        self.listen(listener);
    }

    /// Every write is refused with this code from now on.
    pub(crate) fn refuse(&self, code: Option<i32>) {
        self.held.lock().expect("a lock").refusal = code;
    }

    /// Waits until the documents are such.
    pub(crate) async fn until(&self, are_such: impl Fn(&[Document]) -> bool) -> Vec<Document> {
        loop {
            let documents = self.held.lock().expect("a lock").documents.clone();
            if are_such(&documents) {
                return documents;
            }
            tokio::task::yield_now().await;
        }
    }

    /// Waits until so many writes have been asked for.
    pub(crate) async fn until_writes(&self, count: usize) {
        while self.held.lock().expect("a lock").writes < count {
            tokio::task::yield_now().await;
        }
    }

    /// The indexes that were made.
    pub(crate) fn indexes(&self) -> Vec<Document> {
        self.held.lock().expect("a lock").indexes.clone()
    }

    fn listen(&mut self, listener: TcpListener) {
        let held = self.held.clone();
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            let mut conversations = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                conversations.spawn(converse(stream, held.clone()));
            }
        });
        self.tasks = Some(tasks);
    }
}

/// Answers commands until the client goes.
async fn converse(mut stream: TcpStream, held: Arc<Mutex<Held>>) {
    while let Some((request_id, command)) = receive(&mut stream).await {
        let answer = held.lock().expect("a lock").answer(&command);
        let mut message = vec![0; 16];
        message.extend([0; 4]);
        message.push(0);
        message.extend(answer.to_vec().expect("a document"));
        let length = i32::try_from(message.len()).expect("a length");
        for (at, number) in [length, 0, request_id, OP_MSG].into_iter().enumerate() {
            message[at * 4..][..4].copy_from_slice(&number.to_le_bytes());
        }
        if stream.write_all(&message).await.is_err() {
            return;
        }
    }
}

/// One message's id and command, with its sequences of documents as arrays.
async fn receive(stream: &mut TcpStream) -> Option<(i32, Document)> {
    let length = stream.read_i32_le().await.ok()?;
    let mut rest = vec![0; usize::try_from(length - 4).ok()?];
    stream.read_exact(&mut rest).await.ok()?;
    let number = |at: usize| i32::from_le_bytes(rest[at..at + 4].try_into().expect("four bytes"));
    let (request_id, operation) = (number(0), number(8));
    assert_eq!(operation, OP_MSG, "only OP_MSG is spoken here");
    let mut command = Document::new();
    let mut sections = &rest[16..];
    while let Some((kind, after)) = sections.split_first() {
        sections = after;
        if *kind == 0 {
            command.extend(Document::from_reader(&mut sections).expect("a document"));
            continue;
        }
        let size = i32::from_le_bytes(sections[..4].try_into().expect("four bytes"));
        let (section, after) = sections.split_at(usize::try_from(size).expect("a size"));
        sections = after;
        let name_ends = 4 + section[4..]
            .iter()
            .position(|&byte| byte == 0)
            .expect("a name");
        let name = String::from_utf8(section[4..name_ends].to_vec()).expect("UTF-8");
        let mut documents = &section[name_ends + 1..];
        let mut array = Vec::new();
        while !documents.is_empty() {
            let document = Document::from_reader(&mut documents).expect("a document");
            array.push(Bson::Document(document));
        }
        command.insert(name, array);
    }
    Some((request_id, command))
}

impl Held {
    fn answer(&mut self, command: &Document) -> Document {
        let name = command.keys().next().expect("a command").to_lowercase();
        match name.as_str() {
            "hello" | "ismaster" => doc! {
                "isWritablePrimary": true, "ismaster": true, "helloOk": true, "readOnly": false,
                "maxBsonObjectSize": 16_777_216, "maxMessageSizeBytes": 48_000_000, "maxWriteBatchSize": 100_000,
                "logicalSessionTimeoutMinutes": 30, "connectionId": 1, "minWireVersion": 0, "maxWireVersion": 21,
                "ok": 1.0,
            },
            "ping" | "endsessions" => doc! { "ok": 1.0 },
            "createindexes" => {
                let indexes = command.get_array("indexes").expect("indexes");
                let documents = indexes.iter().filter_map(Bson::as_document).cloned();
                self.indexes.extend(documents);
                doc! { "ok": 1.0 }
            }
            "update" => self.update(command),
            _ => doc! { "ok": 0.0, "code": 59, "errmsg": format!("no such command: {name}") },
        }
    }

    fn update(&mut self, command: &Document) -> Document {
        self.writes += 1;
        assert_eq!(command.get_str("update").ok(), Some("users"));
        assert_eq!(command.get_str("$db").ok(), Some("platform"));
        if let Some(code) = self.refusal {
            let error =
                doc! { "index": 0, "code": code, "errmsg": "Document failed validation: a@b.c" };
            return doc! { "ok": 1.0, "n": 0, "nModified": 0, "writeErrors": [error] };
        }
        let updates = command.get_array("updates").expect("updates");
        for update in updates.iter().filter_map(Bson::as_document) {
            self.upsert(update);
        }
        doc! { "ok": 1.0, "n": 1, "nModified": 1 }
    }

    fn upsert(&mut self, update: &Document) {
        let query = update.get_document("q").expect("a query");
        assert_eq!(update.get_bool("upsert").ok(), Some(true));
        let is_meant = |document: &Document| {
            query
                .iter()
                .all(|(name, value)| document.get(name) == Some(value))
        };
        let known = self.documents.iter().position(is_meant);
        let at = known.unwrap_or_else(|| {
            self.made += 1;
            let mut document = doc! { "_id": self.made };
            document.extend(query.clone());
            self.documents.push(document);
            self.documents.len() - 1
        });
        let changes = update.get_document("u").expect("an update");
        for (operator, fields) in changes {
            let fields = fields.as_document().expect("fields");
            assert!(!fields.is_empty(), "Mongo refuses an empty {operator}");
            for (path, value) in fields {
                let document = &mut self.documents[at];
                match operator.as_str() {
                    "$set" => set(document, path, value.clone()),
                    "$setOnInsert" if known.is_none() => set(document, path, value.clone()),
                    "$setOnInsert" => {}
                    "$unset" => unset(document, path),
                    _ => panic!("{operator} is not known here"),
                }
            }
        }
    }
}

fn set(document: &mut Document, path: &str, value: Bson) {
    match path.split_once('.') {
        None => {
            document.insert(path, value);
        }
        Some((first, rest)) => {
            let inner = document
                .entry(first.to_owned())
                .or_insert(Bson::Document(doc! {}));
            set(inner.as_document_mut().expect("a document"), rest, value);
        }
    }
}

fn unset(document: &mut Document, path: &str) {
    match path.split_once('.') {
        None => {
            document.remove(path);
        }
        Some((first, rest)) => {
            if let Some(Bson::Document(inner)) = document.get_mut(first) {
                unset(inner, rest);
            }
        }
    }
}
