import type { BrowserContext, Page } from "@playwright/test";
import { test as base, expect } from "../security/own-relais.ts";
import { keptByBrowser, nothingKept, watch } from "../security/watch.ts";

/** The one window of a browser, from when it is first looked at. */
type Tab = { shown?: { page: Page; noted: string[] } };

/**
 * Hundreds of screens are opened one after the other: a browser that keeps the scripts it fetched,
 * as anybody's does, opens each in half the time. Whoever was signed in is forgotten in between.
 */
export const test = base.extend<object, { household: BrowserContext; tab: Tab }>({
	household: [
		async ({ browser }, use) => {
			const context = await browser.newContext({
				locale: "fr-FR",
				timezoneId: "Europe/Paris",
				// A colour is never looked at on its way to another.
				reducedMotion: "reduce",
			});
			await use(context);
			await context.close();
		},
		{ scope: "worker" },
	],
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used here
	tab: [({}, use) => use({}), { scope: "worker" }],
	context: async ({ household }, use) => {
		await household.clearCookies();
		await use(household);
	},
	/** As everywhere: nothing goes outside, is complained of, or is kept. */
	page: async ({ context, relais }, use) => {
		const page = await context.newPage();
		const noted = watch(page, relais.origin);
		await use(page);
		expect(noted).toEqual([]);
		if (page.url().startsWith(relais.origin))
			expect(await keptByBrowser(page)).toEqual(nothingKept);
		await page.close();
	},
});

export { expect };

/**
 * The same in one window, where one screen replaces the other as for somebody who works: a window
 * costs more than a screen. For tests that leave nothing behind but an address.
 */
export const testInOneTab = test.extend({
	page: async ({ context, relais, tab }, use) => {
		tab.shown ??= await opened(context, relais.origin);
		const { page, noted } = tab.shown;
		await use(page);
		expect(noted).toEqual([]);
		if (page.url().startsWith(relais.origin))
			expect(await keptByBrowser(page)).toEqual(nothingKept);
		await page.unrouteAll();
	},
});

async function opened(context: BrowserContext, origin: string) {
	const page = await context.newPage();
	return { page, noted: watch(page, origin) };
}
