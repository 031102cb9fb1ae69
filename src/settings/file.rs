//! The file of settings: TOML that people may write by hand, so comments and order are kept.

use super::{Name, Settings, SettingsError};
use toml_edit::{DocumentMut, Item};

/// The settings that a file names, over those that are there; also which ones it names.
pub fn read(text: &str, settings: &mut Settings) -> Result<Vec<Name>, SettingsError> {
    let file = parsed(text)?;
    let mut named = Vec::new();
    for (key, item) in file.iter() {
        let line = file.as_table().key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
        let at = |fault| match &line {
            Some(span) => SettingsError::At(line_of(text, span.start), Box::new(fault)),
            None => fault,
        };
        let name = Name::of(key).ok_or_else(|| at(SettingsError::Unknown(key.to_owned())))?;
        settings.set(name, &words(item)).map_err(at)?;
        named.push(name);
    }
    Ok(named)
}

/// The file's text with a setting given a value, or taken out.
pub fn write(text: &str, name: Name, value: Option<&str>) -> Result<String, SettingsError> {
    let mut file: DocumentMut = text.parse().map_err(|error| not_toml(text, &error))?;
    match value {
        None => {
            file.remove(name.word());
        }
        Some(value) => {
            Settings::default().set(name, value)?;
            let mut new = match name {
                Name::Plain => toml_edit::Value::from(value == "true"),
                _ => toml_edit::Value::from(value),
            };
            if let Some(old) = file.get(name.word()).and_then(Item::as_value) {
                *new.decor_mut() = old.decor().clone();
            }
            file[name.word()] = Item::Value(new);
        }
    }
    Ok(file.to_string())
}

fn parsed(text: &str) -> Result<toml_edit::Document<String>, SettingsError> {
    toml_edit::Document::parse(text.to_owned()).map_err(|error| not_toml(text, &error))
}

fn not_toml(text: &str, error: &toml_edit::TomlError) -> SettingsError {
    let fault = SettingsError::NotToml(error.message().to_owned());
    match error.span() {
        Some(span) => SettingsError::At(line_of(text, span.start), Box::new(fault)),
        None => fault,
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1
}

fn words(item: &Item) -> String {
    match item.as_value() {
        Some(toml_edit::Value::String(word)) => word.value().clone(),
        Some(toml_edit::Value::Boolean(truth)) => truth.value().to_string(),
        Some(other) => other.to_string().trim().to_owned(),
        None => item.type_name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn what_a_file_names_counts_and_the_rest_stays() {
        let mut settings = Settings { plain: true, ..Settings::default() };
        let named = read("# mine\nlang = \"ar\"\nbidi = 'words'\n", &mut settings).unwrap();
        assert_eq!(named, [Name::Lang, Name::Bidi]);
        assert_eq!((settings.lang, settings.plain), (Some(Lang::Arabic), true));
        assert_eq!(settings.bidi, Some(crate::bidi::Mode::Words));
        read("plain = false", &mut settings).unwrap();
        assert!(!settings.plain);
    }

    #[test]
    fn faults_name_their_line() {
        let fault = |text: &str| read(text, &mut Settings::default()).unwrap_err();
        let at = |line, fault| SettingsError::At(line, Box::new(fault));
        assert_eq!(fault("\n\nlanguage = \"ar\""), at(3, SettingsError::Unknown("language".into())));
        assert_eq!(fault("lang = \"ar\"\ndigits = 7"), at(2, SettingsError::Value(Name::Digits, "7".into())));
        assert!(matches!(fault("a\nlang"), SettingsError::At(1, _)));
        assert!(matches!(fault("[lang]\nx = 1"), SettingsError::At(1, _)));
    }

    #[test]
    fn writing_keeps_what_else_stands_there() {
        let before = "# mine\nlang = \"en\" # for now\n\nbidi = \"app\"\n";
        let after = write(before, Name::Lang, Some("ar")).unwrap();
        assert_eq!(after, "# mine\nlang = \"ar\" # for now\n\nbidi = \"app\"\n");
        assert_eq!(write(&after, Name::Bidi, None).unwrap(), "# mine\nlang = \"ar\" # for now\n");
        assert_eq!(write("", Name::Plain, Some("true")).unwrap(), "plain = true\n");
        assert!(write("", Name::Arrows, Some("up")).is_err());
        assert!(
            write("x = [", Name::Lang, Some("ar")).is_err(),
            "a file that cannot be read is not written over"
        );
    }
}
