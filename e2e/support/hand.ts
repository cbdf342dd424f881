import type { Locator, Page } from "@playwright/test";
import { expect } from "./patience.ts";

/** Somebody at the keyboard, who has no mouse. Nothing is reached but by the keys of a keyboard. */
export class Hand {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Holds a key until it has struck so many times. */
	async holds(key: string, times: number): Promise<void> {
		for (let left = times; left > 0; left -= 1) await this.page.keyboard.down(key);
		await this.page.keyboard.up(key);
	}

	/** Walks there with Tab, or back with Shift and Tab; what the keyboard cannot reach fails. */
	async reaches(target: Locator): Promise<void> {
		await target.waitFor();
		// What is drawn anew meanwhile may change how far it is.
		for (let tries = 0; tries < 8; tries += 1) {
			const away = await target.evaluate(stopsAway);
			if (away === undefined) continue;
			if (away === 0) return;
			if (away < 0) await this.page.keyboard.down("Shift");
			await this.holds("Tab", Math.abs(away));
			if (away < 0) await this.page.keyboard.up("Shift");
		}
		throw new Error(`The keyboard does not reach ${target}.`);
	}

	/** Presses Enter on a button or a link. */
	async presses(target: Locator): Promise<void> {
		await this.reaches(target);
		await this.page.keyboard.press("Enter");
	}

	/** Opens what a summary hides, where it is not open already. */
	async unfolds(summary: Locator): Promise<void> {
		if ((await summary.locator("xpath=..").getAttribute("open")) !== null) return;
		await this.presses(summary);
	}

	/** Writes over what a field holds. The words come at once, as dictated. */
	async writes(field: Locator, words: string): Promise<void> {
		if ((await field.inputValue()) === words) return;
		await this.reaches(field);
		await this.page.keyboard.press("Control+A");
		if (words === "") await this.page.keyboard.press("Delete");
		else await this.page.keyboard.insertText(words);
	}

	/** Chooses in a list, one answer up or down at a time, and looks where that led. */
	async chooses(list: Locator, value: string): Promise<void> {
		for (let tries = 0; tries < 4; tries += 1) {
			const steps = await list.evaluate(answersAway, value);
			if (steps === undefined) throw new Error(`${list} does not offer “${value}”.`);
			if (steps === 0) return;
			await this.reaches(list);
			await this.holds(steps > 0 ? "ArrowDown" : "ArrowUp", Math.abs(steps));
		}
		await expect(list).toHaveValue(value);
	}

	/** Ticks, of the boxes of a name, those and no others. */
	async ticks(boxes: Locator, values: readonly string[]): Promise<void> {
		const states = await boxes.evaluateAll((all) =>
			all.map(
				(box) => [(box as HTMLInputElement).value, (box as HTMLInputElement).checked] as const,
			),
		);
		const wrong = states.filter(([value, ticked]) => values.includes(value) !== ticked);
		if (wrong.length === 0) return;
		const folded = summaryOver(boxes.first());
		if ((await folded.count()) > 0) await this.unfolds(folded);
		for (const [value] of wrong) {
			await this.reaches(boxes.and(this.page.locator(`[value="${value}"]`)));
			await this.page.keyboard.press("Space");
		}
	}
}

/** The line that opens what something is folded into. */
export function summaryOver(hidden: Locator): Locator {
	return hidden.locator("xpath=ancestor::details[1]/summary");
}

/** How many answers of a list lie between the one that is chosen and another; negative when it is before. */
function answersAway(element: Element, wanted: string): number | undefined {
	const { options, selectedIndex } = element as HTMLSelectElement;
	const at = [...options].findIndex((option) => option.value === wanted);
	return at < 0 ? undefined : at - selectedIndex;
}

/**
 * How many stops of Tab lie between what has the focus and an element; negative when it is before.
 *
 * @returns nothing where the element was drawn anew since it was found
 */
function stopsAway(target: Element): number | undefined {
	if (!target.isConnected) return undefined;
	const { activeElement } = document;
	if (!activeElement || activeElement === target) return 0;
	const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
	const stops = [...document.querySelectorAll<HTMLElement>(all)].filter(
		(stop) =>
			stop.tabIndex >= 0 &&
			!stop.matches(":disabled") &&
			stop.checkVisibility({ visibilityProperty: true }),
	);
	const order: Element[] = stops;
	const to = order.indexOf(target);
	if (to < 0) throw new Error("The keyboard does not stop there.");
	const from = order.indexOf(activeElement);
	if (from >= 0) return to - from;
	// A heading has the focus, which is no stop: the next one is the first behind it.
	const next = stops.findIndex(
		(stop) =>
			(activeElement.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
	);
	if (next < 0) return to - stops.length;
	return to >= next ? to - next + 1 : to - next;
}
