import type { Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import { paths } from "#app/paths.ts";
import { enter, type OwnRelais } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { expect } from "./patience.ts";

const { agreement } = fr;

/** What is agreed on: a draft, and the title of its protocol. */
type Agreed = { draftId: string; title: string };

/** The draft goes into consultation; the two structures that must sign do; a second person publishes. */
export async function agreesAndPublishes(
	page: Page,
	relais: OwnRelais,
	{ draftId, title }: Agreed,
): Promise<void> {
	await page.goto(paths.draftConsultation(draftId));
	await page.getByRole("button", { name: agreement.consult.submit }).click();
	await expect(page.getByText(agreement.consult.saved.open)).toBeVisible();
	for (const manager of ["responsable-crip-a", "cadre-ase-a"]) {
		await enter(page, relais, manager);
		await opensConsultation(page, title);
		await page.getByLabel("D'accord", { exact: true }).check();
		await page.getByRole("button", { name: agreement.answer.submit }).click();
		await page.getByRole("button", { name: agreement.answer.sign }).click();
		await expect(page.getByText(agreement.answer.saved.sign)).toBeVisible();
	}
	await enter(page, relais, coordinator);
	await page.goto(paths.draftPublication(draftId));
	await acceptsWarnings(page);
	await expect(page.getByText(agreement.publish.approval.author)).toBeVisible();

	await enter(page, relais, "responsable-crip-a");
	await opensConsultation(page, title);
	await page.getByRole("link", { name: agreement.answer.approve }).click();
	await page.getByRole("button", { name: agreement.publish.submit }).click();
	await expect(page.getByText(agreement.publish.done)).toBeVisible();
}

/** The consultation about a protocol that is still open. */
async function opensConsultation(page: Page, title: string): Promise<void> {
	await page.goto(paths.consultations());
	const open = page.getByRole("listitem").filter({ hasText: title });
	await open.filter({ hasText: "ouverte le" }).getByRole("link").first().click();
	await expect(page.getByRole("heading", { name: agreement.yours.title })).toBeVisible();
}

/** Gives a reason for each warning that the checker has about the version. */
async function acceptsWarnings(page: Page): Promise<void> {
	const accept = page.getByRole("button", { name: agreement.publish.accept });
	for (let left = await accept.count(); left > 0; left -= 1) {
		await page.getByLabel(agreement.publish.reason).first().selectOption("KNOWN");
		await accept.first().click();
		await expect(accept).toHaveCount(left - 1);
	}
}
