// The browser of this machine, with a profile that nothing is left of.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const homes = new WeakMap();

/** Opens the browser that CHROMIUM names, or the one that Debian installs. */
export async function openBrowser() {
  // Whoever runs this may have no home that can be written to; a browser wants one for its caches.
  const home = await mkdtemp(join(tmpdir(), "depositary-browser-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    chromiumSandbox: false,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  homes.set(browser, home);
  return browser;
}

/** Closes it and removes what it left. */
export async function closeBrowser(browser) {
  if (!browser) return;
  await browser.close();
  await rm(homes.get(browser), { recursive: true, force: true, maxRetries: 5 });
}
