import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertAccount } from "#db/accounts.ts";
import { migrate, openDb } from "#db/client.ts";
import { createDraft, draftOf } from "#db/drafts.ts";
import { scenariosOf } from "#db/scenarios.ts";
import { drafts } from "#db/schema/drafts.ts";
import { members, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import {
	momentAt,
	monday,
	type SmallTerritory,
	settleSmallTerritory,
} from "#db/small-territory.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { testServices } from "./services.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * The simulator as a coordinator meets it over HTTP, without any script: a story from nothing, from
 * a finding and from a scenario, the clock, one step back, a scenario saved and one that breaks.
 */

const db = openDb(":memory:");
let now = Date.UTC(2040, 0, 2, 8);
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => now } },
});
let app: WholeApp;
let small: SmallTerritory;
let drawn = 100;

beforeAll(async () => {
	migrate(db);
	small = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	db.insert(structures)
		.values({
			id: "coordination",
			territoryId: "small",
			name: "Coordination",
			kind: "coordination",
		})
		.run();
	for (const id of ["coordination", "second"]) settleCoordinator(id);
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

const risk = { by: "spotter", answers: "receive-sign", outcome: "RISK" };
const told = { concern_level: "L2_RISK", information_given: ["MINOR_YES", "HOLDERS_YES"] };

test("a story is played act by act: it says who holds, what runs, why, and what each one sees", async () => {
	const coordinator = await enter("coordination-member");
	const play = await start(draftFrom(), coordinator, { intent: "start" });

	const opened = await get(play, coordinator);
	const answered = await post(play, coordinator, {
		...{ intent: "answer", seen: "0", step: "receive-sign", outcome: "RISK" },
		concern_level: "L2_RISK",
		information_given: "MINOR_YES",
	});
	const sent = await act(play, coordinator, 1, { by: "spotter", handsOff: "send-concern" });
	const page = await get(play, coordinator);

	expect(says(opened, "Simulation – aucune situation réelle")).toBe(true);
	expect(says(opened, "C'est par là que la situation s'ouvre.")).toBe(true);
	expect(says(opened, "Jour 1, lundi, 10 h 00")).toBe(true);
	expect([answered.status, answered.headers.location]).toEqual([303, play]);
	expect(sent.status).toBe(303);
	expect(says(page, "Jour 1, lundi, 10 h 30")).toBe(true);
	expect(says(page, "Accuse réception")).toBe(true);
	expect(says(page, "ne voit que la transmission")).toBe(true);
	expect(says(page, "a répondu «")).toBe(true);
});

test("time goes to the next deadline or by a length, and one act back tells how it was", async () => {
	const coordinator = await enter("coordination-member");
	const play = await start(draftFrom(), coordinator, { intent: "start" });
	const before = history(await get(play, coordinator));

	// First the reminder before the delay ends, then its end.
	const next = await post(play, coordinator, { intent: "next", seen: "0" });
	await post(play, coordinator, { intent: "next", seen: "1" });
	const struck = await get(play, coordinator);
	const waited = await post(play, coordinator, {
		...{ intent: "wait", seen: "2", n: "3", unit: "calendar-days" },
	});
	const wrong = await post(play, coordinator, {
		...{ intent: "wait", seen: "3", n: "0", unit: "calendar-days" },
	});
	for (const seen of ["3", "2", "1"]) await post(play, coordinator, { intent: "back", seen });

	expect([next.status, waited.status, wrong.status]).toEqual([303, 303, 422]);
	expect(says(struck, ": dépassé")).toBe(true);
	expect(says(wrong, "Tapez un nombre de 1 à 999.")).toBe(true);
	expect(history(await get(play, coordinator))).toBe(before);
});

test("a story may open with what is already happening", async () => {
	const coordinator = await enter("coordination-member");
	const draftId = draftFrom();

	const play = await start(draftId, coordinator, { intent: "start", opens: "runaway" });
	const strange = await start(draftId, coordinator, { intent: "start", opens: "rain" });

	expect(says(await get(play, coordinator), "a signalé « Fugue »")).toBe(true);
	expect(says(await get(strange, coordinator), "ne permet pas d'ouvrir cette situation")).toBe(
		true,
	);
});

test("what the protocol refuses is said in words, and nothing is played", async () => {
	const coordinator = await enter("coordination-member");
	const play = await start(draftFrom(), coordinator, { intent: "start" });

	const refused = await act(play, coordinator, 0, { by: "spotter", handsOff: "send-concern" });
	const outdated = await post(play, coordinator, { intent: "next", seen: "7" });
	const text = await post(play, coordinator, { intent: "act", seen: "0", act: "Elle dort dehors" });
	const code = await post(play, coordinator, { intent: "act", seen: "0", act: '{"by":"spotter"}' });

	expect(refused.status).toBe(422);
	expect(says(refused, "n'est pas ouverte à ce moment")).toBe(true);
	expect(outdated.status).toBe(409);
	expect([text.status, code.status]).toEqual([400, 400]);
	expect(says(await get(play, coordinator), "1. ")).toBe(false);
});

test("the story of a finding opens with one click, and stops where the protocol stops it", async () => {
	const coordinator = await enter("coordination-member");
	const draftId = draftFrom();
	const acts = [
		{ ...risk, with: told },
		{ by: "crip", answers: "first-analysis", outcome: "DANGER" },
	];

	const play = await start(draftId, coordinator, { intent: "story", story: JSON.stringify(acts) });
	const page = await get(play, coordinator);
	const cut = await post(play, coordinator, { intent: "cut", seen: "2" });
	const strange = await post(`/studio/${draftId}/play`, coordinator, {
		...{ intent: "story", story: '[{"by":"crip"}]' },
	});

	expect(says(page, "Le protocole n'accepte pas l'acte 2")).toBe(true);
	expect(cut.status).toBe(303);
	expect(says(await get(play, coordinator), "Le protocole n'accepte pas")).toBe(false);
	expect(strange.status).toBe(400);
});

test("scenarios come with the model, hold, break with the draft, and say at which act", async () => {
	const coordinator = await enter("coordination-member");
	const draftId = draftFrom();
	const list = `/studio/${draftId}/play`;

	const before = await get(list, coordinator);
	const live = await runs(draftId, coordinator);
	change(draftId, ({ phases: [identification] }) => {
		const sign = identification.steps.find(({ id }) => id === "receive-sign");
		if (!sign) throw new Error("The example has changed.");
		sign.outcomes = sign.outcomes.filter(({ code }) => code !== "RISK");
	});
	const after = await get(list, coordinator);

	expect(says(before, "Les 3 scénarios enregistrés tiennent.")).toBe(true);
	expect(live).toEqual({ all: 3, broken: [] });
	expect((await runs(draftId, coordinator)).broken).toContain("Le chemin droit");
	expect(says(before, "Étapes ouvertes")).toBe(true);
	expect(says(after, "3 scénarios sur 3 ne tiennent plus.")).toBe(true);
	expect(says(after, "cassé à l'acte 1")).toBe(true);
	expect(says(after, "n'a pas, ou plus, d'issue RISK")).toBe(true);
});

test("a story is saved as a scenario, played anew and deleted; a name in its title is refused", async () => {
	const coordinator = await enter("coordination-member");
	const draftId = draftFrom();
	const play = await start(draftId, coordinator, { intent: "start" });
	await act(play, coordinator, 0, { ...risk, with: told });
	const words = { titleFr: "Un signe", titleEn: "", showsFr: "On transmet.", showsEn: "" };

	const named = await post(play, coordinator, {
		...{ intent: "save", seen: "1", ...words, titleFr: "Kezianne au 06 39 98 12 34" },
	});
	const empty = await post(play, coordinator, {
		intent: "save",
		seen: "1",
		...words,
		titleFr: " ",
	});
	const saved = await post(play, coordinator, { intent: "save", seen: "1", ...words });
	const list = await get(saved.headers.location ?? "", coordinator);
	const again = await start(draftId, coordinator, { intent: "scenario", name: "scenario" });
	const removed = await post(`/studio/${draftId}/play`, coordinator, {
		...{ intent: "delete", name: "scenario" },
	});

	expect([named.status, empty.status, saved.status]).toEqual([422, 422, 303]);
	expect(says(named, "Ce texte désigne peut-être quelqu'un")).toBe(true);
	expect(says(empty, "Donnez un titre au scénario.")).toBe(true);
	expect(says(list, "Un signe")).toBe(true);
	expect(says(await get(again, coordinator), "1. ")).toBe(true);
	expect(removed.status).toBe(303);
	expect(scenariosOf(db, draftId).map(({ id }) => id)).not.toContain("scenario");
});

test("a play is its player's alone, and nobody else designs", async () => {
	const coordinator = await enter("coordination-member");
	const draftId = draftFrom();
	const play = await start(draftId, coordinator, { intent: "start" });

	const second = await enter("second-member");
	const professional = await enter("spotter-member");

	expect((await get(play, second)).status).toBe(404);
	expect((await post(play, second, { intent: "end" })).status).toBe(404);
	expect((await get(`/studio/${draftId}/play`, second)).status).toBe(200);
	expect((await get(`/studio/${draftId}/play`, professional)).status).toBe(404);
	expect((await post(play, coordinator, { intent: "end" })).status).toBe(303);
	expect((await get(play, coordinator)).status).toBe(404);
});

test("a draft of a version is also played under that version, which no edit changes", async () => {
	const coordinator = await enter("coordination-member");
	const draftId = draftFrom({ kind: "version", hash: small.versionHash });
	const play = await start(draftId, coordinator, { intent: "start", under: "version" });
	change(draftId, ({ phases: [identification] }) => {
		const sign = identification.steps.find(({ id }) => id === "receive-sign");
		if (sign) sign.title = { fr: "Un titre tout neuf", en: "A brand-new title" };
	});

	const page = await get(play, coordinator);

	expect(says(page, "Cette simulation se joue sous la version dont le brouillon est parti.")).toBe(
		true,
	);
	expect(says(page, "Un titre tout neuf")).toBe(false);
});

test("the same in English", async () => {
	const coordinator = await enter("coordination-member");
	const play = await start(draftFrom(), coordinator, { intent: "start" });

	const page = await get(play, coordinator.replace("relais_language=fr", "relais_language=en"));

	expect(says(page, "Simulation – no real situation")).toBe(true);
	expect(says(page, "Day 1, Monday, 10:00")).toBe(true);
});

function draftFrom(
	origin: Parameters<typeof createDraft>[3]["origin"] = { kind: "model", id: "example" },
): string {
	drawn += 1;
	const person = { memberId: "coordination-member", structureId: "coordination" };
	const { territoryId, protocol } = small;
	return createDraft(db, momentAt(monday, drawn), person, { territoryId, origin, protocol });
}

/** What an edit of the studio leaves behind. */
function change(draftId: string, edit: (protocol: Protocol) => void): void {
	const draft = draftOf(db, { territoryId: small.territoryId, draftId });
	const protocol = structuredClone(draft?.protocol as Protocol);
	edit(protocol);
	const document = canonicalJson(protocol);
	const revision = (draft?.revision ?? 0) + 1;
	db.update(drafts).set({ document, revision }).where(eq(drafts.id, draftId)).run();
}

function settleCoordinator(id: string): void {
	const userId = `${id}-user`;
	insertAccount(db, { id: userId, email: `${id}@exemple.invalid`, name: id, at: monday });
	db.insert(members)
		.values({
			...{ id: `${id}-member`, userId, structureId: "coordination" },
			label: id,
			duty: "coordinator",
		})
		.run();
}

async function start(
	draftId: string,
	cookie: string,
	form: Record<string, string>,
): Promise<string> {
	const started = await post(`/studio/${draftId}/play`, cookie, form);
	expect(started.status).toBe(303);
	return started.headers.location ?? "";
}

function act(play: string, cookie: string, seen: number, done: object): Promise<Answered> {
	const form = { intent: "act", seen: String(seen), act: JSON.stringify(done) };
	return post(play, cookie, form);
}

/** What was played, as the page tells it. */
/** What the page where the draft is written asks of its scenarios. */
async function runs(draftId: string, cookie: string): Promise<{ all: number; broken: string[] }> {
	return JSON.parse((await get(`/studio/${draftId}/scenarios`, cookie)).body);
}

function history({ body }: Answered): string {
	return body.slice(body.indexOf("Ce qui s"), body.indexOf("Enregistrer comme"));
}

async function enter(memberId: string): Promise<string> {
	now += 1_000;
	const entered = await app.ask({ method: "POST", path: `/demonstration/${memberId}`, form: {} });
	expect(entered.status).toBe(303);
	return (entered.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function post(path: string, cookie: string, form: Record<string, string>): Promise<Answered> {
	return app.ask({ method: "POST", path, cookie, form });
}

function says({ body }: Answered, words: string): boolean {
	const plain = body
		.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll(/<!-- -->/g, "");
	return plain.includes(words);
}
