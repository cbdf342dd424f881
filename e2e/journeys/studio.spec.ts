import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const words = {
	outline: "Plan du protocole",
	blank: "Titre du protocole, en français",
	begin: "Partir d'une page blanche",
};

test("a coordinator builds a protocol with the keyboard alone, breaks it, and repairs it from the findings", async ({
	enter,
}) => {
	const { page } = await enter("Coordinatrice A");
	await page.goto("/studio/new");
	await tabTo(page, page.getByLabel(words.blank).first());
	await page.keyboard.type("Protocole du Val d'Orme");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1 })).toContainText("Val d'Orme");
	await expect(page.getByText("1 erreur à corriger")).toBeVisible();

	// What the finding asks for: the interruption that every territory knows.
	await tabTo(page, page.getByRole("link", { name: "Ouvrir : Protocole du Val d'Orme" }).first());
	await page.keyboard.press("Enter");
	await tabTo(page, summary(page, "Ajouter une interruption"));
	await page.keyboard.press("Enter");
	await tabTo(page, page.getByLabel("Connue de tous les territoires"));
	await page.keyboard.type("Danger");
	await tabTo(page, page.getByRole("button", { name: "Ajouter cette interruption" }));
	await page.keyboard.press("Enter");
	await expect(opened(page)).toHaveText("Danger immédiat");
	await expect(page.getByText(/erreurs? à corriger/)).toHaveCount(0);

	// A step of its own, slipped in on the way of an outcome.
	await goTo(page, "Repérage");
	await tabTo(page, summary(page, "Ajouter une étape"));
	await page.keyboard.press("Enter");
	await tabTo(page, page.locator("[name=titleFr]").first());
	await page.keyboard.type("Croiser les regards");
	await tabTo(page, addingStep(page).getByLabel("Sur quel chemin"));
	await page.keyboard.press("ArrowDown");
	await tabTo(page, page.getByRole("button", { name: "Ajouter cette étape" }));
	await page.keyboard.press("Enter");
	await expect(opened(page)).toHaveText("2. Croiser les regards");

	// Its words are kept while they are written.
	await tabTo(page, page.locator("[name=titleEn]").first());
	const kept = page.waitForResponse(
		(answer) => answer.request().method() === "POST" && answer.url().includes("_data"),
	);
	await page.keyboard.type("Compare views");
	expect((await (await kept).json()).saved.revision).toBeGreaterThan(0);
	await expect(page.locator("[name=titleEn]").first()).toBeFocused();
	await expect(page.getByText(/Enregistré\sà\s\d+\sh\s\d+/)).toBeVisible();

	// Broken: the outcome leads past the next step, which nothing reaches any more.
	await goTo(page, "Accueillir le signe");
	await tabTo(page, page.locator("summary", { hasText: "→" }).first());
	await page.keyboard.press("Enter");
	await tabTo(page, page.getByLabel("Mène à").first());
	await page.keyboard.type("3.");
	await page.keyboard.press("Tab");
	await expect(page.getByText("1 erreur à corriger")).toBeVisible();

	// Repaired: the finding leads there, and the way back is one step.
	await tabTo(page, page.getByRole("button", { name: "Annuler" }));
	await page.keyboard.press("Enter");
	await expect(page.getByText(/erreurs? à corriger/)).toHaveCount(0);
});

test("in two browsers, the second to write a field sees both texts and loses neither", async ({
	enter,
}) => {
	const one = (await enter("Coordinatrice A")).page;
	const two = (await enter("Coordinatrice A")).page;
	await begins(one, "Protocole à deux");
	await goTo(one, "Accueillir le signe");
	await two.goto(one.url());
	await expect(opened(two)).toHaveText("1. Accueillir le signe");

	await one.locator("[name=titleFr]").first().fill("Accueillir ensemble");
	await expect(one.getByRole("link", { name: "Accueillir ensemble" }).first()).toBeVisible();
	await two.locator("[name=titleFr]").first().fill("Recevoir le signe");
	await expect(two.getByText("a changé cette partie entre-temps.")).toBeVisible();

	await expect(two.getByRole("alert")).toContainText("Accueillir ensemble");
	await expect(two.locator("[name=titleFr]").first()).toHaveValue("Recevoir le signe");
	await two.getByRole("button", { name: "Enregistrer", exact: true }).first().click();
	await expect(opened(two)).toHaveText("1. Recevoir le signe");
});

test("without JavaScript, a step is added, written, and deleted once what points to it leads elsewhere", async ({
	enter,
}) => {
	const { page } = await enter("Coordinatrice A", { javaScriptEnabled: false });
	await begins(page, "Protocole sans script");

	await goTo(page, "Repérage");
	await summary(page, "Ajouter une étape").click();
	await page.locator("[name=titleFr]").first().fill("Prévenir la référente");
	await addingStep(page).getByLabel("Sur quel chemin").selectOption({ index: 1 });
	await page.getByRole("button", { name: "Ajouter cette étape" }).click();
	await expect(opened(page)).toHaveText("2. Prévenir la référente");

	await page.locator("[name=guidanceFr]").fill("Appelez avant d'écrire.");
	await page.getByRole("button", { name: "Enregistrer", exact: true }).first().click();
	await expect(page.locator("[name=guidanceFr]")).toHaveValue("Appelez avant d'écrire.");

	await summary(page, "Supprimer…").click();
	await expect(page.getByText("Ceci y mène ou s'en sert :")).toBeVisible();
	await page.getByLabel("À la place, mener à").selectOption({ label: "3. Transmettre" });
	await page.getByRole("button", { name: "Supprimer « 2. Prévenir la référente »" }).click();
	await expect(outline(page)).not.toContainText("Prévenir la référente");

	await page.getByRole("button", { name: "Annuler" }).click();
	await expect(outline(page)).toContainText("Prévenir la référente");
});

async function begins(page: Page, title: string): Promise<void> {
	await page.goto("/studio/new");
	await page.getByLabel(words.blank).first().fill(title);
	await page.getByRole("button", { name: words.begin }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
}

function outline(page: Page): Locator {
	return page.getByRole("navigation", { name: words.outline });
}

function opened(page: Page): Locator {
	return page.locator("#part");
}

/** The form of a new step: the one of a new group asks for a way as well. */
function addingStep(page: Page): Locator {
	return page.getByRole("form", { name: "Ajouter une étape" });
}

function summary(page: Page, name: string): Locator {
	return page.locator("summary", { hasText: name }).first();
}

/** Opens a part from the outline, by the key that follows a link. */
async function goTo(page: Page, part: string): Promise<void> {
	const link = outline(page).getByRole("link", { name: part }).first();
	await link.focus();
	await page.keyboard.press("Enter");
	await expect(opened(page)).toContainText(part);
}

/** Walks there as somebody does who has no mouse; what cannot be reached so fails. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor();
	for (let steps = 0; steps < 150; steps += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press("Tab");
	}
	throw new Error("The keyboard does not reach it.");
}
