import type { BrowserContext } from "@playwright/test";
import { test as base, expect } from "../security/own-relais.ts";
import { keptByBrowser, nothingKept, watch } from "../security/watch.ts";

/**
 * Hundreds of screens are opened one after the other: a browser that keeps the scripts it fetched,
 * as anybody's does, opens each in half the time. Whoever was signed in is forgotten in between.
 */
export const test = base.extend<object, { household: BrowserContext }>({
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
