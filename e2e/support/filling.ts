import type { Page } from "@playwright/test";
import { expect } from "./patience.ts";

/** Answers to a form, by the words of its questions; a list where several boxes are ticked. */
export type Said = Record<string, string | readonly string[]>;

/** Stands for the last day that a date may be. */
export const latestDay = "the latest day";

/** Fills a form as a person does: each question by its words, each answer by its words. */
export async function fill(page: Page, said: Said): Promise<void> {
	for (const [question, answer] of Object.entries(said)) {
		if (typeof answer === "string") await choose(page, question, answer);
		else await tick(page, question, answer);
	}
}

/** Those of some answers that the form on the screen asks for. */
export async function asked(page: Page, said: Said): Promise<Said> {
	const shown = await page.getByRole("radiogroup").allTextContents();
	const isAsked = ([question]: [string, unknown]) =>
		shown.some((text) => text.replaceAll(/\s/g, " ").startsWith(question));
	return Object.fromEntries(Object.entries(said).filter(isAsked));
}

async function tick(page: Page, question: string, answers: readonly string[]): Promise<void> {
	const group = page.getByRole("group", { name: question });
	for (const name of answers) await group.getByRole("checkbox", { name, exact: true }).check();
}

async function choose(page: Page, question: string, answer: string): Promise<void> {
	const radios = page.getByRole("radiogroup", { name: question });
	const list = page.getByRole("combobox", { name: question });
	const day = page.getByLabel(question, { exact: true }).and(page.getByRole("textbox"));
	await expect(radios.or(list).or(day)).toBeVisible();

	if (await radios.isVisible()) {
		await radios.getByRole("radio", { name: answer, exact: true }).check();
	} else if (await list.isVisible()) {
		await list.selectOption({ label: answer });
	} else {
		await day.fill(answer === latestDay ? ((await day.getAttribute("max")) ?? "") : answer);
	}
}
