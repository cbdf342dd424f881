import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expect, realPassword, test, withDevice } from "../security/real-relais.ts";
import { desk, expectFitAtAnySize } from "./any-size.ts";
import { expectNoViolation } from "./checks.ts";

/* What is shown only where people are real: the second factor, and what goes with it. */

test("at any size, with any help: choosing a second factor", async ({ page }) => {
	await page.setViewportSize(desk);
	await entersPassword(page, "spotter");
	await page.getByRole("button", { name: "Créer une clé d'accès" }).waitFor();

	await expectFitAtAnySize(page);
});

test("at any size, with any help: an application of codes at the first visit", async ({ page }) => {
	await page.setViewportSize(desk);
	await entersPassword(page, "spotter");
	await page.goto(`${paths.enrolment()}?with=codes`);

	await expectFitAtAnySize(page);
});

test("at any size, with any help: giving a second factor", async ({ page }) => {
	await page.setViewportSize(desk);
	await withDevice(page);
	await entersPassword(page, "spotter-2");
	await page.getByRole("button", { name: "Créer une clé d'accès" }).click();
	await expect(title(page)).toHaveText("Ma journée");
	await page.getByRole("button", { name: "Verrouiller" }).click();
	await page.getByRole("button", { name: "Terminer la session" }).click();
	await entersPassword(page, "spotter-2");
	await page.getByRole("button", { name: "Utiliser ma clé d'accès" }).waitFor();

	await expectFitAtAnySize(page);
});

test("at any size, with any help: changing one's password", async ({ page }) => {
	await page.setViewportSize(desk);
	await withDevice(page);
	await entersPassword(page, "spotter-3");
	await page.getByRole("button", { name: "Créer une clé d'accès" }).click();
	await expect(title(page)).toHaveText("Ma journée");
	await page.goto(paths.accountPassword());

	await expectFitAtAnySize(page);
});

test("a passkey that does not answer is said in words that every reader hears", async ({
	page,
}) => {
	const device = await withDevice(page);
	await device.knows(false);
	await page.goto(paths.signIn());
	await page.getByRole("button", { name: "Entrer avec ma clé d'accès" }).click();

	await expect(page.getByRole("status").getByText("La clé d'accès n'a pas répondu")).toBeVisible();
	await expectNoViolation(page);
});

async function entersPassword(page: Page, person: string): Promise<void> {
	await page.goto(paths.signIn());
	await page.getByLabel("Adresse e-mail professionnelle").fill(`${person}@exemple.invalid`);
	await page.getByLabel("Mot de passe", { exact: true }).fill(realPassword);
	await page.getByRole("button", { name: "Me connecter" }).click();
}

function title(page: Page) {
	return page.getByRole("heading", { level: 1 });
}
