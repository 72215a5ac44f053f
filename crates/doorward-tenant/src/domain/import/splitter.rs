//! Cuts a JSON array that arrives in pieces into its elements, so that a file of any size takes no
//! more memory than its largest record.

/// The largest record, in bytes.
pub(crate) const MAX_RECORD_BYTES: usize = 1024 * 1024;

/// Why a file is no array of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoArray {
    /// It is not JSON, or not an array, or it ends too early.
    #[error("The users file is not a valid JSON array")]
    Malformed,
    /// One element is larger than a mebibyte.
    #[error("A record of the users file is larger than {MAX_RECORD_BYTES} bytes")]
    TooLarge,
}

/// Reads pieces and gives out elements.
#[derive(Debug, Default)]
pub(crate) struct Splitter {
    place: Place,
    element: Vec<u8>,
    depth: usize,
    in_text: bool,
    is_escaped: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the opening bracket.
    #[default]
    Start,
    /// Behind the opening bracket, where the array may end at once.
    First,
    /// Behind a comma.
    Next,
    /// In an element, or in the space behind it.
    Element,
    /// Behind the closing bracket.
    End,
}

impl Splitter {
    /// Reads a piece and hands each element that ends in it, as JSON text, to `found`.
    ///
    /// # Errors
    ///
    /// [`NoArray`]. Whether an element is valid JSON is left to who reads it.
    pub(crate) fn push(
        &mut self,
        piece: &[u8],
        mut found: impl FnMut(&[u8]),
    ) -> Result<(), NoArray> {
        let piece = match self.place {
            Place::Start => piece.strip_prefix(b"\xef\xbb\xbf").unwrap_or(piece),
            _ => piece,
        };
        for &byte in piece {
            self.read(byte, &mut found)?;
        }
        Ok(())
    }

    /// Whether the array ended where the pieces did.
    ///
    /// # Errors
    ///
    /// [`NoArray::Malformed`] when it did not.
    pub(crate) fn end(&self) -> Result<(), NoArray> {
        if self.place == Place::End {
            Ok(())
        } else {
            Err(NoArray::Malformed)
        }
    }

    fn read(&mut self, byte: u8, found: &mut impl FnMut(&[u8])) -> Result<(), NoArray> {
        let is_space = matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        match (self.place, byte) {
            (Place::Element, _) => return self.read_element(byte, found),
            (_, _) if is_space => {}
            (Place::Start, b'[') => self.place = Place::First,
            (Place::First, b']') => self.place = Place::End,
            (Place::First | Place::Next, byte) if !matches!(byte, b',' | b']' | b'}' | b':') => {
                self.place = Place::Element;
                return self.read_element(byte, found);
            }
            _ => return Err(NoArray::Malformed),
        }
        Ok(())
    }

    fn read_element(&mut self, byte: u8, found: &mut impl FnMut(&[u8])) -> Result<(), NoArray> {
        let is_outside = self.depth == 0 && !self.in_text;
        if is_outside && matches!(byte, b',' | b']') {
            found(&self.element);
            self.element.clear();
            self.place = if byte == b',' {
                Place::Next
            } else {
                Place::End
            };
            return Ok(());
        }
        if self.element.len() == MAX_RECORD_BYTES {
            return Err(NoArray::TooLarge);
        }
        self.element.push(byte);
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' if self.in_text => self.is_escaped = true,
            b'"' => self.in_text = !self.in_text,
            _ if self.in_text => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.checked_sub(1).ok_or(NoArray::Malformed)?,
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The elements, whatever the pieces are cut to.
    fn split(text: &[u8], size: usize) -> Result<Vec<String>, NoArray> {
        let mut splitter = Splitter::default();
        let mut elements = Vec::new();
        for piece in text.chunks(size) {
            splitter.push(piece, |element| {
                elements.push(String::from_utf8_lossy(element).trim().to_owned());
            })?;
        }
        splitter.end().map(|()| elements)
    }

    #[test]
    fn elements_come_out_whole_however_the_file_is_cut() {
        let text = b"\xef\xbb\xbf [ {\"a\":\"]},[\\\"\"} , [1,{\"b\":2}], 3 ,\"x\\\\\" ]\n";
        for size in [3, 5, 7, 100] {
            assert_eq!(
                split(text, size).unwrap(),
                [r#"{"a":"]},[\""}"#, r#"[1,{"b":2}]"#, "3", r#""x\\""#]
            );
        }
        assert_eq!(split(b"[]", 1).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn other_files_are_refused() {
        for text in [
            "", "{}", "[1", "[1,]", "[,1]", "[1]]", "[1] 2", "[}", "[1}]", "nonsense",
        ] {
            assert_eq!(split(text.as_bytes(), 2), Err(NoArray::Malformed), "{text}");
        }
        let large = format!("[\"{}\"]", "x".repeat(MAX_RECORD_BYTES));
        assert_eq!(split(large.as_bytes(), 1000), Err(NoArray::TooLarge));
    }

    proptest! {
        #[test]
        fn a_valid_array_is_always_split_into_its_elements(
            values in proptest::collection::vec("\\PC{0,20}", 0..8), size in 3..9usize,
        ) {
            let text = serde_json::to_string(&values).unwrap();
            let elements = split(text.as_bytes(), size).unwrap();
            let read: Vec<String> =
                elements.iter().map(|element| serde_json::from_str(element).unwrap()).collect();
            prop_assert_eq!(read, values);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let _ = split(&bytes, 4);
        }
    }
}
