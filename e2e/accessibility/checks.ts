import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { RunOptions } from "axe-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe is made of: put into a page once, however often the page is asked. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Holds the page to every rule that axe knows: WCAG 2.2 A and AA, and good practice. */
export async function expectNoViolation(page: Page): Promise<void> {
	await expectNone(page, { runOnly: { type: "tag", values: rules } });
}

/** Holds the page to the contrast of its words: all that changes with the colours of a look. */
export async function expectReadable(page: Page): Promise<void> {
	const values = ["color-contrast", "link-in-text-block"];
	await expectNone(page, { runOnly: { type: "rule", values } });
}

async function expectNone(page: Page, options: RunOptions): Promise<void> {
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
	const found = await page.evaluate(async (asked) => {
		// Of what passes, the names of the rules are enough: naming each element would take long.
		const told = { ...asked, resultTypes: ["violations" as const] };
		const { violations, passes } = await window.axe.run(document, told);
		const seen = violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
		);
		return { seen, looked: passes.length };
	}, options);
	expect(found.seen).toEqual([]);
	expect(found.looked, "rules that found something to look at").toBeGreaterThan(0);
}

declare global {
	interface Window {
		axe: typeof import("axe-core");
	}
}
