import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "../support/patience.ts";
import { test } from "../support/test.ts";

const password = "quatre chevaux lisent";

test("a structure begins: its manager is invited, invites a colleague, and closes them out again", async ({
	browser,
	enter,
}) => {
	const contexts: BrowserContext[] = [];
	const coordination = await enter("Coordinatrice A");
	const name = "Foyer du Bouleau";

	const link =
		await test.step("the coordinator adds a structure and invites its manager", async () => {
			const { page } = coordination;
			await page.goto("/account");
			await page.getByRole("link", { name: "Tenir l'annuaire" }).click();
			await page.getByRole("link", { name: "Ajouter une structure" }).click();
			await page.getByLabel("Nom", { exact: true }).fill(name);
			await page.getByLabel("Ce qu'elle est").selectOption({ label: "Lieu d'accueil" });
			await page.getByRole("button", { name: "Ajouter la structure" }).click();
			await expect(page.getByText("Structure ajoutée.")).toBeVisible();

			await page.getByRole("link", { name: `Inviter la personne responsable ${name}` }).click();
			return invites(page, "Responsable du foyer B");
		});

	const manager = await test.step("the manager joins with the link", async () => {
		const page = await stranger(browser, contexts);
		await joins(page, link, { name: "C. Exemple", email: "cheffe@bouleau.invalid" });
		await expect(page.getByText(`Vous agissez pour : ${name}`)).toBeVisible();
		return page;
	});

	const colleagueLink = await test.step("the manager invites a colleague", async () => {
		await manager.goto("/structure/members");
		await manager.getByRole("link", { name: "Inviter un ou une collègue" }).click();
		return invites(manager, "Éducatrice du foyer B");
	});

	const colleague =
		await test.step("the colleague joins, and the link is worth nothing more", async () => {
			const page = await stranger(browser, contexts);
			await joins(page, colleagueLink, { name: "E. Exemple", email: "educatrice@bouleau.invalid" });
			await expect(page.getByText(`Vous agissez pour : ${name}`)).toBeVisible();

			const other = await stranger(browser, contexts);
			await other.goto(colleagueLink);
			await expect(
				other.getByRole("heading", { name: "Ce lien n'ouvre plus rien", level: 1 }),
			).toBeVisible();
			return page;
		});

	await test.step("the manager closes the colleague's access: their next request is refused", async () => {
		await manager.goto("/structure/members");
		await manager.getByRole("link", { name: "Éducatrice du foyer B" }).click();
		await manager.getByRole("button", { name: "Fermer l'accès maintenant" }).click();
		await expect(manager.getByText("Accès fermé : ses sessions sont terminées.")).toBeVisible();

		await colleague.getByRole("link", { name: "Annuaire" }).click();
		await expect(colleague.getByRole("heading", { name: "Bonjour", level: 1 })).toBeVisible();
		await expect(colleague.getByText("Vos droits ou votre compte ont changé")).toBeVisible();
	});

	await Promise.all(contexts.map((context) => context.close()));
});

/** Somebody who is not signed in, in a browser of their own. */
async function stranger(browser: Browser, contexts: BrowserContext[]): Promise<Page> {
	const context = await browser.newContext();
	contexts.push(context);
	return context.newPage();
}

/** Fills the form that invites, and gives the link that is shown once. */
async function invites(page: Page, label: string): Promise<string> {
	await page.getByLabel("Nom vu par les partenaires").fill(label);
	await page.getByRole("button", { name: "Créer le lien" }).click();
	const link = page.getByLabel("Lien", { exact: true });
	await expect(link).toBeVisible();
	return link.inputValue();
}

async function joins(page: Page, link: string, who: { name: string; email: string }) {
	await page.goto(link);
	await page.getByLabel("Votre nom").fill(who.name);
	await page.getByLabel("Adresse e-mail professionnelle").fill(who.email);
	await page.getByLabel("Mot de passe").fill(password);
	await page.getByRole("button", { name: "Créer mon compte" }).click();
	await expect(page.getByRole("heading", { name: "Ma journée", level: 1 })).toBeVisible();
}
