import type { Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import { paths } from "#app/paths.ts";
import referenceB from "#protocols/catalogue/reference-b/protocol.json" with { type: "json" };
import { placesOf } from "#protocols/language/places.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { enter, type OwnRelais, test } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { visitor } from "../security/visitor.ts";
import { agreesAndPublishes } from "../support/agreeing.ts";
import { DraftWriter } from "../support/draft-writer.ts";
import { inWords } from "../support/in-words.ts";
import { expect, patienceMs } from "../support/patience.ts";
import { ProtocolTypist } from "../support/protocol-typist.ts";
import { addsStep, goTo, saved, tabTo, unfolds, writesStep } from "../support/studio-keys.ts";
import { say } from "../support/words.ts";

const { studio, simulator, situations, moving, proof } = fr;
const wanted = protocolB();
const [identification, ...others] = placesOf(wanted).containers;
const title = `${wanted.title.fr} – le nôtre`;

test("from a blank page a coordinator builds protocol B (the first phase by keyboard alone, the rest by plain forms), breaks and repairs it five times, plays it, agrees and has it published; a situation opens, and moves to the next version", async ({
	page,
	relais,
}) => {
	test.setTimeout(300_000);
	page.setDefaultTimeout(patienceMs);
	await page.setViewportSize({ width: 1280, height: 900 });
	await enter(page, relais, coordinator);
	const draftId = await test.step("begins with a blank page", () => beginsByKeyboard(page));
	const writer = new DraftWriter(relais, await visitor(relais, coordinator), draftId);
	const typist = new ProtocolTypist(writer, wanted);

	await test.step("frames the protocol and adds the steps of the other phases, by plain forms", async () => {
		// The blank page already receives the sign.
		typist.named("receive-sign", writer.protocol.phases[0].start);
		await typist.frame();
		await typist.steps(others);
	});

	await test.step("builds the first phase, by keyboard alone", async () => {
		const [first, ...added] = identification?.steps ?? [];
		for (const step of added) {
			await page.goto(paths.draftPart(draftId, "phase:identification"));
			await addsStep(page, step);
			typist.named(step.id, openPart(page));
		}
		for (const step of [first, ...added]) {
			if (!step) continue;
			await goTo(page, step.title.fr);
			await writesStep(page, step, (id) => typist.nameOf(id));
		}
	});

	await test.step("leads the rest where it goes: the draft says what protocol B says", async () => {
		await typist.ways(others);
		await typist.clears();
		expect(inWords(writer.protocol)).toEqual(inWords(wanted));
		await page.goto(paths.draft(draftId));
		await expect(errorsOn(page)).toHaveCount(0);
	});

	await test.step("a step that nothing reaches any more", async () => {
		await goTo(page, "Informer le jeune et choisir la voie");
		const watch = await leads(page, "Veille datée", "Transmettre à la CRIP");
		await repairs(page, "ne mène jamais à l'étape « Tenir une veille datée »", async () => {
			await goTo(page, "Informer le jeune et choisir la voie");
			await leads(page, watch, "Tenir une veille datée");
		});
	});

	await test.step("a danger that not everybody may report", async () => {
		await goTo(page, "Danger immédiat");
		const crip = page.getByRole("checkbox", { name: "CRIP", exact: true });
		await unfolds(page, page.locator("summary", { hasText: "Qui peut l'ouvrir" }));
		await tabTo(page, crip);
		await page.keyboard.press("Space");
		await saved(page);
		await repairs(page, "Le danger immédiat ne peut pas être signalé par", async () => {
			await unfolds(page, page.locator("summary", { hasText: "Qui peut l'ouvrir" }));
			await tabTo(page, crip);
			await page.keyboard.press("Space");
			await saved(page);
		});
	});

	await test.step("a delay above what the law allows", async () => {
		await goTo(page, "Évaluer en binôme");
		const days = page.locator('form[data-form^="step-"] [name=n]');
		await days.fill("120");
		await saved(page);
		await repairs(page, "plus que CASF D226-2-4", async () => {
			await days.fill("30");
			await saved(page);
		});
	});

	await test.step("a text without its translation", async () => {
		await goTo(page, "Tenir une veille datée");
		const english = page.locator('form[data-form^="step-"] [name=titleEn]');
		const words = await english.inputValue();
		await english.fill("");
		await saved(page);
		await repairs(page, "un texte n'est pas traduit en anglais", async () => {
			await english.fill(words);
			await saved(page);
		});
	});

	await test.step("a role that no structure of the territory holds", async () => {
		const words = { known: "", labelFr: "Maison des familles", labelEn: "Family house" };
		await writer.sends("add-role", words);
		const added = writer.protocol.roles.at(-1)?.id ?? "";
		await page.goto(paths.draft(draftId));
		await goTo(page, "Demander un avis à distance");
		const role = page.locator('form[data-form^="step-"] [name=role]');
		const before = await role.inputValue();
		await role.focus();
		await role.selectOption(added);
		await saved(page);
		await repairs(page, "ne tient le rôle « Maison des familles »", async () => {
			await goTo(page, "Demander un avis à distance");
			await role.focus();
			await role.selectOption(before);
			await saved(page);
		});
		await writer.sends("delete-part", { deleted: `role:${added}` });
		expect(inWords(writer.protocol)).toEqual(inWords(wanted));
	});

	await test.step("plays the beginning of a fictitious situation", async () => {
		await page.goto(paths.draftPlays(draftId));
		await page.getByRole("button", { name: simulator.plays.start }).click();
		await page.getByRole("button", { name: "Signe accueilli" }).click();
		await expect(page.getByText("S'ouvre : « Demander un avis à distance »")).toBeVisible();
		await page.getByRole("button", { name: simulator.time.next }).click();
		await expect(page.getByText("Délai de « Demander un avis à distance »").first()).toBeVisible();
	});

	const protocolId = writer.protocol.id;
	await test.step("two structures agree, and somebody else publishes", () =>
		agreesAndPublishes(page, relais, { draftId, title }));

	await test.step("a situation opens under it", async () => {
		await enter(page, relais, "educatrice-a");
		await page.goto(`${paths.newSituation()}?protocol=${protocolId}`);
		await page.getByLabel("15 à 17 ans").check();
		await page.getByRole("button", { name: situations.opening.submit }).click();
		await expect(page).toHaveURL(/\/situations\/[\w-]{22}/);
		expect(latestOf(relais)).toBe(publishedOf(relais, protocolId));
	});

	await test.step("the next version is written, agreed and published", async () => {
		await enter(page, relais, coordinator);
		await page.goto(paths.newDraft());
		const versions = page.getByLabel(studio.new.version.label);
		await versions.selectOption(publishedOf(relais, protocolId));
		await page.getByRole("button", { name: studio.new.version.submit }).click();
		await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
		const next = new URL(page.url()).pathname.split("/").at(-1) ?? "";
		await goTo(page, "Demander un avis à distance");
		await page.locator('form[data-form^="step-"] [name=n]').fill("2");
		await saved(page);
		await agreesAndPublishes(page, relais, { draftId: next, title });
	});

	await test.step("the situation that runs is moved to it", async () => {
		await enter(page, relais, coordinator);
		await page.goto(paths.moveSituations(protocolId));
		const choose = page.getByRole("link", { name: moving.versions.choose });
		if (await choose.isVisible()) await choose.click();
		const itIsMe = page.getByRole("checkbox", { name: proof.tick });
		if (await itIsMe.isVisible()) await itIsMe.check();
		await page.getByRole("button", { name: moving.moveAll_one }).click();
		await expect(page.getByText(say(moving.moved_one, { count: 1 }))).toBeVisible();
		expect(latestOf(relais)).toBe(publishedOf(relais, protocolId));
	});
});

/** Writes the title of a blank page and begins. @returns the name of the draft */
async function beginsByKeyboard(page: Page): Promise<string> {
	await page.goto(paths.newDraft());
	await tabTo(page, page.getByLabel(studio.new.titleFr).first());
	await page.keyboard.insertText(title);
	await tabTo(page, page.getByLabel(studio.new.titleEn).first());
	await page.keyboard.insertText(`${wanted.title.en} – ours`);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
	return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** The name of the part that is open. */
function openPart(page: Page): string {
	return new URL(page.url()).searchParams.get("open")?.split(":").at(-1) ?? "";
}

function errorsOn(page: Page) {
	return page.getByText(/\d erreurs? à corriger avant de publier/);
}

/** Leads an outcome of the open step elsewhere, by keyboard. @returns the outcome */
async function leads(page: Page, outcome: string, to: string): Promise<string> {
	const summary = page.locator("summary", { hasText: outcome });
	const line = page.locator("#part ~ div li").filter({ has: summary }).first();
	await unfolds(page, line.locator("summary").first());
	const list = line.locator("[name=to]");
	const value = await list.locator("option", { hasText: to }).first().getAttribute("value");
	await tabTo(page, list);
	await list.selectOption(value);
	await saved(page);
	return outcome;
}

/** The finding says what is wrong and leads there; once it is repaired, it is gone. */
async function repairs(page: Page, sentence: string, repair: () => Promise<void>): Promise<void> {
	const open = page.getByRole("link", { name: /^Ouvrir : / });
	const findings = page.getByRole("listitem").filter({ has: open, hasText: sentence });
	const link = findings.first().getByRole("link", { name: /^Ouvrir : / });
	const part = (await link.textContent())?.replace(/^Ouvrir\s:\s/, "") ?? "";
	await link.click();
	await expect(page.locator("#part")).toHaveText(part);
	await repair();
	await expect(findings).toHaveCount(0);
	await expect(errorsOn(page)).toHaveCount(0);
}

function publishedOf({ store }: OwnRelais, protocolId: string): string {
	const query =
		"select version_hash hash from consultations where protocol_id = ? and state = 'published' order by rowid desc limit 1";
	return store.first<{ hash: string }>(query, protocolId).hash;
}

function latestOf({ store }: OwnRelais): string {
	const query = "select version_hash hash from situations order by pk desc limit 1";
	return store.first<{ hash: string }>(query).hash;
}

function protocolB() {
	const read = readProtocol(referenceB);
	if (!read.ok) throw new Error("Protocol B reads as a protocol.");
	return read.protocol;
}
