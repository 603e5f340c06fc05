use crate::register::Packaged;
use crate::visit::visit_of;
#[tokio::test]
async fn dump() {
    let css = visit_of(Packaged::new(), "/style.css").await.body;
    std::fs::write("/tmp/h/pages/style.css", css).unwrap();
    for (name, address) in [
        ("body", "/treaties/IV-13/body?as-at=2012-06-01"),
        ("body2003", "/treaties/IV-13/body?as-at=2003-06-10"),
        ("reports", "/treaties/IV-13/reports?as-at=2016-06-01"),
        ("reports2", "/treaties/IV-13/reports?sort=overdue&category=non-reporting"),
        ("calendar", "/treaties/IV-13/calendar?as-at=2003-07-01&ahead=five-years"),
        ("all", "/calendar?as-at=2012-06-01"),
        ("mli", "/states/MLI/calendar?ahead=all"),
        ("state", "/states/MLI?as-at=2016-06-01"),
        ("treaty", "/treaties/IV-13"),
    ] {
        let page = visit_of(Packaged::with_records(), address).await.body;
        let (a, b) = page.split_once("href=\"/style.css").unwrap();
        let b = b.split_once('"').unwrap().1;
        std::fs::write(format!("/tmp/h/pages/{name}.html"), format!("{a}href=\"style.css\"{b}")).unwrap();
    }
}
