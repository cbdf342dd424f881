import { noticed } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

test("the sheet to print holds the number of the handoff and nothing else", async ({ enter }) => {
	const street = await enter("Éducatrice A");
	await noticed(street);
	const number = await street.handsOff("Transmettre l'information préoccupante");

	const opening = street.page.waitForEvent("popup");
	await street.page.getByRole("link", { name: "Feuille à imprimer (numéro seul)" }).click();
	const slip = await opening;

	await expect(slip.getByRole("heading", { name: number })).toBeVisible();
	await expect(slip.locator("body")).toHaveText(number);
	await expect(slip).toHaveTitle("Espace professionnel");
	await slip.emulateMedia({ media: "print" });
	await expect(slip.locator("body")).toHaveText(number);
});
