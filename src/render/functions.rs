//! The functions of templates: pure, of their arguments and the page's language alone.
//!
//! `t`, `t_html`: messages. `date`, `number`: values by the rules of the language.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::base::{Digest, Lang, PartialDate};
use crate::locale::{self, Args, DateStyle, Lexicon};
use crate::memo::Memo;
use crate::text::{Formats, Number};

/// The names of all functions that songngu adds to Tera's own.
pub(super) const NAMES: [&str; 4] = ["date", "number", "t", "t_html"];

/// Registers all functions. They have to be known before templates are read.
pub(super) fn register(tera: &mut Tera, lexicon: &Arc<Lexicon>) {
    let (strings, known) = (lexicon.clone(), Constants::new(lexicon, |text, _| Value::from(text)));
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        if let Some(said) = known.get(&kwargs, state)? {
            return Ok(said);
        }
        let (lang, key, args) = arguments(&kwargs, state, strings.languages())?;
        let message = strings.format(&lang, key, &args).map_err(Error::message)?;
        Ok(Value::from(message.text))
    });
    let (strings, known) = (lexicon.clone(), Constants::new(lexicon, |_, html| Value::safe_string(html)));
    tera.register_function("t_html", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        if let Some(said) = known.get(&kwargs, state)? {
            return Ok(said);
        }
        let (lang, key, args) = arguments(&kwargs, state, strings.languages())?;
        let message = strings.format_html(&lang, key, &args).map_err(Error::message)?;
        Ok(Value::safe_string(&message.text))
    });
    let strings = lexicon.clone();
    // Many pages show the same dates, and a date takes longer to be said than to be found.
    let dates: Memo<Value> = Memo::default();
    tera.register_function("date", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let lang = language(&kwargs, state, strings.languages())?;
        let text = kwargs.must_get::<&str>("value")?;
        let date: PartialDate = text.parse().map_err(|_| Error::message(format!("`{text}` is not a date")))?;
        let style = match kwargs.get::<&str>("style")? {
            None | Some("long") => DateStyle::Long,
            Some("day-month") => DateStyle::DayMonth,
            Some(other) => {
                return Err(Error::message(format!("there is no date style `{other}`: write `long` or `day-month`")));
            }
        };
        let key = Digest::of(format!("{lang} {style:?} {date}").as_bytes());
        if let Some(said) = dates.known(key) {
            return Ok(said);
        }
        let message = strings.date(&lang, date, style).map_err(Error::message)?;
        let said = Value::from(message.text);
        dates.keep(key, said.clone());
        Ok(said)
    });
    let languages = lexicon.languages().to_vec();
    let formats: BTreeMap<Lang, Formats> =
        lexicon.languages().iter().map(|lang| (lang.clone(), Formats::new(lang))).collect();
    tera.register_function("number", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let lang = language(&kwargs, state, &languages)?;
        let value = kwargs.must_get::<Value>("value")?;
        let number = number(&value).ok_or_else(|| Error::message(format!("`{value}` is not a number")))?;
        let formats =
            formats.get(&lang).ok_or_else(|| Error::message(format!("`{lang}` is not one of the site's languages")))?;
        Ok(Value::from(formats.number(&number)))
    });
}

/// The messages that say the same whatever their arguments, as templates see them: most calls ask for one, and get it
/// without a copy.
struct Constants {
    languages: Vec<(Lang, HashMap<String, Value>)>,
}

impl Constants {
    fn new(lexicon: &Lexicon, value: impl Fn(&str, &str) -> Value) -> Constants {
        let of_lang = |lang: &Lang| {
            let all = lexicon.constants(lang).map(|(key, text, html)| (key.to_owned(), value(text, html)));
            (lang.clone(), all.collect())
        };
        Constants { languages: lexicon.languages().iter().map(of_lang).collect() }
    }

    /// What a call without arguments asks for, in the page's language; `None` if that has to be formatted.
    fn get(&self, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Option<Value>> {
        if kwargs.iter().count() != 1 {
            return Ok(None);
        }
        let key = kwargs.must_get::<&str>("key")?;
        let lang = state.get::<Value>("lang")?;
        let lang = lang.as_ref().and_then(Value::as_str).unwrap_or_default();
        let of_lang = self.languages.iter().find(|(known, _)| known.as_str() == lang);
        Ok(of_lang.and_then(|(_, all)| all.get(key)).cloned())
    }
}

/// The language of a call: its own `lang`, else that of the page.
fn language(kwargs: &Kwargs, state: &State<'_>, languages: &[Lang]) -> TeraResult<Lang> {
    let unknown = || {
        Error::message("the language is not known here: a component that uses `t`, `date` or `number` declares `@lang`")
    };
    let of_page;
    let tag = match kwargs.get::<&str>("lang")? {
        Some(tag) => tag,
        None => {
            of_page = state.get::<Value>("lang")?.ok_or_else(unknown)?;
            of_page.as_str().ok_or_else(unknown)?
        }
    };
    // A language of the site is read once, not at each call.
    if let Some(known) = languages.iter().find(|known| known.as_str() == tag) {
        return Ok(known.clone());
    }
    Lang::new(tag).ok_or_else(|| Error::message(format!("`{tag}` is not a language")))
}

fn arguments<'k>(kwargs: &'k Kwargs, state: &State<'_>, languages: &[Lang]) -> TeraResult<(Lang, &'k str, Args)> {
    let key = kwargs.must_get::<&str>("key")?;
    let mut args = Args::new();
    for (name, value) in kwargs.iter() {
        if matches!(name.as_str(), Some("key" | "lang")) {
            continue;
        }
        let name = name.to_string();
        let value =
            argument(value).ok_or_else(|| Error::message(format!("`{name}` is neither a text nor a number")))?;
        args.insert(name, value);
    }
    Ok((language(kwargs, state, languages)?, key, args))
}

fn argument(value: &Value) -> Option<locale::Value> {
    if let Some(text) = value.as_str() {
        let text = text.to_owned();
        return Some(if value.is_safe() { locale::Value::Html(text) } else { locale::Value::Text(text) });
    }
    number(value).map(locale::Value::Number)
}

fn number(value: &Value) -> Option<Number> {
    if let Some(whole) = value.as_i64() {
        return whole.to_string().parse().ok();
    }
    if let Some(text) = value.as_str() {
        return text.parse().ok();
    }
    value.as_f64().and_then(Number::from_f64)
}
