import type { Page } from "@playwright/test";
import { fr } from "#app/locales/fr.ts";
import { paths } from "#app/paths.ts";
import referenceB from "#protocols/catalogue/reference-b/protocol.json" with { type: "json" };
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { enter, type OwnRelais, test } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { agreesAndPublishes } from "../support/agreeing.ts";
import { inWords } from "../support/in-words.ts";
import { expect, patienceMs } from "../support/patience.ts";
import { ProtocolTypist } from "../support/protocol-typist.ts";
import { StudioHand } from "../support/studio-keys.ts";
import { say } from "../support/words.ts";

const { studio, simulator, situations, moving, proof } = fr;
const wanted = protocolB();
const title = `${wanted.title.fr} – le nôtre`;
const opinion = "Demander un avis à distance";

test("from a blank page, by keyboard alone, a coordinator builds protocol B, breaks and repairs it five times, plays it, agrees and has it published; a situation opens, and moves to the next version", async ({
	page,
	relais,
}) => {
	// Thousands of keys are struck: a limit that only something stuck can reach.
	test.setTimeout(1_500_000);
	page.setDefaultTimeout(patienceMs);
	await page.setViewportSize({ width: 1280, height: 900 });
	await enter(page, relais, coordinator);
	const hand = new StudioHand(page);
	const draftId = await test.step("begins with a blank page", () => begins(hand));
	const draft = () => draftIn(relais, draftId);
	const typist = new ProtocolTypist(hand, draft, wanted);

	await test.step("says what the protocol is, promises, and who takes part", () => typist.frames());
	await test.step("lays out groups, tracks and steps", () => typist.places());
	await test.step("writes each step, and where it leads: protocol B", async () => {
		await typist.ways();
		await expect.poll(() => inWords(draft())).toEqual(inWords(wanted));
		await expect(errorsOn(page)).toHaveCount(0);
	});

	await test.step("a step that nothing reaches any more", async () => {
		await hand.opensNamed("Informer le jeune et choisir la voie");
		await leads(hand, "Veille datée", "Transmettre à la CRIP");
		await repairs(hand, "ne mène jamais à l'étape « Tenir une veille datée »", async () => {
			await hand.opensNamed("Informer le jeune et choisir la voie");
			await leads(hand, "Veille datée", "Tenir une veille datée");
		});
	});

	await test.step("a danger that not everybody may report", async () => {
		await hand.opensNamed("Danger immédiat");
		const raisedBy = page.locator("[name=raisedBy]");
		await hand.ticks(raisedBy, ["crip"]);
		await repairs(hand, "Le danger immédiat ne peut pas être signalé par", () =>
			hand.ticks(raisedBy, []),
		);
	});

	await test.step("a delay above what the law allows", async () => {
		await hand.opensNamed("Évaluer en binôme");
		const days = hand.form("step-").locator("[name=n]");
		await hand.writes(days, "120");
		await repairs(hand, "plus que CASF D226-2-4", () => hand.writes(days, "30"));
	});

	await test.step("a text without its translation", async () => {
		await hand.opensNamed("Tenir une veille datée");
		const english = hand.form("step-").locator("[name=titleEn]");
		const words = await english.inputValue();
		await hand.writes(english, "");
		await repairs(hand, "un texte n'est pas traduit en anglais", () => hand.writes(english, words));
	});

	await test.step("a role that no structure of the territory holds", async () => {
		await hand.opens("protocol");
		const adding = await hand.adds("new-role");
		await hand.writesBoth(adding, "label", { fr: "Maison des familles", en: "Family house" });
		await hand.presses(adding.getByRole("button"));
		const entry = page.locator('[data-title="Maison des familles"]');
		const added = (await entry.getAttribute("data-part"))?.split(":").at(-1) ?? "";
		await hand.opensNamed(opinion);
		const role = hand.form("step-").locator("[name=role]");
		const before = await role.inputValue();
		await hand.chooses(role, added);
		await repairs(hand, "ne tient le rôle « Maison des familles »", async () => {
			await hand.opensNamed(opinion);
			await hand.chooses(role, before);
		});
		await hand.opensNamed("Maison des familles");
		await hand.sends(await hand.adds("delete"));
		await expect.poll(() => inWords(draft())).toEqual(inWords(wanted));
	});

	await test.step("plays the beginning of a fictitious situation", async () => {
		await page.goto(paths.draftPlays(draftId));
		await hand.presses(page.getByRole("button", { name: simulator.plays.start }));
		await hand.presses(page.getByRole("button", { name: "Signe accueilli" }));
		await expect(page.getByText(`S'ouvre : « ${opinion} »`)).toBeVisible();
		await hand.presses(page.getByRole("button", { name: simulator.time.next }));
		await expect(page.getByText(`Délai de « ${opinion} »`).first()).toBeVisible();
	});

	const protocolId = draft().id;
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
		await hand.chooses(versions, publishedOf(relais, protocolId));
		await hand.presses(page.getByRole("button", { name: studio.new.version.submit }));
		await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
		const next = new URL(page.url()).pathname.split("/").at(-1) ?? "";
		await hand.opensNamed(opinion);
		await hand.writes(hand.form("step-").locator("[name=n]"), "2");
		await hand.saves();
		await agreesAndPublishes(page, relais, { draftId: next, title });
	});

	await test.step("the situation that runs is moved to it", async () => {
		await enter(page, relais, coordinator);
		await page.goto(paths.moveSituations(protocolId));
		const choose = page.getByRole("link", { name: moving.versions.choose });
		if (await choose.isVisible()) await hand.presses(choose);
		const itIsMe = page.getByRole("checkbox", { name: proof.tick });
		if (await itIsMe.isVisible()) await itIsMe.check();
		await hand.presses(page.getByRole("button", { name: moving.moveAll_one }));
		await expect(page.getByText(say(moving.moved_one, { count: 1 }))).toBeVisible();
		expect(latestOf(relais)).toBe(publishedOf(relais, protocolId));
	});
});

