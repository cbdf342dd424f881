import { fr } from "#app/locales/fr.ts";
import { paths } from "#app/paths.ts";
import { enter, expect, test } from "../security/own-relais.ts";
import { coordinator, receptionOf } from "../security/people.ts";
import { say } from "../support/words.ts";

const { retention, myDay, situations } = fr;
const phone = { width: 390, height: 844 };

test("whoever holds a situation in which nobody acts says, on a phone, that it goes on", async ({
	page,
	relais,
}) => {
	await page.setViewportSize(phone);
	await enter(page, relais, receptionOf("prevention-tilleul"));
	await page.goto(paths.myDay());

	const list = page.getByRole("region", { name: new RegExp(`^${myDay.sections.inactive}`) });
	const name = await list.getByRole("link").textContent();
	await list.getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(name ?? "");
	await expect(
		page.getByText(/^Sans activité depuis la semaine du .* la clore, ou dire/),
	).toBeVisible();
	await page.getByRole("link", { name: situations.inactive.answer, exact: true }).click();
	await page.getByRole("button", { name: retention.followUp.submit }).click();
	await expect(page.getByRole("alert")).toContainText(retention.followUp.missing);
	await page.getByLabel("Le lien est recherché avec le jeune").check();
	await page.getByRole("button", { name: retention.followUp.submit }).click();

	await expect(page.getByText(/la situation continue\.$/)).toBeVisible();
	await expect(page.getByText(/^Sans activité depuis/)).toBeHidden();
	await page.goto(paths.myDay());
	await expect(list).toBeHidden();
});

test("what closed by itself is told to who held it and to the coordinator, with what is left of it", async ({
	page,
	relais,
}) => {
	await enter(page, relais, receptionOf("college-saule"));
	await page.goto(paths.myDay());
	const ended = page.getByRole("region", { name: new RegExp(`^${myDay.sections.endedAlone}`) });
	await ended.getByRole("link").click();

	await expect(page.getByText(situations.ended.alone)).toBeVisible();
	await expect(page.getByText(/^Ses données seront effacées la semaine du/)).toBeVisible();
	await expect(page.getByRole("link", { name: situations.closed.again })).toBeVisible();
	await expect(page.getByText(/^semaine du /).first()).toBeVisible();

	await enter(page, relais, coordinator);
	await page.goto(paths.myDay());
	const there = page.getByRole("region", { name: myDay.sections.endedElsewhere });
	await expect(there).toContainText("Tenait une situation");
});

test("a coordinator shortens what the territory keeps, and is told what is wrong beside each field", async ({
	page,
	relais,
}) => {
	await enter(page, relais, coordinator);
	await page.goto(paths.myDay());
	await page.getByRole("link", { name: myDay.retention }).click();
	const purge = page.getByLabel(retention.policy.purgeDays);
	await purge.fill("200");
	await page.getByRole("button", { name: retention.policy.submit }).click();
	await expect(page.getByRole("alert")).toContainText(retention.policy.reasonMissing);

	await purge.fill("60");
	await page.getByRole("button", { name: retention.policy.submit }).click();
	await expect(page.getByText(retention.policy.saved)).toBeVisible();
	await expect(purge).toHaveValue("60");
	await expect(
		page.getByText(say(retention.policy.limits, { least: 14, most: 60, usual: 60 })),
	).toBeVisible();
});
