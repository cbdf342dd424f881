// Takes the pictures of the README from a running demonstration: `node e2e/support/pictures.mjs`.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

const origin = process.env.RELAIS_ORIGIN ?? "http://localhost:3000";
const folder = "docs/pictures";
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 };
const desk = { viewport: { width: 1280, height: 860 } };

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu"],
});

/** Somebody of the demonstration, signed in. */
async function as(label, options, locale = "fr-FR") {
	const context = await browser.newContext({ ...options, locale });
	const page = await context.newPage();
	await page.goto(`${origin}/sign-in`);
	await page
		.getByRole("button", { name: new RegExp(`${label}(,| )`) })
		.first()
		.click();
	await page.waitForURL(/my-day/);
	return page;
}

async function take(page, name, { top = true } = {}) {
	if (top) await page.evaluate(() => window.scrollTo(0, 0));
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: `${folder}/${name}.png` });
	console.log(`${folder}/${name}.png`);
}

/** The first line of a list of one's day that says something. */
const lineOf = (page, list, says = "") =>
	page
		.getByRole("region", { name: list })
		.getByRole("listitem")
		.filter({ hasText: says })
		.getByRole("link")
		.first();

const educator = await as("Éducatrice A", phone);
await take(educator, "my-day-phone");
await lineOf(educator, /^Mes étapes/).click();
await educator.waitForURL(/situations/);
await take(educator, "situation-phone");

const crip = await as("Réception CRIP A", phone);
await lineOf(crip, /^À accuser réception/, "dans").click();
await crip.waitForURL(/handoffs/);
await take(crip, "handoff-phone");

const english = await as("Éducatrice A", phone, "en-GB");
await lineOf(english, /^My steps/).click();
await english.waitForURL(/situations/);
await take(english, "situation-phone-en");

const desktop = await as("Réception CRIP A", desk);
await take(desktop, "my-day-desk");
const street = await as("Éducatrice A", desk);
await lineOf(street, /^Mes étapes/, "Voir quels proches soutenir").click();
await street.waitForURL(/situations/);
await take(street, "situation-desk");
await desktop.goto(`${origin}/protocols/reference-a#line`);
await take(desktop, "protocol-desk", { top: false });
await desktop.goto(`${origin}/directory`);
await take(desktop, "directory-desk");

const three = ["my-day-phone", "situation-phone", "handoff-phone"].map((name) => {
	const bytes = readFileSync(`${folder}/${name}.png`).toString("base64");
	return `<img src="data:image/png;base64,${bytes}">`;
});
const sheet = await browser.newPage({ viewport: { width: 1180, height: 800 } });
await sheet.setContent(`<style>
	body { margin: 0; padding: 32px; background: #efece4; display: flex; gap: 28px; justify-content: center; }
	img { width: 344px; border-radius: 18px; border: 1px solid #c9c4b6; box-shadow: 0 8px 24px #1b273322; }
</style>${three.join("")}`);
await take(sheet, "tour");
await browser.close();
