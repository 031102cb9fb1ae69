//! Where things lie: the casebook and the key.

use super::failure::Failure;
use crate::say;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Where things lie in this run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The casebook.
    pub casebook: PathBuf,
    /// Folder of the signing key: this person's, never part of a casebook.
    pub own: PathBuf,
}

impl Places {
    /// The casebook is `db`, else `HUDNA_DB`, else the platform's place; `HUDNA_HOME` moves all into one folder.
    pub fn find(db: Option<&Path>) -> Result<Places, Failure> {
        Places::chosen(db, |name| std::env::var_os(name), &platform)
    }

    /// The file of this person's settings.
    pub fn settings(&self) -> PathBuf {
        self.own.join(crate::settings::FILE)
    }

    /// All under one folder.
    pub fn under(home: &Path) -> Places {
        Places { casebook: home.join("casebook.db"), own: home.to_owned() }
    }

    fn chosen(
        db: Option<&Path>,
        environment: impl Fn(&str) -> Option<OsString>,
        platform: &dyn Fn() -> Option<Places>,
    ) -> Result<Places, Failure> {
        let named = |name: &str| environment(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let home = named("HUDNA_HOME").map(|home| Places::under(&home));
        let mut places = home
            .or_else(platform)
            .ok_or_else(|| Failure::failed(say!("place-no-home")).hint(say!("place-no-home-hint")))?;
        if let Some(casebook) = db.map(Path::to_owned).or_else(|| named("HUDNA_DB")) {
            places.casebook = casebook;
        }
        Ok(places)
    }
}

fn platform() -> Option<Places> {
    let folders = directories::ProjectDirs::from("", "", "hudna")?;
    Some(Places { casebook: folders.data_dir().join("casebook.db"), own: folders.config_dir().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(db: Option<&str>, environment: &[(&str, &str)]) -> Places {
        let environment: Vec<(String, OsString)> =
            environment.iter().map(|(k, v)| (k.to_string(), OsString::from(v))).collect();
        let platform = || Some(Places { casebook: "/data/casebook.db".into(), own: "/config".into() });
        let look = |name: &str| environment.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone());
        Places::chosen(db.map(Path::new), look, &platform).unwrap()
    }

    #[test]
    fn the_nearest_word_about_the_casebook_counts() {
        let casebook = |db, env: &[_]| choose(db, env).casebook;
        assert_eq!(casebook(None, &[]), Path::new("/data/casebook.db"));
        assert_eq!(casebook(None, &[("HUDNA_HOME", "/h")]), Path::new("/h/casebook.db"));
        assert_eq!(casebook(None, &[("HUDNA_HOME", "/h"), ("HUDNA_DB", "/x.db")]), Path::new("/x.db"));
        assert_eq!(casebook(Some("/y.db"), &[("HUDNA_DB", "/x.db")]), Path::new("/y.db"));
        assert_eq!(casebook(None, &[("HUDNA_DB", "")]), Path::new("/data/casebook.db"), "empty is unset");
    }

    #[test]
    fn the_key_follows_the_home_and_never_the_casebook() {
        assert_eq!(choose(Some("/y.db"), &[]).own, Path::new("/config"));
        assert_eq!(choose(Some("/y.db"), &[("HUDNA_HOME", "/h")]).own, Path::new("/h"));
        assert!(Places::chosen(None, |_| None, &|| None).is_err());
    }
}
