import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expect, realPassword, test, withDevice } from "./real-relais.ts";
import { awake } from "./watch.ts";

test("the first visit makes a passkey, and the next one needs nothing else", async ({ page }) => {
	const device = await withDevice(page);
	await entersPassword(page, "crip");
	await expect(title(page)).toHaveText("Protéger votre compte");

	await page.getByRole("button", { name: "Créer une clé d'accès" }).click();

	await expect(title(page)).toHaveText("Ma journée");
	expect(await device.keys()).toBe(1);
	await leaves(page);
	await page.getByRole("button", { name: "Entrer avec ma clé d'accès" }).click();
	await expect(title(page)).toHaveText("Ma journée");
});

test("after a password, the passkey is the second factor", async ({ page }) => {
	await withDevice(page);
	await enrols(page, "crip-2");
	await leaves(page);

	await entersPassword(page, "crip-2");
	await expect(title(page)).toHaveText("Encore une étape");
	await expect(page.getByLabel("Code de votre application")).toHaveCount(0);
	await page.getByRole("button", { name: "Utiliser ma clé d'accès" }).click();

	await expect(title(page)).toHaveText("Ma journée");
});

test("a device that does not know its holder, or holds no key of ours, opens nothing, in words", async ({
	page,
}) => {
	const device = await withDevice(page);
	await enrols(page, "crip-3");
	await leaves(page);

	await device.knows(false);
	await page.getByRole("button", { name: "Entrer avec ma clé d'accès" }).click();
	await expect(page.getByText("La clé d'accès n'a pas répondu")).toBeVisible();
	await expect(title(page)).toHaveText("Bonjour");

	await device.knows(true);
	await device.forgets();
	await page.getByRole("button", { name: "Entrer avec ma clé d'accès" }).click();
	await expect(page.getByText("La clé d'accès n'a pas répondu")).toBeVisible();
});

test("without scripts, the door says so and the password is there", async ({ browser, relais }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: relais.origin });
	const page = await context.newPage();

	await page.goto(paths.signIn());
	await expect(page.getByText("Les clés d'accès demandent JavaScript")).toBeVisible();
	await expect(page.getByRole("button", { name: "Entrer avec ma clé d'accès" })).toHaveCount(0);
	await entersPassword(page, "spotter");

	await expect(title(page)).toHaveText("Protéger votre compte");
	await expect(page.getByText("Une clé d'accès demande JavaScript")).toBeVisible();
	await page.getByRole("link", { name: "Utiliser une application de codes" }).click();
	await expect(page.getByRole("img", { name: "Carré à photographier" })).toBeVisible();
	await context.close();
});

test("keys are counted, one is added and taken away, and the last one stays", async ({ page }) => {
	await withDevice(page);
	await enrols(page, "lead");
	await page.goto(paths.accountFactors());
	await expect(key(page, 1)).toBeVisible();

	await page.getByRole("button", { name: "Retirer Clé 1" }).click();

	await expect(page.getByRole("alert")).toContainText("C'est la dernière");
	await expect(key(page, 1)).toBeVisible();

	// Another device: one holds no two keys of an account.
	const second = await withDevice(page, "usb");
	await page.getByRole("button", { name: "Ajouter une clé d'accès" }).click();
	await expect(key(page, 2)).toBeVisible();
	expect(await second.keys()).toBeLessThanOrEqual(1);
	await page.getByRole("button", { name: "Retirer Clé 1" }).click();
	await expect(page.getByText("C'est retiré.")).toBeVisible();
	await expect(key(page, 1)).toHaveCount(0);
});

