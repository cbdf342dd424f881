import { noticed, opened } from "../support/beginnings.ts";
import type { Professional } from "../support/professional.ts";
import { expect, test } from "../support/test.ts";

const plain = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
const twoWords = /^\p{Ll}+, \p{Ll}+$/u;
const sixDigits = /^\d{3} \d{3}$/;

test("two professionals find by voice that they follow the same young person", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A");
	const crip = await enter("Réception CRIP A");
	const school = await enter("Infirmière scolaire A");

	const [first, second] =
		await test.step("the street and the school each send their concern to the CRIP", async () => {
			await noticed(street);
			const report = await street.handsOff("Transmettre l'information préoccupante");
			await crip.receives(report);
			await crip.accepts(report, "Évaluatrice CRIP A");
			await noticed(school);
			const other = await school.handsOff("Transmettre l'information préoccupante");
			await crip.receives(other);
			return [report, other];
		});

	await test.step("the CRIP hears the same identity, and says a number of six digits", async () => {
		await crip.opensSituationOf(first);
		await asks(crip);
		await crip.presses("Obtenir un numéro à dire");
	});
	const number = await says(crip);

	await test.step("the school types it, and both read the same two words", async () => {
		await asks(school);
		await types(school, number);
		await expect(school.page.getByText("Votre situation sera close comme doublon")).toBeVisible();
		const words = (await school.page.getByText(twoWords).textContent()) ?? "";

		await crip.page.getByRole("link", { name: "Voir si l'autre personne l'a tapé" }).click();
		await expect(crip.page.getByText(twoWords)).toHaveText(words);
		await expect(crip.page.getByText("Votre situation reste : l'autre la rejoint.")).toBeVisible();
	});

	await test.step("nothing happens until both have confirmed", async () => {
		await crip.presses("Mêmes mots : c'est la même situation");
		await expect(crip.page.getByText("Vous avez confirmé")).toBeVisible();
		await expect(crip.page.getByText("L'autre personne n'a pas encore confirmé")).toBeVisible();

		await school.presses("Mêmes mots : c'est la même situation");
		await expect(school.page.getByText("les deux situations n'en font plus qu'une")).toBeVisible();
	});

	await test.step("the newer one is closed, and says where it goes on", async () => {
		await expect(school.page.getByText("Cette situation est close")).toBeVisible();
		await expect(school.page.getByText("Motif : Doublon rapproché.").first()).toBeVisible();
		const before = school.alias;
		await school.page.getByRole("link", { name: /^La suite est dans : / }).click();
		await expect(school.page.getByText("Vous êtes ici par une situation rapprochée")).toBeVisible();
		await school.staysHere();
		expect(school.alias).not.toBe(before);
		await expect(school.page.getByText("Prévention spécialisée du Tilleul")).toHaveCount(0);
	});

	await test.step("its handoff goes on with the same people, who are told", async () => {
		await school.opensHandoff(second);
		await expect(school.page.getByText("Deux situations n'en font plus qu'une")).toBeVisible();
		await expect(school.page.getByText("CRIP de l'Aubépine ne la tient pas encore")).toBeVisible();
		await crip.does("DECLINE", second, {
			"Pour quelle raison ?": "Déjà accompagné par une autre structure",
		});
		await school.opensHandoff(second);
		await expect(school.page.getByText("Refus à traiter")).toBeVisible();
	});

	await test.step("what remains goes on as it was", async () => {
		await street.returns();
		await expect(street.page.getByText("CRIP de l'Aubépine la tient depuis")).toBeVisible();
		await expect(street.happened("Une autre situation l'a rejointe")).toBeVisible();
		await expect(street.page.getByText("Collège du Saule")).toHaveCount(0);
		await crip.opensSituationOf(first);
		await expect(crip.todo()).toHaveText(["Première analyse par la CRIP"]);
	});
});

test("on a phone without JavaScript, either of the two says no, and nothing happens", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A", plain);
	const home = await enter("Cadre de foyer A", plain);
	await opened(street);
	await home.opens("Mineur déjà confié : fugue et retour", { "Tranche d'âge": "15 à 17 ans" });

	await asks(street);
	await street.presses("Obtenir un numéro à dire");
	const number = await says(street);
	await asks(home);
	await types(home, "000 000" === number ? "111 111" : "000 000");
	await expect(home.page.getByRole("alert")).toContainText("Ce numéro ne mène à rien");
	await types(home, "12");
	await expect(home.page.getByRole("alert")).toContainText("Il faut six chiffres");
	await types(home, number);
	await expect(home.page.getByText("L'une de vous deux doit agir pour la CRIP")).toBeVisible();
	await home.presses("Ce n'est pas la même, ou les mots diffèrent");
	await expect(home.page.getByText("Rien n'a été rapproché")).toBeVisible();

	await asks(street);
	await expect(street.page.getByText("Rien n'a été rapproché")).toBeVisible();
	await street.returns();
	await expect(street.page.getByText("Vous tenez cette situation")).toBeVisible();
});

async function asks(someone: Professional): Promise<void> {
	await someone.returns();
	await someone.page.getByRole("link", { name: "La même situation qu'une autre ?" }).click();
	await expect(someone.title()).toHaveText("Une même situation ?");
}

async function says(someone: Professional): Promise<string> {
	return (
		(await someone.page.getByRole("status").filter({ hasText: sixDigits }).textContent()) ?? ""
	);
}

async function types(someone: Professional, number: string): Promise<void> {
	await someone.page.getByLabel("Le numéro que vous entendez").fill(number);
	await someone.presses("J'ai entendu ce numéro");
}
