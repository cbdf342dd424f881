import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { situationAt, within } from "../accessibility/places.ts";
import { type Screen, seen } from "../accessibility/screen.ts";
import { screens } from "../accessibility/screens.ts";
import { expect, test } from "./own-relais.ts";
import { visitor } from "./visitor.ts";

const kib = 1024;
const scriptsAtMost = 130 * kib;
/** The studio is for a desk, and carries its forms and a drawing to work on. */
const studioScriptsAtMost = 220 * kib;
const listAtMost = 8 * kib;
/** Rows of the longest list on one page. */
const longest = 20;

const firstViews: Screen[] = [
	named("the door"),
	named("my day, with what waits for reception"),
	seen("a situation", "routes/situations.$handle", (store) =>
		within(situationAt(store, "review", "o.paused = 0")),
	),
	named("a review to make"),
	named("preparing a handoff"),
	named("the form of ACCEPT"),
	named("the directory"),
	named("the protocol reference-a"),
];

for (const screen of firstViews) {
	test(`${screen.name} needs little before it can be used`, async ({ page, relais }) => {
		const scripts = collectScripts(page);

		expect(await screen.open(page, relais)).toBe(screen.status);
		await page.waitForLoadState("networkidle");

		const sizes = await Promise.all(scripts);
		const total = sizes.reduce((sum, size) => sum + size, 0);
		expect(sizes.length).toBeGreaterThan(3);
		expect(total, `${(total / kib).toFixed(1)} KiB of scripts`).toBeLessThanOrEqual(scriptsAtMost);
	});
}

test("the studio needs little, its drawing to work on included", async ({ page, relais }) => {
	const scripts = collectScripts(page);
	const screen = named("a draft, with a handoff open");

	expect(await screen.open(page, relais)).toBe(screen.status);
	await page.waitForLoadState("networkidle");

	const total = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
	expect(total, `${(total / kib).toFixed(1)} KiB of scripts`).toBeLessThanOrEqual(
		studioScriptsAtMost,
	);
});

test("the longest list is light", async ({ relais }) => {
	const person = await visitor(relais, "conseillere-insertion-a");
	const form = `${paths.newSituation()}?protocol=reference-a`;
	for (let opened = 0; opened < longest; opened++) {
		const fields = await person.form(form, { raises: undefined });
		expect((await person.post(form, fields)).status).toBe(303);
	}

	const { body } = await person.get(`${paths.myDay()}?list=steps`);

	const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
	expect(main.match(/href="\/situations\/[\w-]{22}/g)).toHaveLength(longest);
	expect(gzipSync(body).length).toBeLessThanOrEqual(listAtMost);
});

test("what never changes is kept by the browser, packed; what concerns somebody is never kept", async ({
	page,
	relais,
}) => {
	const kept = new Map<string, string>();
	page.on("response", (answer) => {
		const { pathname } = new URL(answer.url());
		kept.set(pathname, answer.headers()["cache-control"] ?? "");
	});

	await named("my day, with what waits for reception").open(page, relais);
	await page.waitForLoadState("networkidle");

	for (const [path, control] of kept) {
		const wanted = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store";
		if (!path.startsWith("/favicon")) expect(control, path).toBe(wanted);
	}
});

/** The weight of every script that the page fetches, packed as it travels. */
function collectScripts(page: Page): Promise<number>[] {
	const sizes: Promise<number>[] = [];
	page.on("response", (answer) => {
		if (answer.request().resourceType() !== "script") return;
		sizes.push(answer.body().then((body) => gzipSync(body, { level: 6 }).length));
	});
	return sizes;
}

function named(name: string): Screen {
	const screen = screens.find((one) => one.name === name);
	if (!screen) throw new RangeError(`There is no screen “${name}”.`);
	return screen;
}
