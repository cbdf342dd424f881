import type { Page } from "@playwright/test";

const parts = ["script", "stylesheet", "font", "image"];

/**
 * Notes whatever a page should never do: ask another site for anything, complain in the console,
 * break its content security policy, or miss a part of itself.
 *
 * @returns what was noted, growing while the page lives
 */
export function watch(page: Page, origin: string): string[] {
	const noted: string[] = [];
	page.on("request", (request) => {
		const url = new URL(request.url());
		if (/^https?:$/.test(url.protocol) && url.origin !== origin) noted.push(`asked ${url.href}`);
	});
	page.on("response", (response) => {
		const isPart = parts.includes(response.request().resourceType());
		if (isPart && response.status() >= 400) noted.push(`${response.status()} ${response.url()}`);
	});
	page.on("console", (message) => {
		const isComplaint = message.type() === "error" || message.type() === "warning";
		// A page that answers 404 or 422 is logged too; what is missing of a page is noted above.
		const isStatus = message.text().startsWith("Failed to load resource: ");
		if (isComplaint && !isStatus) noted.push(`${message.type()}: ${message.text()}`);
	});
	page.on("pageerror", (error) => noted.push(`uncaught: ${error.message}`));
	return noted;
}

/** How much the browser keeps of a page that was left: nothing is wanted. */
export function keptByBrowser(page: Page) {
	return page.evaluate(async () => ({
		localStorage: localStorage.length,
		sessionStorage: sessionStorage.length,
		databases: (await indexedDB.databases()).length,
		caches: (await caches.keys()).length,
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		cookiesForScripts: document.cookie.length,
	}));
}

/** Nothing of it. */
export const nothingKept = {
	localStorage: 0,
	sessionStorage: 0,
	databases: 0,
	caches: 0,
	workers: 0,
	cookiesForScripts: 0,
};

/** Waits until the page answers by its scripts too. */
export async function awake(page: Page): Promise<void> {
	await page.waitForFunction(() =>
		Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
	);
}
