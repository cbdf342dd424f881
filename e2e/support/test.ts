import { type BrowserContextOptions, test as base } from "@playwright/test";
import { journeyMs, patienceMs } from "./patience.ts";
import { Professional } from "./professional.ts";
import type { Language } from "./words.ts";

type Entering = BrowserContextOptions & { language?: Language };

/** Lets somebody of the demonstration in, by a browser of their own that is closed in the end. */
export type Enter = (label: string, entering?: Entering) => Promise<Professional>;

/** A test in which several people act, each in a browser of their own. */
export const test = base.extend<{ enter: Enter }>({
	enter: async ({ browser }, use, testInfo) => {
		testInfo.setTimeout(journeyMs);
		const contexts: { close(): Promise<void> }[] = [];
		await use(async (label, { language = "fr", ...options } = {}) => {
			const context = await browser.newContext(options);
			context.setDefaultTimeout(patienceMs);
			contexts.push(context);
			const professional = new Professional(await context.newPage(), language);
			await professional.enters(label);
			return professional;
		});
		await Promise.all(contexts.map((context) => context.close()));
	},
});

export { expect } from "./patience.ts";
