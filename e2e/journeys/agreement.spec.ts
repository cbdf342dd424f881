import type { Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import { paths } from "#app/paths.ts";
import { enter, expect, type OwnRelais, test } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { say } from "../support/words.ts";

const { agreement, changes } = fr;
const phone = { width: 390, height: 844 };
const protocolB = "reference-b";

test("a draft is agreed by two structures, published by a second person, and opens a situation", async ({
	page,
	relais,
}) => {
	test.setTimeout(120_000);
	const draftId = draftIn(relais);

	await test.step("the coordinator takes the consultation back, and opens it again", async () => {
		await enter(page, relais, coordinator);
		await page.goto(paths.draftDifference(draftId));
		await expect(page.getByText("avant\u00a0: 2\u00a0jours ouvrés").first()).toBeVisible();
		await page.goto(paths.draftConsultation(draftId));
		await expect(
			page.getByText(say(agreement.consult.holdsNot, { signed: 1, needed: 2 })),
		).toBeVisible();
		await page.getByRole("button", { name: agreement.consult.withdraw }).click();
		await expect(page.getByText(agreement.consult.saved.withdraw)).toBeVisible();
		await page.getByRole("button", { name: agreement.consult.submit }).click();
		await expect(page.getByText(agreement.consult.saved.open)).toBeVisible();
	});

	await test.step("the CRIP reads what changes for it on a phone, and agrees with a reservation", async () => {
		await page.setViewportSize(phone);
		await fromOnesDay(page, relais, "responsable-crip-a");
		const own = page.getByRole("listitem").filter({ hasText: agreement.yours.carries.keeps });
		await expect(own).toHaveCount(1);
		await expect(own).toContainText("maintenant\u00a0: 3\u00a0jours ouvrés");
		await page.getByRole("button", { name: agreement.answer.submit }).click();
		await expect(page.getByRole("alert")).toContainText(agreement.mistakes.answer);
		await page.getByLabel("D'accord avec une réserve").check();
		await page.getByLabel(agreement.answer.objection).selectOption("MEANS_MISSING");
		await page.getByRole("button", { name: agreement.answer.submit }).click();
		await countersigns(page);
	});

	await test.step("a professional of the ASE answers, and their manager countersigns", async () => {
		await fromOnesDay(page, relais, "referent-ase-a");
		await page.getByLabel("D'accord", { exact: true }).check();
		await page.getByRole("button", { name: agreement.answer.submit }).click();
		await expect(page.getByText(agreement.answer.unsigned)).toBeVisible();
		await expect(page.getByRole("button", { name: agreement.answer.sign })).toHaveCount(0);

		await fromOnesDay(page, relais, "cadre-ase-a");
		await countersigns(page);
	});

	await test.step("the author cannot publish; a manager stands in for the second coordinator", async () => {
		await page.setViewportSize({ width: 1280, height: 900 });
		await enter(page, relais, coordinator);
		await page.goto(paths.draftPublication(draftId));
		await acceptsWarnings(page);
		await expect(page.getByText(agreement.publish.approval.author)).toBeVisible();
		await expect(page.getByRole("button", { name: agreement.publish.submit })).toHaveCount(0);

		await enter(page, relais, "responsable-crip-a");
		await page.goto(paths.consultations());
		await page
			.getByRole("link", { name: titleOf(relais) })
			.first()
			.click();
		await page.getByRole("link", { name: agreement.answer.approve }).click();
		await page.getByRole("button", { name: agreement.publish.submit }).click();
		await expect(page.getByText(agreement.publish.done)).toBeVisible();
		await page.getByRole("link", { name: agreement.publish.toProtocol }).click();
		await expect(page.getByRole("heading", { name: changes.news.title })).toBeVisible();
	});

	await test.step("a situation opens under the version that was published", async () => {
		await enter(page, relais, "educatrice-a");
		await page.goto(`${paths.newSituation()}?protocol=${protocolB}`);
		await page.getByLabel("15 à 17 ans").check();
		await page.getByRole("button", { name: fr.situations.opening.submit }).click();
		await expect(page).toHaveURL(/\/situations\/[\w-]{22}/);
		expect(latestOf(relais)).toBe(publishedIn(relais));
	});
});

/** From the notice of one's day to the consultation that waits. */
async function fromOnesDay(page: Page, relais: OwnRelais, memberId: string): Promise<void> {
	await enter(page, relais, memberId);
	await page.goto(paths.myDay());
	await page.getByRole("link", { name: fr.myDay.consultations.act }).click();
	const waiting = page.getByRole("listitem").filter({ hasText: /attendu/ });
	await waiting.getByRole("link").first().click();
	await expect(page.getByRole("heading", { name: agreement.yours.title })).toBeVisible();
}

async function countersigns(page: Page): Promise<void> {
	await page.getByRole("button", { name: agreement.answer.sign }).click();
	await expect(page.getByText(agreement.answer.saved.sign)).toBeVisible();
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

function draftIn({ store }: OwnRelais): string {
	const query = "select draft_id id from consultations where protocol_id = ?";
	return store.first<{ id: string }>(query, protocolB).id;
}

function titleOf({ store }: OwnRelais): string {
	const query = "select document from drafts where protocol_id = ?";
	return JSON.parse(store.first<{ document: string }>(query, protocolB).document).title.fr;
}

function publishedIn({ store }: OwnRelais): string {
	const query =
		"select version_hash hash from consultations where protocol_id = ? and state = 'published'";
	return store.first<{ hash: string }>(query, protocolB).hash;
}

function latestOf({ store }: OwnRelais): string {
	const query = "select version_hash hash from situations order by pk desc limit 1";
	return store.first<{ hash: string }>(query).hash;
}
