import { noticed, opened } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

const step = "Accueillir le signe et se poser";
const acted = "Quelqu'un a agi depuis que vous avez ouvert cette page.";

test("two people answer the same page: the second is told, keeps the answer, and records it if it still fits", async ({
	enter,
}) => {
	const first = await enter("Éducatrice A");
	const second = await enter("Cheffe de service A");
	await opened(first);
	await second.findsByCode(await first.code());

	await second.goesToStep(step);
	await second.page.getByRole("radio", { name: "Signe accueilli" }).check();
	await first.raises("Passage à la majorité");
	await second.presses("Enregistrer cette réponse");

	await expect(second.page.getByRole("alert")).toContainText(acted);
	await expect(second.page.getByRole("radio", { name: "Signe accueilli" })).toBeChecked();

	await second.presses("Enregistrer cette réponse");
	await expect(second.page.getByText("Réponse enregistrée à")).toBeVisible();
});

test("two people answer the same step: it is recorded once, and the second reads what happened", async ({
	enter,
}) => {
	const first = await enter("Éducatrice A");
	const second = await enter("Cheffe de service A");
	await opened(first);
	await second.findsByCode(await first.code());

	await first.goesToStep(step);
	await second.goesToStep(step);
	await first.page.getByRole("radio", { name: "Signe accueilli" }).check();
	await second.page.getByRole("radio", { name: "Signe accueilli" }).check();
	await first.presses("Enregistrer cette réponse");
	await expect(first.page.getByText("Réponse enregistrée à")).toBeVisible();
	await second.presses("Enregistrer cette réponse");

	await expect(second.page.getByRole("alert")).toContainText(acted);
	await expect(second.page.getByRole("alert")).toContainText("n'attend plus de réponse");
	await second.returns();
	await expect(second.happened(step)).toHaveCount(1);
});

for (const javaScriptEnabled of [true, false]) {
	const browser = javaScriptEnabled ? "a browser" : "a browser without JavaScript";

	test(`a double click in ${browser} records once, and is no error`, async ({ enter }) => {
		const street = await enter("Éducatrice A", { javaScriptEnabled });
		await opened(street);

		await street.goesToStep(step);
		await street.page.getByRole("radio", { name: "Signe accueilli" }).check();
		await street.page.getByRole("button", { name: "Enregistrer cette réponse" }).dblclick();

		await expect(street.page.getByText("Réponse enregistrée à")).toBeVisible();
		await expect(street.happened(step)).toHaveCount(1);
		await expect(street.todo()).toHaveText(["Croiser les regards avec la grille de signes"]);
	});
}

test("what a slow network sends again is recorded once, and answered as the first time", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A", { javaScriptEnabled: false });
	await opened(street);
	await street.goesToStep(step);
	await street.page.getByRole("radio", { name: "Signe accueilli" }).check();
	const sending = street.page.waitForRequest((request) => request.method() === "POST");
	await street.presses("Enregistrer cette réponse");
	const sent = await sending;
	await expect(street.page.getByText("Réponse enregistrée à")).toBeVisible();

	const headers = { ...(await sent.allHeaders()), origin: new URL(sent.url()).origin };
	const again = await street.page.request.fetch(sent, { headers, maxRedirects: 0 });

	expect(again.status()).toBe(303);
	await street.returns();
	await expect(street.happened(step)).toHaveCount(1);
});

test("a handoff that is sent twice is one handoff", async ({ enter }) => {
	const street = await enter("Éducatrice A");
	await noticed(street);
	await street.prepares("Transmettre l'information préoccupante", {});
	await street.presses("Vérifier avant de transmettre");

	await street.page.getByRole("button", { name: /^Transmettre à/ }).dblclick();

	await expect(street.page.getByText("À vous dire au téléphone")).toBeVisible();
	await street.returns();
	await expect(street.happened("Envoyée à CRIP de l'Aubépine")).toHaveCount(1);
});
