import { fr } from "#app/locales/fr.ts";
import { paths } from "#app/paths.ts";
import { enter, expect, test } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";

const { calendar } = fr;
const manager = "principale-adjointe-a";

test("a coordinator changes the office hours, reads what that moves, and counts a delay by them", async ({
	page,
	relais,
}) => {
	await enter(page, relais, coordinator);
	await page.goto(paths.account());
	await page.getByRole("link", { name: calendar.links.territory }).click();

	await page.getByLabel(calendar.territory.opens).fill("10:00");
	await page.getByLabel(calendar.territory.closes).fill("09:00");
	await page.getByRole("button", { name: calendar.territory.look }).first().click();
	await expect(page.getByRole("alert")).toContainText(calendar.mistakes.order);
	await page.getByLabel(calendar.territory.closes).fill("12:00");
	await page.getByRole("button", { name: calendar.territory.look }).first().click();

	await expect(page.getByRole("heading", { level: 1 })).toHaveText(calendar.change.title);
	await expect(page.getByText("Bureaux de 10:00 à 12:00")).toBeVisible();
	await expect(page.getByText(/^\d+ délais en cours regardés$/)).toBeVisible();
	await page.getByRole("button", { name: calendar.change.confirm }).click();
	await expect(page.getByText(/^Enregistré\. Les délais en cours/)).toBeVisible();
	await expect(page.getByLabel(calendar.territory.closes)).toHaveValue("12:00");

	await page.getByRole("link", { name: calendar.links.delay }).click();
	await page.getByLabel(calendar.delay.n, { exact: true }).fill("3");
	await page.getByLabel(calendar.delay.unit).selectOption("working-days");
	await page.getByLabel(calendar.delay.start).fill("2027-05-04T16:00");
	await page.getByRole("button", { name: calendar.delay.submit }).click();
	await expect(page.getByText("Il finirait le lundi 10 mai 2027 à 12 h 00.")).toBeVisible();
	await expect(page.getByRole("row", { name: /jeudi 6 mai 2027 .*Ascension/ })).toBeVisible();
});

test("a structure closes in August, and its coming months say so; taken away, they do not", async ({
	page,
	relais,
}) => {
	await enter(page, relais, manager);
	await page.goto(paths.structureCalendar());
	await page.getByLabel(calendar.structure.from).fill("2027-08-02");
	await page.getByLabel(calendar.structure.to).fill("2027-08-20");
	await page.getByRole("button", { name: calendar.territory.look }).last().click();

	await expect(
		page.getByText("Du lundi 2 août 2027 au vendredi 20 août 2027 : fermeture ajoutée"),
	).toBeVisible();
	await page.getByRole("button", { name: calendar.change.confirm }).click();
	await expect(page.getByText("19 jours")).toBeVisible();

	await page.goto(`${paths.calendarDelay()}?n=1&unit=working-days&start=2027-07-30T10:00`);
	await page.getByLabel(calendar.delay.structure).selectOption("Collège du Saule");
	await page.getByRole("button", { name: calendar.delay.submit }).click();
	await expect(page.getByText(/^Il finirait le lundi 23 août 2027/)).toBeVisible();

	await page.goto(paths.structureCalendar());
	await page.getByRole("button", { name: /^Retirer Du lundi 2 août 2027/ }).click();
	await page.getByRole("button", { name: calendar.change.confirm }).click();
	await expect(page.getByText(calendar.structure.none)).toBeVisible();
});