test("a page left alone is locked on the server too; a passkey brings it back as it was", async ({
	page,
}) => {
	await withDevice(page);
	await enrols(page, "lead-2");
	await page.clock.install();
	await page.goto(paths.accountPassword());
	await page.getByLabel("Mot de passe actuel").fill("a word that was being written");
	const locked = page.waitForResponse((response) => response.url().endsWith(paths.lockCover()));
	await page.clock.fastForward("05:01");
	const cover = page.getByRole("dialog", { name: "Écran verrouillé" });
	await expect(cover).toBeVisible();
	expect((await locked).status()).toBe(200);

	const beside = await page.context().newPage();
	await beside.goto(paths.myDay());
	await expect(title(beside)).toHaveText("Écran verrouillé");
	await beside.close();

	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	await expect(cover).toBeVisible();
	await cover.getByRole("button", { name: "Reprendre avec ma clé d'accès" }).click();
	await expect(cover).toBeHidden();
	await expect(page.getByLabel("Mot de passe actuel")).toHaveValue("a word that was being written");
	await page.goto(paths.myDay());
	await expect(title(page)).toHaveText("Ma journée");
});

test("a covered page that is loaded again shows the lock and nothing else", async ({ page }) => {
	await withDevice(page);
	await enrols(page, "lead-3");
	await page.clock.install();
	await page.goto(paths.account());
	await awake(page);
	const locked = page.waitForResponse((response) => response.url().endsWith(paths.lockCover()));
	await page.clock.fastForward("05:01");
	await locked;

	await page.reload();
	await expect(title(page)).toHaveText("Écran verrouillé");
	await page.goBack();
	await expect(title(page)).toHaveText("Écran verrouillé");
	await page.getByRole("button", { name: "Reprendre avec ma clé d'accès" }).click();

	await expect(title(page)).toHaveText("Ma journée");
});

test("a page out of sight for two minutes is covered when it comes back, unless a neighbour was used", async ({
	page,
}) => {
	await withDevice(page);
	await enrols(page, "care");
	await page.clock.install();
	await page.goto(paths.account());
	await awake(page);
	const cover = page.getByRole("dialog", { name: "Écran verrouillé" });

	await goesOutOfSight(page, true);
	await page.clock.fastForward("01:50");
	await goesOutOfSight(page, false);
	await expect(cover).toBeHidden();

	const neighbour = await page.context().newPage();
	await neighbour.goto(paths.directory());
	await awake(neighbour);
	await goesOutOfSight(page, true);
	await page.clock.fastForward("01:50");
	const heard = await page.evaluateHandle(() => {
		const said: unknown[] = [];
		new BroadcastChannel("relais").onmessage = ({ data }) => said.push(data);
		return said;
	});
	await neighbour.mouse.move(10, 10);
	await expect.poll(() => heard.jsonValue()).toContain("life");
	await page.clock.fastForward("01:50");
	await goesOutOfSight(page, false);
	await expect(cover).toBeHidden();
	await neighbour.close();

	await goesOutOfSight(page, true);
	await page.clock.fastForward("02:01");
	await expect(cover).toBeVisible();
});

async function entersPassword(page: Page, person: string): Promise<void> {
	await page.goto(paths.signIn());
	await page.getByLabel("Adresse e-mail professionnelle").fill(`${person}@exemple.invalid`);
	await page.getByLabel("Mot de passe", { exact: true }).fill(realPassword);
	await page.getByRole("button", { name: "Me connecter" }).click();
}

async function enrols(page: Page, person: string): Promise<void> {
	await entersPassword(page, person);
	await page.getByRole("button", { name: "Créer une clé d'accès" }).click();
	await expect(title(page)).toHaveText("Ma journée");
}

async function leaves(page: Page): Promise<void> {
	await page.goto(paths.account());
	await page.getByRole("button", { name: "Terminer ma session" }).click();
	await expect(title(page)).toHaveText("Bonjour");
}

/** A browser that is driven has no other window in front: the page is told that it has. */
async function goesOutOfSight(page: Page, hidden: boolean): Promise<void> {
	await page.evaluate((hidden) => {
		Object.defineProperty(document, "visibilityState", {
			configurable: true,
			get: () => (hidden ? "hidden" : "visible"),
		});
		document.dispatchEvent(new Event("visibilitychange"));
	}, hidden);
}

function key(page: Page, number: number) {
	return page.getByRole("strong").filter({ hasText: `Clé ${number}` });
}

function title(page: Page) {
	return page.getByRole("heading", { level: 1 });
}
