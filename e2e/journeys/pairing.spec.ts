import { randomBytes } from "node:crypto";
import { drawCode, showCode } from "#db/pseudonyms/code.ts";
import { noticed } from "../support/beginnings.ts";
import { expect, test } from "../support/test.ts";

test("a line is found by voice: what does not match is told to the sender, never met by silence", async ({
	enter,
}) => {
	const street = await enter("Éducatrice A");
	const crip = await enter("Réception CRIP A");
	await noticed(street);
	const report = await street.handsOff("Transmettre l'information préoccupante");
	await expect(street.page.getByText("Jamais par courriel, jamais par SMS.")).toBeVisible();

	await test.step("the recipient reads two words, and no number", async () => {
		await crip.receives(report);
		await expect(
			crip.page.getByText("Vous taperez le numéro en accusant réception."),
		).toBeVisible();
		await expect(
			crip.page.getByRole("link", { name: "Feuille à imprimer (numéro seul)" }),
		).toHaveCount(0);
	});

	await test.step("a slip of the hand and another number are told apart", async () => {
		await crip.goesToAct("ACKNOWLEDGE", report);
		await crip.page.getByRole("radio", { name: "Téléphone" }).check();
		await crip.page.getByRole("checkbox").check();
		const field = crip.page.getByLabel("Le numéro que l'on vous dit au téléphone");
		await field.fill(`${report[1]}${report[0]}${report.slice(2)}`);
		await crip.presses("Accuser réception");
		await expect(crip.page.getByRole("alert")).toContainText("Ce numéro est mal recopié");
		await field.fill(showCode(drawCode({ bytes: randomBytes })));
		await crip.presses("Accuser réception");
		await expect(crip.page.getByRole("alert")).toContainText("ne correspond pas à cette ligne");
	});

	await test.step("the recipient says so, and the sender is told at once", async () => {
		await crip.page
			.getByRole("link", { name: "Ça ne correspond pas, ou personne n'a appelé ?" })
			.click();
		await crip.page.getByRole("radio", { name: "Personne n'a appelé" }).check();
		await crip.presses("Prévenir l'émetteur");
		await expect(crip.page.getByText("L'émetteur en est prévenu.")).toBeVisible();

		await street.page.goto("/my-day");
		const returns = street.page.getByRole("region", { name: /^Refus et silences à traiter/ });
		await returns
			.getByRole("listitem")
			.filter({ hasText: "Non apparié" })
			.getByRole("link")
			.click();
		await expect(street.page.getByText("Personne n'a appelé").first()).toBeVisible();
		await expect(street.page.getByText("Rappelez-le : redites le numéro")).toBeVisible();
		await expect(street.page.getByText("Envoyée").first()).toBeVisible();
	});

	await test.step("she calls again, and the line is received under a code of the CRIP's own", async () => {
		await crip.does("ACKNOWLEDGE", report, {
			"Comment avez-vous reçu l'identité ?": "Remise en main propre",
		});
		await expect(crip.page.getByText("À reporter dans votre registre")).toBeVisible();
		await expect(
			crip.page.getByText("Identité reçue : Remise en main propre").first(),
		).toBeVisible();
		await street.opensHandoff(report);
		await expect(street.page.getByText("Non apparié", { exact: true })).toHaveCount(0);
		await expect(street.page.getByText("Reçue, à étudier").first()).toBeVisible();
	});

	await test.step("a register is lost: its sender recalls the number, and the line comes up again", async () => {
		await crip.accepts(report, "Évaluatrice CRIP A");
		await street.does("RECALL_NUMBER", report);
		await crip.page.goto("/my-day");
		const recalled = crip.page.getByRole("region", { name: /^Numéros rappelés/ });
		await recalled.getByRole("link").last().click();
		await expect(crip.page.getByText("L'émetteur a rappelé cette ligne")).toBeVisible();
		await expect(crip.page.getByText(report, { exact: true })).toBeVisible();
	});
});
