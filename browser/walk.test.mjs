// A walk through the site as a visitor takes it: from the first page to a treaty, to another day, to a State, to the
// reasons, to a report. Each page on the way is looked at on a narrow and on a wide screen, light and dark.
//
//   npm ci && npm test                              walks through a demonstration that it starts itself
//   DEPOSITARY_URL=http://127.0.0.1:8080 npm test   walks through a register that is being served

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { closeBrowser, openBrowser } from "./browser.mjs";
import { startRegister } from "./register.mjs";

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1440, height: 900 };

let register;
let browser;

before(async () => {
  register = await startRegister();
  browser = await openBrowser();
});

after(async () => {
  await closeBrowser(browser);
  await register?.stop();
});

/** A fresh visitor; `leave` when done. */
async function visitor(options = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    // An answer of 400 or 404 is what some pages are meant to give.
    const meant = /status of 40[04]/.test(message.text());
    if (message.type() === "error" && !meant) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return {
    page,
    leave: async () => {
      await context.close();
      assert.deepEqual(complaints, [], "the browser complains of nothing");
    },
  };
}

/** The figure that the page gives for one of its counts. */
async function count(page, of) {
  const term = page.locator(".counts div").filter({ has: page.getByText(of, { exact: true }) });
  return Number(await term.locator("b").innerText());
}

/** Sets the day in the picker and submits it. */
async function askAbout(page, day) {
  await page.getByLabel("As at", { exact: true }).fill(day);
  await page.getByRole("button", { name: "Show that day" }).click();
  await page.waitForURL((address) => address.searchParams.get("as-at") === day);
}

/** The whole walk. `look` is called on each page, with its name. */
async function walk(page, look) {
  await page.goto(register.url);
  await look("first page");

  await page.getByRole("link", { name: /Protection of the Rights of All Migrant Workers/ }).click();
  await page.waitForURL("**/treaties/IV-13");
  await look("treaty, today");

  await askAbout(page, "2003-06-10");
  await look("treaty, 10 June 2003");

  await page.locator("#MLI").getByRole("link", { name: "Mali", exact: true }).click();
  await page.waitForURL("**/states/MLI?as-at=2003-06-10");
  await look("State");

  await page.locator("#IV-13").getByRole("link", { name: /why, for/ }).click();
  await page.waitForURL("**/treaties/IV-13/MLI?as-at=2003-06-10");
  await look("reasons");

  await page.goto(`${register.url}/states`);
  await look("States");

  await page.goto(`${register.url}/states/CZE?as-at=1995-01-01`);
  await look("State with several names");

  await page.goto(`${register.url}/states?name=korea`);
  await look("names that are near");

  await page.goto(`${register.url}/treaties/IV-13?as-at=2003-06-31&known-at=1`);
  await look("not a date");

  await page.goto(register.url);
  await page.getByRole("region", { name: "Reports" }).getByRole("heading").getByRole("link").first().click();
  await page.waitForURL("**/reports/*");
  await look("report");

  await page.goto(`${register.url}/treaties/IV-13?sort=-in-force`);
  await look("treaty, latest first");

  await page.goto(`${register.url}/treaties/IV-13/body?as-at=2012-06-01`);
  await look("body");

  await page.goto(`${register.url}/treaties/IV-13/reports?as-at=2016-06-01&sort=overdue`);
  await look("reports due");

  await page.goto(`${register.url}/treaties/IV-13/calendar?as-at=2003-07-01&ahead=five-years`);
  await look("calendar of a treaty");

  await page.goto(`${register.url}/states/MLI/calendar?ahead=all`);
  await look("calendar of a State");

  await page.goto(`${register.url}/calendar`);
  await look("calendar");

  for (const [path, name] of [
    ["/mandates?as-at=2003-07-02", "mandates"],
    ["/resolutions/57/201?as-at=2003-07-02", "resolution"],
    ["/duties/committee/of/57/201?as-at=2003-12-11", "duty"],
    ["/reports/status-2009", "report with tables and charts"],
    ["/reports/status-2009/preview", "preview of a report"],
    ["/reports/state-profile", "choice of a State"],
    ["/texts", "published texts"],
    ["/treaties/IV-13/activities?as-at=2003-08-06", "activities"],
    ["/treaties/IV-13/outreach?as-at=2003-06-10&signed=yes", "outreach"],
    ["/treaties/IV-13/outreach/CHL?as-at=2003-06-10", "note on a State"],
    ["/treaties/IV-13/statements?as-at=2015-03-14", "statements"],
    ["/treaties/IV-13/pairs?as-at=2020-01-01", "pairs"],
    ["/treaties/IV-13/pairs/MEX/MAR?as-at=2020-01-01", "two States"],
  ]) {
    await page.goto(`${register.url}${path}`);
    await look(name);
  }

  await page.getByRole("contentinfo").getByRole("link", { name: "Its log" }).click();
  await page.waitForURL("**/log");
  await look("log");
}

