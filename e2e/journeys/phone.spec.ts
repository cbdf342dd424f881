import { opened } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("on a phone, danger shows the telephone numbers first, then records", async ({ enter }) => {
	const street = await enter("Éducatrice A", phone);
	await opened(street);
	const { page } = street;
	const main = page.getByRole("main");

	await main.getByRole("link", { name: "Danger immédiat" }).tap();
	await expect(street.title()).toHaveText("Danger immédiat : appelez d'abord");
	const police = main.getByRole("link", { name: /^17/ });
	const declare = main.getByRole("button", { name: "J'ai appelé, je déclare le danger immédiat" });
	await expect(police).toHaveAttribute("href", "tel:17");
	await expect(police).toBeInViewport();
	await expect(declare).not.toBeInViewport();

	await declare.tap();
	await expect(page.getByText("« Danger immédiat » est en cours")).toBeVisible();
	await expect(street.todo().first()).toHaveText("Urgence : protéger tout de suite");

	await main.getByRole("link", { name: "Répondre à cette étape : Urgence" }).tap();
	await main.getByRole("radio", { name: "Jeune en sécurité" }).tap();
	await main.getByRole("button", { name: "Enregistrer cette réponse" }).tap();
	await expect(page.getByText("Réponse enregistrée à")).toBeVisible();
});

test("on a phone, no page is wider than the screen", async ({ enter }) => {
	const street = await enter("Éducatrice A", phone);
	await opened(street);
	for (const name of ["Ma journée", "Protocoles", "Annuaire", "Mon compte"]) {
		await expect(street.page.getByRole("main")).toBeInViewport();
		const width = await street.page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(390);
		await street.page
			.getByRole("navigation", { name: "Navigation principale" })
			.getByRole("link", { name })
			.tap();
		await expect(street.title()).toBeVisible();
	}
});
