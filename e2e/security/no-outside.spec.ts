import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter, expect, test } from "./own-relais.ts";
import { coordinator } from "./people.ts";
import { awake } from "./watch.ts";

/*
 * The fixture `page` notes every request to another site, every complaint of the console and every
 * breach of the content security policy, here as in every other test of this folder.
 */

const people = [
	"infirmiere-scolaire-a",
	"reception-crip-a",
	"cadre-ase-a",
	"accueil-mda-a",
	coordinator,
	"animatrice-a",
	"deleguee-a",
];

for (const person of people) {
	test(`a tour of ${person} by links alone asks nothing of other sites`, async ({
		page,
		relais,
	}) => {
		await enter(page, relais, person);
		await page.goto("/");
		await awake(page);

		const visited = await follow(page);

		expect(visited.size).toBeGreaterThan(5);
	});
}

test("no file that is served names another site to fetch from", async ({ page, request }) => {
	await page.goto(paths.signIn());
	const sheets = await page.locator('link[rel="stylesheet"]').all();

	for (const sheet of sheets) {
		const css = await (await request.get(String(await sheet.getAttribute("href")))).text();
		expect(css.match(/url\((?!["']?\/assets\/)[^)]*\)|@import/g)).toBeNull();
	}
});

/** Follows links of the page by clicking, one of each kind of address, until nothing new is found. */
async function follow(page: Page): Promise<Set<string>> {
	const visited = new Set([kindOf("/")]);
	const waiting = await linksOn(page);
	for (let next = waiting.shift(); next && visited.size < 14; next = waiting.shift()) {
		const kind = kindOf(next);
		if (visited.has(kind)) continue;
		visited.add(kind);
		const link = page.locator(`a[href="${next}"]`).first();
		if (await link.isVisible()) await link.click();
		else await page.goto(next);
		await page.waitForURL(`**${next}`);
		await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
		await awake(page);
		waiting.push(...(await linksOn(page)));
	}
	return visited;
}

function linksOn(page: Page): Promise<string[]> {
	return page
		.locator("a[href^='/']")
		.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

/** Addresses of one kind differ by what is random or chosen in them. */
function kindOf(address: string): string {
	return address.replaceAll(/[\w-]{22}|[?#].*$/g, "…").replace(/(directory|protocols)\/.*/, "$1/…");
}
