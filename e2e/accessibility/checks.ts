import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Holds the page to every rule that axe knows: WCAG 2.2 A and AA, and good practice. */
export async function expectNoViolation(page: Page): Promise<void> {
	// No page of ours holds another: axe need not open a second one to put its findings together.
	const axe = new AxeBuilder({ page }).setLegacyMode().withTags(rules);
	const { violations } = await axe.options({ resultTypes: ["violations"] }).analyze();
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
	);
	expect(found).toEqual([]);
}
