// Takes the pictures of the coordinator's guide from a running demonstration, in both languages:
// `node e2e/support/studio-pictures.mjs`.
import { chromium } from "@playwright/test";

const origin = process.env.RELAIS_ORIGIN ?? "http://localhost:3000";
const folder = "docs/pictures";
const model = "reference-b";

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu"],
});

for (const [language, locale] of Object.entries({ fr: "fr-FR", en: "en-GB" })) {
	const coordinator = await as("Coordinatrice A", locale);
	const draft = await begins(coordinator);

	await coordinator.goto(`${draft}?open=step:choose-route#part`);
	await take(coordinator, `studio-write-${language}`);

	// The first outcome no longer leads to the watch: a finding to show.
	const outcome = coordinator.locator('form[data-form^="outcome-"]').first();
	await outcome.locator("xpath=ancestor::details[1]/summary").click();
	const saved = coordinator.waitForResponse((answer) => answer.request().method() === "POST");
	await outcome.locator("[name=to]").selectOption("send-concern");
	await saved;
	await coordinator.goto(`${draft}/checks`);
	await take(coordinator, `studio-check-${language}`);

	await coordinator.goto(`${draft}/play`);
	await coordinator.locator("button[name=under][value=draft]").click();
	await coordinator.locator("button[name=outcome]").first().click();
	await coordinator.waitForLoadState("networkidle");
	await take(coordinator, `studio-play-${language}`);

	const manager = await as("Responsable CRIP A", locale);
	await manager.goto(`${origin}/consultations`);
	const asked = manager.locator('main a[href^="/consultations/"]').first();
	await manager.goto(`${origin}${await asked.getAttribute("href")}`);
	await take(manager, `studio-consult-${language}`);
}
await browser.close();

/** Somebody of the demonstration, signed in. */
async function as(label, locale) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale });
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	await page.goto(`${origin}/sign-in`);
	await page
		.getByRole("button", { name: new RegExp(`${label}(,| )`) })
		.first()
		.click();
	await page.waitForURL(/my-day/);
	return page;
}

/** A draft that starts from a model. @returns its address */
async function begins(page) {
	await page.goto(`${origin}/studio/new`);
	const form = page.locator("form", { has: page.locator("[name=origin][value=model]") });
	await form.locator(`[name=model][value=${model}]`).check();
	await form.getByRole("button").click();
	await page.waitForURL(/studio\/[\w-]{20,}/);
	return page.url().split(/[?#]/)[0];
}

async function take(page, name) {
	await page.waitForLoadState("networkidle");
	await page.evaluate(() => window.scrollTo(0, 0));
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: `${folder}/${name}.png` });
	console.log(`${folder}/${name}.png`);
}
