//! Published texts beside what the register has to say on them.

use askama::Template;
use law::calendar::AsAt;
use law::record::KnownAt;

use super::laid_out;
use crate::address;
use crate::asked::{Asked, Pairs};
use crate::fault::{Fault, Near, NotFound};
use crate::frame::{Frame, When};
use crate::reply::Reply;
use crate::source::{Source, SourceError};

#[derive(Template)]
#[template(path = "texts.html")]
struct List {
    frame: Frame,
    texts: Vec<Near>,
}

#[derive(Template)]
#[template(path = "text.html")]
struct Page {
    frame: Frame,
    when: When,
    article: String,
}

/// The list of them.
pub(crate) fn list(source: &dyn Source) -> Result<Reply, Fault> {
    let near = |name: String| Near { address: address::text(&name), name };
    let texts = source.texts().into_iter().map(near).collect();
    laid_out(&List { frame: Frame::bare("Published texts"), texts })
}

/// One text, side by side with the register.
pub(crate) fn reply(source: &dyn Source, name: &str, pairs: &Pairs) -> Result<Reply, Fault> {
    let path = address::text(name);
    let asked = Asked::read(pairs, source.today())
        .map_err(|what| Fault::Misasked { path: path.clone(), what: Box::new(what) })?;
    let compared = source.text(name, asked.names_day.then_some(asked.as_at), asked.known_at())?;
    let compared = compared.ok_or_else(|| no_such_text(source, name))?;
    // The day asked about is the text's own, unless another was asked for.
    let own = compared.answer.as_at.map_or(asked.as_at, AsAt::new);
    let asked = Asked { as_at: if asked.names_day { asked.as_at } else { own }, ..asked };
    let record = source.record(asked.known.as_ref().map_or(KnownAt::Everything, |known| known.at))?;
    let article = reconcile::page::article(&compared.answer, &compared.text);
    laid_out(&Page {
        frame: Frame::of(name, &record, &asked, None),
        when: When::of(&path, &asked, Vec::new()),
        article: article.map_err(|error| Fault::Source(SourceError::new(error)))?,
    })
}

fn no_such_text(source: &dyn Source, name: &str) -> Fault {
    let near = source.texts().into_iter().take(6).map(|name| Near { address: address::text(&name), name });
    Fault::NotFound(NotFound {
        heading: "No such text",
        message: format!("No published text “{}” is compared with this register.", super::shortened(name)),
        near: near.collect(),
    })
}
