import { noticed, opened } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

const plain = { javaScriptEnabled: false };

test("without JavaScript, a situation is opened, followed, handed off, acknowledged, accepted and answered", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A", plain);
	const crip = await enter("Réception CRIP A", plain);

	await noticed(street);
	await expect(street.page).toHaveTitle("Espace professionnel");
	const report = await street.handsOff("Transmettre l'information préoccupante");
	await expect(street.page.getByText("À vous dire au téléphone")).toBeVisible();

	await crip.receives(report);
	await crip.does("ACKNOWLEDGE", report, { "Comment avez-vous reçu l'identité ?": "Téléphone" });
	await crip.accepts(report, "Évaluatrice CRIP A");
	await expect(crip.page.getByText("Vous tenez cette situation")).toBeVisible();
	await crip.answers("Première analyse par la CRIP", "Qualifiée, danger", {
		"Niveau d'inquiétude": "Danger",
	});

	await street.returns();
	await expect(street.partners()).toContainText(["1 en cours"]);
	await expect(street.page.getByText("Réunion courte des partenaires")).toHaveCount(0);
});

test("without JavaScript, an empty form is refused in words that lead to the fields", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A", plain);
	await opened(street);
	await street.answers("Accueillir le signe et se poser", "Signe accueilli");
	await street.goesToStep("Croiser les regards avec la grille de signes");

	const answered = street.page.waitForResponse(
		(response) => response.request().method() === "POST",
	);
	await street.presses("Enregistrer cette réponse");

	expect((await answered).status()).toBe(422);
	const alert = street.page.getByRole("alert");
	await expect(alert).toContainText("Rien n'est enregistré");
	await alert.getByRole("link", { name: "Choisissez une réponse." }).click();
	await expect(street.page.getByRole("radio", { name: "Inquiétude levée" })).toBeFocused();
	await alert.getByRole("link", { name: "Dites comment l'étape se conclut." }).click();
	await expect(street.page.getByRole("radio", { name: "Rester attentif" })).toBeFocused();
});
