import { noticed } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

test("a runaway crosses a handoff: what arrives meanwhile counts, and the return plans again", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A");
	const crip = await enter("Réception CRIP A");
	const pausing = "Les délais des étapes ordinaires sont en pause";

	await noticed(street);
	const report = await street.handsOff("Transmettre l'information préoccupante");

	await test.step("the young person leaves while the CRIP has not answered", async () => {
		await street.raises("Fugue ou absence");
		await expect(street.page.getByText("« Fugue ou absence » est en cours")).toBeVisible();
		await expect(street.page.getByText(pausing)).toBeVisible();
		await expect(street.elsewhere()).toContainText(["en pause"]);
	});

	await test.step("the acknowledgement arrives all the same, and counts", async () => {
		await crip.receives(report);
		await crip.does("ACKNOWLEDGE", report);

		await street.opensHandoff(report);
		await expect(street.page.getByText("Reçue, à étudier").first()).toBeVisible();
		await street.returns();
		await expect(street.page.getByText(pausing)).toBeVisible();
	});

	await test.step("danger is raised beside: two interruptions at once", async () => {
		await street.raises("Danger immédiat", "J'ai appelé, je déclare le danger immédiat");
		await expect(street.page.getByText("« Fugue ou absence » est en cours")).toBeVisible();
		await expect(street.page.getByText("« Danger immédiat » est en cours")).toBeVisible();
		await expect(street.page.getByText("ordinaires continuent")).toBeHidden();
		await expect(street.todo()).toHaveText([
			"Urgence : protéger tout de suite",
			"Fugue, rupture ou nouvelle exposition",
		]);
	});

	await test.step("the CRIP accepts: it holds the course, the street holds what is urgent", async () => {
		await crip.accepts(report, "Réception CRIP A");
		await expect(crip.page.getByText("Vous tenez : le parcours")).toBeVisible();
		await expect(crip.page.getByText("en pause").first()).toBeVisible();

		await street.returns();
		await expect(street.page.getByText("CRIP de l'Aubépine tient : le parcours")).toBeVisible();
		await expect(
			street.page.getByText("Vous tenez : Fugue ou absence, Danger immédiat"),
		).toBeVisible();
	});

	await test.step("the danger passes while the young person is still away", async () => {
		await street.answers("Urgence : protéger tout de suite", "Jeune en sécurité");
		const duty = await street.handsOff("Urgence : signaler au parquet");
		await street.does("DECLARE_ACCEPTED", duty, { "Comment l'avez-vous appris ?": "Téléphone" });
		await street.answers("Voir si un abri est nécessaire", "Déjà à l'abri");
		await street.answers("Décider de la suite, le danger passé", "Reprendre là où l'on était", {
			"Niveau d'inquiétude": "Danger",
			"Voie officielle utilisée": "Les deux",
		});
		await expect(street.page.getByText("« Danger immédiat » est en cours")).toBeHidden();
		await expect(street.page.getByText(pausing)).toBeVisible();
	});

	await test.step("the return is welcomed, and the partners plan again", async () => {
		const returned = { Fugue: "De retour depuis moins de 7 jours" };
		await street.answers("Fugue, rupture ou nouvelle exposition", "De retour", returned);
		await street.answers("Accueillir le retour", "Accueilli, revoir le plan ensemble", returned);
		await expect(street.page.getByText(pausing)).toBeHidden();

		await crip.returns();
		await expect(crip.elsewhere()).toContainText(["Réunion courte des partenaires"]);
		await expect(crip.page.getByText("en pause")).toHaveCount(0);
	});
});
