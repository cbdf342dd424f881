import { opened } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

test("a manager sees who read which situation, by the structure's own name, and nobody else does", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A");
	await opened(street);
	await street.returns();
	const { alias } = street;

	await test.step("she sees what she read", async () => {
		await street.page.goto("/account");
		await street.page.getByRole("link", { name: "Mes consultations" }).click();
		const lines = street.page.getByRole("main").getByRole("listitem");
		await expect(lines.filter({ hasText: alias }).first()).toContainText("Page de la situation");
		await street.page.goto("/structure/readings");
		await expect(street.title()).toHaveText("Il n'y a rien à cette adresse");
	});

	await test.step("her manager sees the same, with her label", async () => {
		const manager = await enter("Cheffe de service A");
		await manager.page.goto("/account");
		await manager.page.getByRole("link", { name: "Qui a consulté quoi" }).click();
		const lines = manager.page.getByRole("main").getByRole("listitem");
		await expect(lines.filter({ hasText: alias }).first()).toContainText("Éducatrice A");
		await expect(lines.filter({ hasText: alias }).first()).toContainText("Page de la situation");
	});

	await test.step("a manager of another structure sees nothing of it", async () => {
		const other = await enter("Responsable CRIP A");
		await other.page.goto("/structure/readings");
		await expect(other.title()).toHaveText("Qui a consulté quoi");
		await expect(other.page.getByText(alias)).toHaveCount(0);
	});

	await test.step("the auditor sees the act, and no situation", async () => {
		const auditor = await enter("Déléguée à la protection des données A");
		await auditor.page.goto("/trail");
		const lines = auditor.page.getByRole("main").getByRole("listitem");
		await expect(lines.filter({ hasText: "Situation consultée" }).first()).toContainText(
			"Éducatrice A",
		);
		await expect(auditor.page.getByText(alias)).toHaveCount(0);

		await auditor.page.getByLabel("Genre d'acte").selectOption({ label: "Connexion" });
		await auditor.page.getByRole("button", { name: "Afficher" }).click();
		await expect(lines.filter({ hasText: "Connexion" }).first()).toBeVisible();
		await expect(lines.filter({ hasText: "Situation consultée" })).toHaveCount(0);
	});
});

test("who read what reads in English, and on a phone", async ({ enter }) => {
	const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };
	const manager = await enter("Cheffe de service A", { language: "en", locale: "en-GB", ...phone });
	await manager.page.goto("/structure/readings");

	await expect(manager.title()).toHaveText("Who read what");
	await expect(manager.page.getByText(/^\d+ readings?$/)).toBeVisible();
	const { width, needed } = await manager.page.evaluate(() => ({
		width: document.documentElement.clientWidth,
		needed: document.documentElement.scrollWidth,
	}));
	expect(needed).toBeLessThanOrEqual(width);
});
