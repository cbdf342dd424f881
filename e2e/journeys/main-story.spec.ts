import { noticed } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

test("a situation goes from the street to its closure, and somebody always holds it", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A");
	const crip = await enter("Réception CRIP A");
	const care = await enter("Accueil MDA A");
	const coordination = await enter("Chargée de coordination A");

	await test.step("the street educator opens it and follows the first steps", async () => {
		await noticed(street);
		await expect(street.page).toHaveTitle("Espace professionnel");
		await expect(street.page.getByText("Vous tenez cette situation")).toBeVisible();
	});

	const report = await test.step("she hands it to the CRIP, and holds it still", async () => {
		const number = await street.handsOff("Transmettre l'information préoccupante");
		await expect(
			street.page.getByText("Vous tenez cette partie : CRIP de l'Aubépine ne la tient pas encore."),
		).toBeVisible();

		await crip.receives(number);
		await expect(
			crip.page.getByText("Prévention spécialisée du Tilleul vous la transmet"),
		).toBeVisible();
		await expect(crip.page.getByText("quand elle aura accepté")).toBeVisible();
		return number;
	});

	await test.step("the reception says that it has it: received is not accepted", async () => {
		await crip.does("ACKNOWLEDGE", report, { "Comment avez-vous reçu l'identité ?": "Téléphone" });

		await street.opensHandoff(report);
		await expect(street.page.getByText("Reçue, à étudier")).toBeVisible();
		await expect(street.page.getByText("ne la tient pas encore")).toBeVisible();
	});

	await test.step("it accepts with a referent and a date, and holds it from now on", async () => {
		await crip.accepts(report, "Évaluatrice CRIP A");
		await expect(crip.page.getByText("Vous tenez cette situation")).toBeVisible();
		await expect(crip.todo()).toHaveText(["Première analyse par la CRIP"]);

		await street.returns();
		await expect(street.page.getByText("CRIP de l'Aubépine la tient depuis")).toBeVisible();
		await expect(street.todo()).toHaveCount(0);
		expect(street.alias).not.toBe(crip.alias);
	});

	await test.step("the CRIP analyses, the partners meet, a lead worker is found", async () => {
		await crip.answers("Première analyse par la CRIP", "Qualifiée, danger", {
			"Niveau d'inquiétude": "Danger",
		});
		await coordination.findsNew("Réunion courte des partenaires");
		await coordination.answers("Réunion courte des partenaires", "Référent de parcours nommé");
		await expect(coordination.page.getByText("Vous tenez cette situation")).toBeVisible();
		await coordination.entrusts(
			"Choisir qui va vers le jeune",
			"Prévention spécialisée du Tilleul",
		);

		await street.answers("Choisir qui va vers le jeune", "Le lien existe déjà");
		await expect(street.page.getByText("Vous tenez : Lien et accompagnement")).toBeVisible();
	});

	const offer =
		await test.step("the support runs in parallel tracks, and care joins in", async () => {
			await street.answers("Bâtir un plan simple et partagé", "Plan partagé");
			await expect(street.todo()).toHaveCount(6);
			await crip.answers("Cadrer l'évaluation", "Déjà évalué et décidé");
			await street.answers("Parler du soin avec le jeune", "Proposer un soin");
			const number = await street.handsOff("Axe soin", { to: "Maison des adolescents du Lin" });

			await care.receives(number);
			await care.does("ACKNOWLEDGE", number);
			await care.accepts(number, "Accueil MDA A");
			await expect(care.page.getByText("Vous tenez : Soin")).toBeVisible();
			await expect(care.todo()).toHaveText(["Axe soin"]);

			await street.returns();
			await expect(
				street.page.getByText("Maison des adolescents du Lin tient : Soin"),
			).toBeVisible();
			await expect(street.elsewhere()).toContainText(["Acceptée, contact à établir"]);
			return number;
		});

	await test.step("a runaway interrupts, and the young person comes back", async () => {
		await street.raises("Fugue ou absence");
		await expect(
			street.page.getByText("Les délais des étapes ordinaires sont en pause"),
		).toBeVisible();

		await street.answers("Fugue, rupture ou nouvelle exposition", "Absence confirmée", {
			Fugue: "Fugue en cours",
		});
		const search = await street.handsOff("Faire déclarer l'absence");
		await street.does("DECLARE_ACCEPTED", search, { "Comment l'avez-vous appris ?": "Téléphone" });
		await care.does("CONTACT", offer, { "Comment le contact s'est-il fait ?": "En ligne" });

		await street.answers("Garder le lien pendant la fugue", "Retour", {
			Fugue: "De retour depuis moins de 7 jours",
		});
		await street.answers("Accueillir le retour", "Accueilli, reprendre", {
			Fugue: "De retour depuis moins de 7 jours",
		});
		await expect(
			street.page.getByText("Les délais des étapes ordinaires sont en pause"),
		).toBeHidden();
		await expect(street.todo()).toHaveCount(5);
	});

	await test.step("nothing closes while a handoff runs, and the page says so", async () => {
		await street.answers("Point d'étape", "Fin envisagée", {
			"Position du jeune à l'égard de l'aide": "Accepte le lien",
			"Niveau d'inquiétude": "Risque de danger",
			"Horizon de la majorité": "Plus de 12 mois",
		});
		await street.answers("Préparer la majorité et les relais", "Relais en place", {
			"Horizon de la majorité": "Plus de 12 mois",
		});
		await street.goesToStep("Clore en laissant la porte ouverte");
		const refused = street.page.getByRole("region", { name: "Pas possible maintenant" });
		await expect(refused).toContainText("Clôturée");
		await expect(refused).toContainText("Une transmission est encore en cours");
		await expect(street.page.getByRole("radio", { name: "Clôturée" })).toHaveCount(0);
	});

	await test.step("care reports back, the loop is closed, and so is the situation", async () => {
		await care.does("COMPLETE", offer, { "Avec quel résultat ?": "Objectif atteint" });
		await street.does("READ_OUTCOME", offer);
		await expect(street.page.getByText("Objectif atteint").first()).toBeVisible();

		await street.returns();
		await street.answers("Clore en laissant la porte ouverte", "Clôturée", {
			"Motif de clôture": "Mise en sécurité durable, accompagnement abouti",
		});
		for (const someone of [street, crip, care]) {
			await someone.returns();
			await expect(someone.page.getByText("Cette situation est close")).toBeVisible();
			await expect(someone.page.getByText("Personne n'a plus à la tenir")).toBeVisible();
		}
	});
});
