//! The text: headings, numbered and plain paragraphs, tables.

use crate::document::{Block, Paragraph, Table};

use super::chart;
use super::inline::{escape, run};
use super::notes::NoteCalls;

/// Writes all blocks of the text.
pub(super) fn write(article: &mut String, blocks: &[Block], calls: &mut NoteCalls<'_>) {
    article.push_str("<div class=\"text\">\n");
    let mut tables = 0_u32;
    for block in blocks {
        let written = match block {
            Block::Heading { level, text } => heading(*level, text),
            Block::Numbered { number, content } => numbered(*number, &run(content, calls)),
            Block::Plain(content) => format!("<p>{}</p>\n", run(content, calls)),
            Block::Table(content) => {
                tables += 1;
                table(content, tables, calls)
            }
            Block::Chart(content) => chart::figure(content),
        };
        article.push_str(&written);
    }
    article.push_str("</div>\n");
}

/// The paper's title is the page's only first level.
fn heading(level: u8, text: &str) -> String {
    let level = level.clamp(1, 5) + 1;
    format!("<h{level}>{}</h{level}>\n", escape(text))
}

/// The number is real text and leads to the paragraph itself, so that the paragraph can be cited by its address.
fn numbered(number: u32, content: &str) -> String {
    format!(
        "<p class=\"numbered\" id=\"para-{number}\"><a class=\"number\" href=\"#para-{number}\">{number}.</a> {content}</p>\n"
    )
}

/// A wide table scrolls in a region of its own, which a keyboard can reach.
fn table(table: &Table, number: u32, calls: &mut NoteCalls<'_>) -> String {
    let columns: String =
        table.columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", escape(column))).collect();
    let rows: String = table.rows.iter().map(|row| table_row(row, calls)).collect();
    format!(
        "<div class=\"table\" role=\"region\" aria-labelledby=\"table-{number}\" tabindex=\"0\">\n<table>\n\
         <caption id=\"table-{number}\">{caption}</caption>\n<thead>\n<tr>{columns}</tr>\n</thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n</div>\n",
        caption = escape(&table.caption),
    )
}

fn table_row(row: &[Paragraph], calls: &mut NoteCalls<'_>) -> String {
    let written = row.iter().enumerate().map(|(column, content)| {
        let content = run(content, calls);
        if column == 0 { format!("<th scope=\"row\">{content}</th>") } else { format!("<td>{content}</td>") }
    });
    format!("<tr>{}</tr>\n", written.collect::<String>())
}
