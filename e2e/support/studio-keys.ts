import type { Locator, Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import { Hand } from "./hand.ts";
import { expect } from "./patience.ts";

const { studio } = fr;

/** Somebody who writes a draft on the studio's own page, by keyboard alone. */
export class StudioHand extends Hand {
	/** The name of the part that is open. */
	get openPart(): string {
		return new URL(this.page.url()).searchParams.get("open")?.split(":").at(-1) ?? "";
	}

	/** The one form of the page that a name begins with. */
	form(name: string): Locator {
		return this.page.locator(`form[data-form^="${name}"]`);
	}

	/** Opens a part from the outline: Escape leads there, its first letters lead to the part. */
	async opens(part: string): Promise<void> {
		const entry = this.page.locator(`#outline [data-part="${part}"]`);
		await this.page.keyboard.press("Escape");
		const inOutline = "#outline [data-part]:focus";
		if ((await this.page.locator(inOutline).count()) === 0) await this.reaches(entry);
		const title = (await entry.getAttribute("data-title")) ?? "";
		await this.page.keyboard.type(plain(title).slice(0, 14));
		const away = await entry.evaluate((link) => {
			const links: (Element | null)[] = [...document.querySelectorAll("#outline [data-part]")];
			return links.indexOf(link) - links.indexOf(document.activeElement);
		});
		await this.holds(away > 0 ? "ArrowDown" : "ArrowUp", Math.abs(away));
		await expect(entry).toBeFocused();
		await this.page.keyboard.press("Enter");
		await expect(this.page).toHaveURL(new RegExp(`open=${encodeURIComponent(part)}`));
		await expect(this.page.locator("#part")).toBeFocused();
	}

	/** Opens the first part of the outline that is called so. */
	async opensNamed(title: string): Promise<void> {
		const entry = this.page.locator(`#outline [data-title="${title}"]`).first();
		await this.opens((await entry.getAttribute("data-part")) ?? "");
	}

	/** Unfolds one of the forms that add something. */
	async adds(name: string): Promise<Locator> {
		const form = this.form(name);
		await this.unfolds(form.locator("xpath=ancestor::details[1]/summary"));
		return form;
	}

	/** Sends a form that adds a part, and waits until that part is open. */
	async sends(form: Locator): Promise<string> {
		const before = this.page.url();
		await this.presses(form.getByRole("button").last());
		await expect(this.page).not.toHaveURL(before);
		await expect(this.page.locator("#part")).toBeFocused();
		return this.openPart;
	}

	/** Writes a text in both languages. */
	async writesBoth(
		form: Locator,
		name: string,
		words: { fr: string; en?: string | undefined } | undefined,
	): Promise<void> {
		await this.writes(form.locator(`[name=${name}Fr]`), words?.fr ?? "");
		await this.writes(form.locator(`[name=${name}En]`), words?.en ?? "");
	}

	/** Leaves the field, and sees that what was written is kept. */
	async saves(): Promise<void> {
		await this.page.keyboard.press("Tab");
		await expect(this.page.getByText(studio.editor.saving)).toHaveCount(0);
		await expect(this.page.getByText(/Enregistré\sà\s\d+\sh\s\d+/)).toBeVisible();
	}
}

/** The keys of a title: letters without their accents, spaces that are spaces. */
function plain(title: string): string {
	return title.normalize("NFKD").replaceAll(/[^ -~]/g, "");
}

/** The page of a draft, at whose keyboard somebody sits. */
export function atKeyboard(page: Page): StudioHand {
	return new StudioHand(page);
}