test("a visitor finds out whether a treaty is in force, for whom, since when and why", async () => {
  const { page, leave } = await visitor();
  await page.goto(register.url);
  await page.getByRole("link", { name: /Protection of the Rights of All Migrant Workers/ }).click();
  await page.waitForURL("**/treaties/IV-13");
  assert.match(await page.locator(".answer").innerText(), /^In force since 1 July 2003, in accordance with article 87\(1\)\.$/);

  await askAbout(page, "2003-06-10");
  assert.match(await page.locator(".answer").innerText(), /^Not yet in force on 10 June 2003\. It will enter into force on 1 July 2003/);
  assert.equal(await count(page, "Parties"), 0);
  assert.equal(await count(page, "Contracting States"), 22);
  assert.equal(await count(page, "Signatories not contracting"), 10);

  await page.getByRole("link", { name: /^Entry into force: 1 July 2003/ }).click();
  await page.waitForURL((address) => address.searchParams.get("as-at") === "2003-07-01");
  assert.equal(await count(page, "Parties"), 22);
  await page.goBack();

  await page.locator("#MLI").getByRole("link", { name: "Mali", exact: true }).click();
  await page.waitForURL("**/states/MLI?as-at=2003-06-10");
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Mali");

  await page.locator("#IV-13").getByRole("link", { name: /why, for/ }).click();
  await page.waitForURL("**/treaties/IV-13/MLI?as-at=2003-06-10");
  assert.match(await page.locator(".answer").innerText(), /^Not yet in force for Mali on 10 June 2003\./);
  const readings = page.getByRole("table", { name: /^The reading that the register applies/ });
  assert.equal(await readings.getByRole("rowheader").count(), 2);
  await leave();
});

test("the columns change the order of the rows", async () => {
  const { page, leave } = await visitor();
  await page.goto(`${register.url}/treaties/IV-13?as-at=2003-06-10`);
  const head = page.getByRole("columnheader", { name: /^Consent to be bound/ });
  await head.getByRole("link").click();
  await page.waitForURL("**sort=consent");
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  assert.equal(await page.locator("tbody tr").first().getAttribute("id"), "EGY");
  await head.getByRole("link").click();
  await page.waitForURL("**sort=-consent");
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.equal(await page.locator("tbody tr").first().getAttribute("id"), "MLI");
  await leave();
});

test("the proof of an entry is taken as a file", async () => {
  const { page, leave } = await visitor();
  await page.goto(`${register.url}/log`);
  await page.getByLabel("Number of the entry").fill("7");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Take its proof" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "entry-7.proof");
  await leave();
});

test("a State is found by a name that it had, and an unknown one is answered with the nearest", async () => {
  const { page, leave } = await visitor();
  await page.goto(register.url);
  await page.getByLabel("Find a State or organization").fill("Turkey");
  await page.getByRole("button", { name: "Go to its page" }).click();
  await page.waitForURL("**/states/TUR");
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Türkiye");
  await page.goto(`${register.url}/states?name=Malii`);
  await page.getByRole("link", { name: "Mali (MLI)" }).click();
  await page.waitForURL("**/states/MLI");
  await leave();
});

test("the report can be read and had as PDF", async () => {
  const { page, leave } = await visitor();
  await page.goto(register.url);
  await page.getByRole("region", { name: "Reports" }).getByRole("heading").getByRole("link").first().click();
  await page.waitForURL("**/reports/*");
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  const address = await page.getByRole("link", { name: /^This report as PDF/ }).getAttribute("href");
  const pdf = await page.request.get(new URL(address, register.url).href);
  assert.equal(pdf.headers()["content-type"], "application/pdf");
  assert.equal((await pdf.body()).subarray(0, 5).toString("latin1"), "%PDF-");
  await leave();
});

test("everything works without scripts, by keyboard too", async () => {
  const { page, leave } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${register.url}/treaties/IV-13`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await skip.press("Enter");
  assert.equal(new URL(page.url()).hash, "#content");
  await askAbout(page, "2003-06-10");
  assert.equal(await count(page, "Contracting States"), 22);
  await page.getByLabel("As at", { exact: true }).press("Enter");
  await page.locator("#MLI").getByRole("link", { name: "Mali", exact: true }).click();
  await page.waitForURL("**/states/MLI?as-at=2003-06-10");
  await leave();
});

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [NARROW, WIDE]) {
    test(`every page is for everybody: ${colorScheme}, ${viewport.width} pixels wide`, async () => {
      const { page, leave } = await visitor({ colorScheme, viewport });
      await walk(page, async (name) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
        assert.deepEqual(found, [], name);
        const { scrollWidth, clientWidth } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        assert.ok(scrollWidth <= clientWidth, `${name} is ${scrollWidth} wide where there are ${clientWidth}`);
      });
      await leave();
    });
  }
}
