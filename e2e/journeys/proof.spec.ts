import { noticed } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

for (const [how, options] of [
	["with scripts", {}],
	["without JavaScript", { javaScriptEnabled: false }],
] as const) {
	test(`${how}, sending asks again who is in front of the screen, and loses nothing`, async ({
		enter,
	}) => {
		const street = await enter("Éducatrice A", options);
		const { page } = street;
		await noticed(street);
		await street.locksAndResumes();
		await street.returns();
		await street.prepares("Transmettre l'information préoccupante", {});
		const box = page.getByRole("checkbox", { name: "C'est bien moi" });
		await expect(box).toHaveCount(0);
		await street.presses("Vérifier avant de transmettre");
		await expect(
			page.getByRole("heading", { name: "Confirmez que c'est bien vous" }),
		).toBeVisible();
		const read = await page.getByRole("main").getByRole("definition").allTextContents();

		await page.getByRole("button", { name: /^Transmettre à/ }).click();

		await expect(page.getByRole("alert")).toContainText("Cochez la case");
		expect(await page.getByRole("main").getByRole("definition").allTextContents()).toEqual(read);
		await box.check();
		await page.getByRole("button", { name: /^Transmettre à/ }).click();
		await expect(page.getByText("À vous dire au téléphone")).toBeVisible();
	});
}

test("who has just signed in sends without being asked", async ({ enter }) => {
	const street = await enter("Éducatrice A");
	await noticed(street);
	await street.prepares("Transmettre l'information préoccupante", {});

	await street.presses("Vérifier avant de transmettre");

	await expect(street.page.getByRole("button", { name: /^Transmettre à/ })).toBeVisible();
	await expect(
		street.page.getByRole("heading", { name: "Confirmez que c'est bien vous" }),
	).toHaveCount(0);
});
