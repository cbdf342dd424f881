import { spellCode } from "#app/i18n/spelling.ts";
import { noticed } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

test("the sheet to print says the number, how to spell it, and nothing else", async ({ enter }) => {
	const street = await enter("Éducatrice A");
	await noticed(street);
	const number = await street.handsOff("Transmettre l'information préoccupante");

	const opening = street.page.waitForEvent("popup");
	await street.page.getByRole("link", { name: "Feuille à imprimer (numéro seul)" }).click();
	const slip = await opening;

	const spelt = spellCode(number).flatMap((group) =>
		group.map(({ symbol, word }) => `${symbol} ${word}`),
	);
	const all = ["Ne rien écrire sur cette feuille.", number, ...spelt].join("").replaceAll(" ", "");
	const said = async () => (await slip.locator("body").innerText()).replaceAll(/\s/g, "");
	await expect(slip.getByRole("heading", { name: number })).toBeVisible();
	expect(await said()).toBe(all);
	await expect(slip).toHaveTitle("Espace professionnel");
	await expect(slip.locator("svg, img")).toHaveCount(0);
	await slip.emulateMedia({ media: "print" });
	expect(await said()).toBe(all);
});
