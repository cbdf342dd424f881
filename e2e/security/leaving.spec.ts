import { paths } from "#app/paths.ts";
import { situationAt, within } from "../accessibility/places.ts";
import { enter, expect, type OwnRelais, test } from "./own-relais.ts";
import { awake } from "./watch.ts";

test("after signing out, going back shows the door and nothing of what was seen", async ({
	page,
	relais,
}) => {
	const { as, path } = someSituation(relais);
	await enter(page, relais, as);
	await page.goto(paths.myDay());
	await page.goto(path);
	const alias = await page.getByRole("heading", { level: 1 }).innerText();
	await page.goto(paths.account());
	await page.getByRole("button", { name: "Terminer ma session" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour");

	for (let steps = 0; steps < 2; steps++) {
		await page.goBack();

		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour");
		await expect(page.getByText(alias)).toHaveCount(0);
	}
});

test("after locking, going back shows the lock and nothing of what was seen", async ({
	page,
	relais,
}) => {
	const { as, path } = someSituation(relais);
	await enter(page, relais, as);
	await page.goto(paths.myDay());
	await page.goto(path);
	const alias = await page.getByRole("heading", { level: 1 }).innerText();
	await page.getByRole("button", { name: "Verrouiller" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Écran verrouillé");

	for (let steps = 0; steps < 2; steps++) {
		await page.goBack();

		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Écran verrouillé");
		await expect(page.getByText(alias)).toHaveCount(0);
	}
	await page.getByRole("button", { name: "Reprendre" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ma journée");
});

test("a page that is still open when the session ends elsewhere leads to the door", async ({
	page,
	relais,
	context,
}) => {
	await enter(page, relais, "educatrice-a");
	await page.goto(paths.myDay());
	await awake(page);
	const elsewhere = await context.newPage();
	await elsewhere.goto(paths.account());
	await elsewhere.getByRole("button", { name: "Terminer ma session" }).click();
	await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Bonjour");

	await page.getByRole("link", { name: "Annuaire" }).click();

	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour");
});

test("the history of a browser names no situation", async ({ page, relais }) => {
	const { as, path } = someSituation(relais);
	await enter(page, relais, as);
	const titles = new Set<string>();

	for (const address of [paths.myDay(), path, paths.directory(), paths.protocols()]) {
		await page.goto(address);
		titles.add(await page.title());
	}

	expect([...titles]).toEqual(["Espace professionnel"]);
});

function someSituation({ store }: OwnRelais) {
	return within(situationAt(store, "review", "o.paused = 0"));
}
