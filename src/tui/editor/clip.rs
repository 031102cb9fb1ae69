//! What was cut or copied in text fields. It is pasted here, and handed to the terminal's own clipboard.

/// The text that was cut or copied last.
#[derive(Debug, Clone, Default)]
pub struct Clip {
    text: String,
    fresh: bool,
}

impl Clip {
    /// Takes a text.
    pub fn copy(&mut self, text: &str) {
        if !text.is_empty() {
            text.clone_into(&mut self.text);
            self.fresh = true;
        }
    }

    /// What was taken last.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was taken since this was last asked.
    pub fn fresh(&mut self) -> Option<String> {
        std::mem::take(&mut self.fresh).then(|| self.text.clone())
    }
}
