import type { Page } from "@playwright/test";
import { awake } from "../security/watch.ts";

/** Fields to send otherwise than they stand; `null` leaves one out. */
export type Changes = Record<string, string | null>;

/**
 * Sends the form of the page as a browser without JavaScript would.
 *
 * @param answered the first answer is given to every question
 * @returns the status of the page that comes back
 */
export async function send(page: Page, changes: Changes = {}, answered = true): Promise<number> {
	// What is added to a page before its scripts know it would be a page that they did not write.
	if (page.url().startsWith("http")) await awake(page);
	const back = page.waitForResponse(
		(response) => response.request().isNavigationRequest() && response.status() !== 303,
	);
	const loaded = page.waitForEvent("load");
	const main = page.locator("main form").first();
	await main.evaluate(
		(element, { changes, answered }) => {
			const form = element as HTMLFormElement;
			const controls = () =>
				[...form.elements] as (HTMLInputElement | HTMLSelectElement | HTMLButtonElement)[];
			if (answered) for (const control of controls()) answer(control);
			for (const [name, value] of Object.entries(changes)) change(name, value);
			// Once this script is over: leaving the page would cut it.
			setTimeout(() => form.submit());

			function answer(control: ReturnType<typeof controls>[number]) {
				if (control instanceof HTMLSelectElement) choose(control);
				if (control instanceof HTMLInputElement) fill(control);
			}

			function choose(list: HTMLSelectElement) {
				if (list.value === "") list.selectedIndex = 1;
			}

			function fill(control: HTMLInputElement) {
				if (control.type === "date") control.value = control.max;
				if (control.type !== "radio" && control.type !== "checkbox") return;
				control.checked ||= !isChosen(control.name);
			}

			function named(name: string) {
				return controls().filter((control) => control.name === name);
			}

			function isChosen(name: string) {
				return named(name).some((one) => one instanceof HTMLInputElement && one.checked);
			}

			function change(name: string, value: string | null) {
				for (const control of named(name)) pick(control, value);
				if (value === null || isChosen(name)) return;
				const added = document.createElement("input");
				Object.assign(added, { type: "hidden", name, value });
				form.append(added);
			}

			function pick(control: ReturnType<typeof controls>[number], value: string | null) {
				const radio = control instanceof HTMLInputElement && control.type === "radio";
				if (radio) control.checked = control.value === value;
				else control.disabled = true;
			}
		},
		{ changes, answered },
	);
	const answer = await back;
	await loaded;
	return answer.status();
}
