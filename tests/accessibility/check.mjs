// Holds pages that `munilint check --format html` wrote to axe-core, in headless Chromium: on a phone, a laptop and A4,
// on screen and printed, light and dark, with and without script. Any violation, any message of the browser, any request
// and any page that is wider than its screen ends with status 1.
//
//   node check.mjs [--screenshots FOLDER] PAGE.html…
//
// CHROMIUM names the browser when it is not /usr/bin/chromium.
import axe from "axe-core";
import puppeteer from "puppeteer-core";
import { mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const SIZES = { phone: [360, 740], laptop: [1366, 800], a4: [794, 1123] };

const words = process.argv.slice(2);
let shots;
if (words[0] === "--screenshots") {
  shots = words[1];
  words.splice(0, 2);
  mkdirSync(shots, { recursive: true });
}
if (words.length === 0) {
  console.error("no page is named");
  process.exit(2);
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"],
});
let wrong = 0;
const tell = (page, text) => {
  wrong += 1;
  console.log(`${page}: ${text}`);
};

/** Opens a page as one reader sees it, and holds it to the rules. */
async function look(path, name, { size, scheme, media, script }) {
  const [width, height] = SIZES[size];
  const page = await browser.newPage();
  const told = `${name} (${size}, ${scheme}, ${media}${script ? "" : ", without script"})`;
  const url = pathToFileURL(resolve(path)).href;
  page.on("console", (message) => tell(told, `the browser says: ${message.text()}`));
  page.on("pageerror", (error) => tell(told, `the script fails: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) tell(told, `asks for ${request.url()}`);
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height });
  await page.emulateMediaType(media);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url, { waitUntil: "load" });
  if (shots && script) {
    const stem = join(shots, `${basename(path, ".html")}-${size}-${scheme}-${media}`);
    await page.screenshot({ path: `${stem}-first.png` });
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    // A browser draws no picture that is taller.
    const tall = Math.min(16000, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.screenshot({ path: `${stem}.png`, captureBeyondViewport: true, clip: { x: 0, y: 0, width, height: tall } });
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) tell(told, `is ${wide} px wider than the screen`);
  // The policy of the page lets no script in but its own; the browser's own door is not held to it.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, help, nodes } of violations) {
    tell(told, `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
  }
  if (media === "print" && script && shots) {
    await page.pdf({ path: join(shots, `${basename(path, ".html")}.pdf`), preferCSSPageSize: true, printBackground: true });
  }
  await page.close();
}

for (const path of words) {
  const name = basename(path);
  for (const size of Object.keys(SIZES)) {
    for (const scheme of ["light", "dark"]) {
      await look(path, name, { size, scheme, media: "screen", script: true });
    }
  }
  await look(path, name, { size: "a4", scheme: "light", media: "print", script: true });
  await look(path, name, { size: "a4", scheme: "dark", media: "print", script: true });
}
await browser.close();
console.log(`${words.length} pages, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
