import type { Page } from "@playwright/test";
import { noticed, opened } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

/** Made like a real one, and given to nobody. */
const nobodys = "AAAAAAAAAAAAAAAAAAAAAA";

/** What an address answers to whoever asks for it. */
async function answerOf(page: Page, address: string) {
	const response = await page.goto(address);
	return { status: response?.status(), said: await page.locator("body").ariaSnapshot() };
}

test("what belongs to others is answered like what does not exist", async ({ enter }) => {
	const street = await enter("Éducatrice A");
	const stranger = await enter("Infirmière UAPED A");
	await noticed(street);
	const situation = new URL(street.page.url()).pathname;
	await street.handsOff("Transmettre l'information préoccupante");
	const handoff = new URL(street.page.url()).pathname;

	const absent = await answerOf(stranger.page, "/situations/nothing/at/all");
	expect(absent.status).toBe(404);
	expect(absent.said).toContain("Il n'y a rien à cette adresse");
	for (const address of [
		situation,
		`${situation}/line`,
		`${situation}/steps/send-concern`,
		`${situation}/handoffs/send-concern`,
		`${situation}/interruptions/runaway`,
		`${situation}/lead`,
		`${situation}/duplicate`,
		handoff,
		`${handoff}/accept`,
		`${handoff}/slip`,
		`/situations/${nobodys}`,
		`/handoffs/${nobodys}`,
		`/handoffs/${nobodys}/slip`,
	]) {
		expect.soft(await answerOf(stranger.page, address), address).toEqual(absent);
	}
});

test("a draft is seen by its author's structure only", async ({ enter }) => {
	const street = await enter("Éducatrice A");
	const colleague = await enter("Cheffe de service A");
	const crip = await enter("Réception CRIP A");
	const coordinator = await enter("Coordinatrice A");
	await noticed(street);
	const waiting = await crip.page.getByRole("main").textContent();

	await street.handsOff("Transmettre l'information préoccupante", { draft: true });
	const draft = new URL(street.page.url()).pathname;

	await colleague.page.goto(draft);
	await expect(colleague.page.getByText("seule votre structure le voit")).toBeVisible();
	await crip.page.goto("/my-day");
	expect(await crip.page.getByRole("main").textContent()).toBe(waiting);
	for (const { page } of [crip, coordinator]) {
		expect((await answerOf(page, draft)).status).toBe(404);
	}
});

test("a coordinator sees the handoffs that are stuck, and no answer of any situation", async ({
	enter,
}) => {
	const coordinator = await enter("Coordinatrice A");
	const { page } = coordinator;

	await page
		.getByRole("region", { name: /^À arbitrer/ })
		.getByRole("link")
		.first()
		.click();

	await expect(page.getByText("Vous voyez cette transmission pour la coordination")).toBeVisible();
	await expect(
		page.getByText("Les réponses ne sont lues que par les deux structures."),
	).toBeVisible();
	await expect(page.getByRole("link", { name: /^0\d( \d\d){4}$/ }).first()).toBeVisible();
	await expect(page.getByText(/ans \(|à 17 ans|Donnée et comprise/)).toHaveCount(0);
	await expect(page.getByRole("link", { name: "Ouvrir la situation" })).toHaveCount(0);
});

for (const label of [
	"Administratrice A",
	"Animatrice du réseau A",
	"Déléguée à la protection des données A",
]) {
	test(`${label} sees no situation`, async ({ enter }) => {
		const street = await enter("Éducatrice A");
		await opened(street);
		const situation = new URL(street.page.url()).pathname;
		const someone = await enter(label);

		await expect(someone.title()).toHaveText("Protocoles du territoire");
		await expect(someone.page.getByRole("link", { name: "Ma journée" })).toHaveCount(0);
		for (const address of ["/my-day", "/situations/new", "/situations/find", situation]) {
			expect.soft((await answerOf(someone.page, address)).status, address).toBe(404);
		}
	});
}
