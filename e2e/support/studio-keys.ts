import type { Locator, Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import type { Outcome, Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { expect } from "./patience.ts";

const { studio } = fr;

/** Walks there as somebody does who has no mouse; what cannot be reached so fails. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor({ timeout: 10_000 });
	for (let steps = 0; steps < 500; steps += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`The keyboard does not reach ${target}.`);
}

/** Opens a part from the outline, by the key that follows a link. */
export async function goTo(page: Page, part: string): Promise<void> {
	const link = page
		.getByRole("navigation", { name: studio.editor.outlineLabel })
		.getByRole("link", { name: part })
		.first();
	await link.focus();
	await page.keyboard.press("Enter");
	await expect(page.locator("#part")).toContainText(part);
	await expect(page.locator("#part")).toBeFocused();
}

/** Opens what a summary hides, where it is not open already. */
export async function unfolds(page: Page, summary: Locator): Promise<void> {
	if ((await summary.locator("xpath=..").getAttribute("open")) !== null) return;
	await tabTo(page, summary);
	await page.keyboard.press("Enter");
}

/** Chooses in the list that has the focus, one answer up or down at a time. */
export async function chooses(page: Page, list: Locator, value: string): Promise<void> {
	await tabTo(page, list);
	const steps = await list.evaluate((element, wanted) => {
		const { options, selectedIndex } = element as HTMLSelectElement;
		return [...options].findIndex((option) => option.value === wanted) - selectedIndex;
	}, value);
	const key = steps > 0 ? "ArrowDown" : "ArrowUp";
	for (let left = Math.abs(steps); left > 0; left -= 1) await page.keyboard.press(key);
	await expect(list).toHaveValue(value);
}

/** Writes over what a field holds. The words come at once, as dictated: the keys are those of a walk. */
export async function writes(page: Page, field: Locator, words: string): Promise<void> {
	await tabTo(page, field);
	await page.keyboard.press("Control+A");
	await page.keyboard.insertText(words);
}

/** Adds a step to the place that is open, at its end. */
export async function addsStep(page: Page, step: Step): Promise<void> {
	const form = page.locator('form[data-form^="new-step-"]');
	await unfolds(page, page.locator("summary", { hasText: studio.part.add.step }).first());
	await writesBoth(page, form, "title", step.title);
	await chooses(page, form.locator("[name=kind]"), step.kind);
	await chooses(page, form.locator("[name=role]"), step.role);
	await writes(page, form.locator("[name=n]"), String(step.delay.n));
	await chooses(page, form.locator("[name=unit]"), step.delay.unit);
	await tabTo(page, form.getByRole("button"));
	await page.keyboard.press("Enter");
	await expect(page.locator("#part")).toContainText(step.title.fr);
}

/** Writes the step that is open: who, within how long, with which advice, questions and outcomes. */
export async function writesStep(
	page: Page,
	step: Step,
	nameOf: (id: string) => string,
): Promise<void> {
	const form = page.locator('form[data-form^="step-"]');
	await writes(page, form.locator("[name=n]"), String(step.delay.n));
	await chooses(page, form.locator("[name=unit]"), step.delay.unit);
	await writesBoth(page, form, "guidance", step.guidance);
	await ticks(page, form, "questions", step.questions);
	await ticks(page, form, "participants", step.participants);
	await saved(page);

	const lines = page.locator('form[data-form^="outcome-"]');
	const there = await lines.count();
	for (const [index, outcome] of step.outcomes.entries()) {
		const isThere = index < there;
		const own = isThere ? lines.nth(index) : page.locator('form[data-form^="new-outcome-"]');
		await writesOutcome(page, own, outcome, nameOf);
		if (isThere) {
			await saved(page);
			continue;
		}
		await tabTo(page, own.getByRole("button"));
		await page.keyboard.press("Enter");
		await expect(lines).toHaveCount(index + 1);
	}
	if (step.rounds) await limits(page, form, step, lines);
}

async function writesOutcome(
	page: Page,
	form: Locator,
	{ label, to, raises }: Outcome,
	nameOf: (id: string) => string,
): Promise<void> {
	await unfolds(page, summaryOver(form));
	await writesBoth(page, form, "label", label);
	await chooses(page, form.locator("[name=to]"), nameOf(to));
	await chooses(page, form.locator("[name=raises]"), raises ? nameOf(raises) : "");
}

/** How often a step may begin again, and what is left after the last time. */
async function limits(page: Page, form: Locator, { rounds, outcomes }: Step, lines: Locator) {
	const place = outcomes.findIndex(({ code }) => code === rounds?.beyond);
	const code = await lines.nth(place).locator("[name=outcome]").inputValue();
	const list = form.locator("[name=rounds]");
	await unfolds(page, summaryOver(list));
	await chooses(page, list, String(rounds?.most));
	await chooses(page, form.locator("[name=beyond]"), code);
	await saved(page);
}

async function ticks(page: Page, form: Locator, name: string, values: readonly string[]) {
	if (values.length === 0) return;
	const boxes = form.locator(`[name=${name}]`);
	await unfolds(page, summaryOver(boxes.first()));
	for (const value of values) {
		await tabTo(page, form.locator(`[name=${name}][value="${value}"]`));
		await page.keyboard.press("Space");
	}
}

async function writesBoth(page: Page, form: Locator, name: string, words: Text): Promise<void> {
	await writes(page, form.locator(`[name=${name}Fr]`), words.fr);
	await writes(page, form.locator(`[name=${name}En]`), words.en ?? "");
}

/** Leaves the field, and sees that what was written is kept. */
export async function saved(page: Page): Promise<void> {
	await page.keyboard.press("Tab");
	await expect(page.getByText(studio.editor.saving)).toHaveCount(0);
	await expect(page.getByText(/Enregistré\sà\s\d+\sh\s\d+/)).toBeVisible();
}

/** The line that opens what something is folded into. */
function summaryOver(hidden: Locator): Locator {
	return hidden.locator("xpath=ancestor::details[1]/summary");
}