/** Writes the title of a blank page and begins. @returns the name of the draft */
async function begins(hand: StudioHand): Promise<string> {
	const { page } = hand;
	await page.goto(paths.newDraft());
	await hand.writes(page.getByLabel(studio.new.titleFr).first(), title);
	await hand.writes(page.getByLabel(studio.new.titleEn).first(), `${wanted.title.en} – ours`);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
	return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

function errorsOn(page: Page) {
	return page.getByText(/\d erreurs? à corriger avant de publier/);
}

/** Leads an outcome of the open step elsewhere. */
async function leads(hand: StudioHand, outcome: string, to: string): Promise<void> {
	const summary = hand.page.locator("summary", { hasText: outcome });
	const line = hand.page.locator("#part ~ div li").filter({ has: summary }).first();
	await hand.unfolds(line.locator("summary").first());
	const list = line.locator("[name=to]");
	const value = await list.locator("option", { hasText: to }).first().getAttribute("value");
	await hand.chooses(list, value ?? "");
}

/** The finding says what is wrong and leads there; once it is repaired, it is gone. */
async function repairs(
	hand: StudioHand,
	sentence: string,
	repair: () => Promise<void>,
): Promise<void> {
	await hand.saves();
	const open = hand.page.getByRole("link", { name: /^Ouvrir : / });
	const findings = hand.page.getByRole("listitem").filter({ has: open, hasText: sentence });
	const link = findings.first().getByRole("link", { name: /^Ouvrir : / });
	const part = (await link.textContent())?.replace(/^Ouvrir\s:\s/, "") ?? "";
	await hand.presses(link);
	await expect(hand.page.locator("#part")).toHaveText(part);
	await repair();
	await hand.saves();
	await expect(findings).toHaveCount(0);
	await expect(errorsOn(hand.page)).toHaveCount(0);
}

/** The draft as it stands. */
function draftIn({ store }: OwnRelais, draftId: string): Protocol {
	const query = "select document from drafts where id = ?";
	const read = readProtocol(JSON.parse(store.first<{ document: string }>(query, draftId).document));
	if (!read.ok) throw new Error("A draft always reads as a protocol.");
	return read.protocol;
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

function protocolB(): Protocol {
	const read = readProtocol(referenceB);
	if (!read.ok) throw new Error("Protocol B reads as a protocol.");
	return read.protocol;
}
