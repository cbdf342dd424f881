import { noticed } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

test("a structure declines, and the handoff goes to another one that accepts", async ({
	enter,
}) => {
	const home = await enter("Cadre de foyer A");
	const ase = await enter("Cadre ASE A");
	const team = await enter("Intervenant B");
	const association = await enter("Accueil association A");

	await test.step("a care home informs the ASE, which becomes part of it", async () => {
		await home.opens("Mineur déjà confié : fugue et retour", { "Tranche d'âge": "15 à 17 ans" });
		await home.answers("Repérer dans la vie de tous les jours", "Signe posé en équipe");
		await home.answers("Point d'équipe avec la grille de signes", "Risque", {
			"Niveau d'inquiétude": "Risque de danger",
		});
		const notice = await home.handsOff("Prévenir l'ASE");
		await ase.receives(notice);
		await ase.accepts(notice, "Cadre ASE A");
		await ase.answers("Informer le juge, signaler s'il y a lieu", "Écrire au juge", {
			"Voie officielle utilisée": "Note au juge des enfants",
		});
	});

	const request = await test.step("the first team says why it declines", async () => {
		const number = await ase.handsOff("Demander un appui spécialisé", {
			to: "Équipe mobile du Roseau",
		});
		await team.receives(number);
		await team.does("ACKNOWLEDGE", number);
		await team.does("DECLINE", number, { "Pour quelle raison ?": "Saturation" });
		await expect(team.page.getByText("ASE du Noyer la tient.")).toBeVisible();

		await ase.opensHandoff(number);
		await expect(ase.page.getByText("Refus à traiter")).toBeVisible();
		await expect(ase.page.getByText("Raison : Saturation").first()).toBeVisible();
		await expect(ase.page.getByText("Vous tenez cette partie.")).toBeVisible();
		return number;
	});

	await test.step("the ASE asks another one", async () => {
		await ase.does("REROUTE", request, {
			"Pour quelle raison ?": "Saturation",
			"Vers quelle structure ?": "Association spécialisée de la Loutre",
		});
		await expect(ase.page.getByText("Réorientée").first()).toBeVisible();

		const next = await ase.followsSuccessor(request, "Association spécialisée de la Loutre");
		await association.receives(next);
		await association.accepts(next, "Intervenante A");
		await association.opensHandoff(next);
		await expect(association.page.getByText("Vous la tenez depuis le")).toBeVisible();

		await ase.opensHandoff(next);
		await expect(
			ase.page.getByText("Association spécialisée de la Loutre la tient depuis le"),
		).toBeVisible();
		await team.opensHandoff(request);
		await expect(team.page.getByText("Réorientée").first()).toBeVisible();
	});
});

test("a refusal is closed only with the next decision", async ({ enter }) => {
	const street = await enter("Éducatrice A");
	const crip = await enter("Réception CRIP A");
	await noticed(street);
	const report = await street.handsOff("Transmettre l'information préoccupante");

	await crip.receives(report);
	await crip.does("DECLINE", report, {
		"Pour quelle raison ?": "Éléments insuffisants transmis par la voie sécurisée",
	});
	await expect(crip.page.getByText("Prévention spécialisée du Tilleul la tient.")).toBeVisible();

	await street.opensHandoff(report);
	await expect(street.page.getByText("Refus à traiter")).toBeVisible();
	await street.goesToAct("RECORD_REFUSAL", report);
	await street.presses("Acter le refus");
	await expect(street.page.getByRole("alert")).toContainText("Choisissez la suite.");

	await street.does("RECORD_REFUSAL", report, {
		"Et maintenant ?": "La situation passe à une autre étape",
		"Si la situation passe à une autre étape, laquelle ?":
			"Non reprise par la CRIP : revoir la voie",
	});
	await expect(street.page.getByText("Refus acté").first()).toBeVisible();

	await street.returns();
	await expect(street.todo()).toHaveText(["Choisir la voie officielle"]);
	await expect(street.page.getByText("Vous tenez cette situation")).toBeVisible();
});
