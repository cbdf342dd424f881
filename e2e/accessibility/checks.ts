import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Holds the page to every rule that axe knows: WCAG 2.2 A and AA, and good practice. */
export async function expectNoViolation(page: Page): Promise<void> {
	await expectNone(axeOn(page).withTags(rules));
}

/** Holds the page to the contrast of its words: all that changes with the colours of a look. */
export async function expectReadable(page: Page): Promise<void> {
	await expectNone(axeOn(page).withRules(["color-contrast", "link-in-text-block"]));
}

// No page of ours holds another: axe need not open a second one to put its findings together.
function axeOn(page: Page): AxeBuilder {
	return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
}

async function expectNone(axe: AxeBuilder): Promise<void> {
	const { violations } = await axe.analyze();
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
	);
	expect(found).toEqual([]);
}
