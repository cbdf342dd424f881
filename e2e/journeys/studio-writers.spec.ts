import type { Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import { expect, test } from "../support/test.ts";

const { studio } = fr;
const step = "Accueillir le signe";

test("in two browsers, two people write in turns in one step, and both find all of it", async ({
	enter,
}) => {
	const one = (await enter("Coordinatrice A")).page;
	const two = (await enter("Coordinatrice A")).page;
	await begins(one, "Protocole à quatre mains");
	await two.goto(one.url());
	await expect(opened(two)).toContainText(step);

	await writes(one, "titleFr", "Accueillir ensemble");
	await writes(two, "guidanceFr", "Écoutez d'abord.");
	await writes(one, "n", "7");
	// What the other wrote is there, and the hand stays where it was.
	await expect(field(one, "guidanceFr")).toHaveValue("Écoutez d'abord.");
	await writes(one, "titleFr", "Accueillir à deux");
	await writes(two, "titleEn", "Receive together");

	for (const page of [one, two]) {
		await page.reload();
		await expect(field(page, "titleFr")).toHaveValue("Accueillir à deux");
		await expect(field(page, "titleEn")).toHaveValue("Receive together");
		await expect(field(page, "guidanceFr")).toHaveValue("Écoutez d'abord.");
		await expect(field(page, "n")).toHaveValue("7");
	}
});

test("a page that arrives after newer words were kept takes nothing back", async ({ enter }) => {
	const { page } = await enter("Coordinatrice A");
	await begins(page, "Protocole d'un réseau lent");
	const late = await holdsPages(page);

	await writes(page, "titleFr", "Accueillir vite");
	await late.isAsked;
	await field(page, "n").fill("9");
	const posted = page.waitForResponse((answer) => answer.request().method() === "POST");
	await page.keyboard.press("Tab");
	await posted;
	late.arrive();
	await expect(outline(page)).toContainText("Accueillir vite");

	await expect(field(page, "n")).toHaveValue("9");
	await writes(page, "titleEn", "Welcome quickly");
	await page.reload();
	await expect(field(page, "n")).toHaveValue("9");
	await expect(field(page, "titleFr")).toHaveValue("Accueillir vite");
});

test("without a network nothing written is lost: leaving asks first, and what waits is sent by itself", async ({
	enter,
}) => {
	const { page } = await enter("Coordinatrice A");
	await begins(page, "Protocole hors ligne");
	await page.context().setOffline(true);
	await field(page, "titleFr").fill("Accueillir sans réseau");
	await expect(page.getByText(studio.editor.offline)).toBeVisible();

	const asked = page.waitForEvent("dialog");
	const leaving = page.getByRole("link", { name: studio.tabs.check }).first().click();
	const dialog = await asked;
	expect(dialog.message()).toBe(studio.editor.leave);
	await dialog.dismiss();
	await leaving;
	await expect(field(page, "titleFr")).toHaveValue("Accueillir sans réseau");

	await page.context().setOffline(false);
	await expect(outline(page)).toContainText("Accueillir sans réseau");
	await expect(page.getByText(studio.editor.offline)).toHaveCount(0);
});

test("a button that is pressed while one's own words are on their way waits for them", async ({
	enter,
}) => {
	const { page } = await enter("Coordinatrice A");
	await begins(page, "Protocole de mains rapides");
	await field(page, "titleFr").fill("Accueillir trop vite");
	await page.getByRole("button", { name: studio.editor.undo, exact: true }).click();
	await expect(field(page, "titleFr")).toHaveValue(step);
	await page.getByRole("button", { name: studio.editor.redo, exact: true }).click();
	await expect(field(page, "titleFr")).toHaveValue("Accueillir trop vite");

	await field(page, "titleFr").fill("Accueillir encore plus vite");
	await page.getByRole("button", { name: studio.part.save, exact: true }).first().click();
	await expect(opened(page)).toContainText("Accueillir encore plus vite");
	await expect(page.getByRole("alert")).toHaveCount(0);
});

/** A blank protocol, with its first step open. */
async function begins(page: Page, title: string): Promise<void> {
	await page.goto("/studio/new");
	await page.getByLabel(studio.new.titleFr).first().fill(title);
	await page.getByRole("button", { name: "Partir d'une page blanche" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
	await outline(page).getByRole("link", { name: step }).first().click();
	await expect(opened(page)).toContainText(step);
}

/** Writes over a field of the open step, leaves it, and sees that it is kept. */
async function writes(page: Page, name: string, words: string): Promise<void> {
	const kept = page.waitForResponse((answer) => answer.request().method() === "POST");
	await field(page, name).fill(words);
	await page.keyboard.press("Tab");
	expect((await (await kept).json()).saved).toBeTruthy();
	await expect(page.getByText(/Enregistré\sà\s\d+\sh\s\d+/)).toBeVisible();
}

/** The pages of the draft that are asked for beside Remix are answered at once, and arrive later. */
async function holdsPages(page: Page) {
	let ask = () => {};
	let arrive = () => {};
	const isAsked = new Promise<void>((done) => {
		ask = done;
	});
	const arrives = new Promise<void>((done) => {
		arrive = done;
	});
	await page.route(
		({ searchParams }) => searchParams.has("_data"),
		async (route) => {
			if (route.request().method() !== "GET") return route.fallback();
			const response = await route.fetch();
			ask();
			await arrives;
			return route.fulfill({ response });
		},
	);
	return { isAsked, arrive };
}

function field(page: Page, name: string) {
	return page.locator(`form[data-form^="step-"] [name=${name}]`);
}

function opened(page: Page) {
	return page.locator("#part");
}

function outline(page: Page) {
	return page.getByRole("navigation", { name: studio.editor.outlineLabel });
}
