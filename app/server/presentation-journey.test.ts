import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertAccount } from "#db/accounts.ts";
import { migrate, openDb } from "#db/client.ts";
import { audit } from "#db/schema/audit.ts";
import { members, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { monday, settleSmallTerritory } from "#db/small-territory.ts";
import { keptFindings } from "#db/text-scan.ts";
import { createLog } from "./log.server.ts";
import { readPublicTexts } from "./public-texts.server.ts";
import { testServices } from "./services.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * What a structure says about itself, as people meet it over HTTP, without any script: what the
 * guard refuses, what waits for a second person, what everybody reads in the end.
 */

const db = openDb(":memory:");
// Later than the machine: the library of sessions asks that clock too.
let now = Date.UTC(2040, 0, 2, 8);
const logged: string[] = [];
const log = createLog("debug", { write: (line) => void logged.push(line) });
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, log, clock: { now: () => now } },
});
let app: WholeApp;

const write = "/structure/presentation";
const reading = "/structure/presentation/reading";
const plain = "Nous accueillons les jeunes du lundi au vendredi.";
const named = "Demandez Kezianne à l'accueil.";

beforeAll(async () => {
	migrate(db);
	settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	db.update(members).set({ manager: true }).where(eq(members.id, "spotter-member")).run();
	settle({ id: "colleague", structureId: "spotter", duty: "professional" });
	db.insert(structures)
		.values({
			id: "coordination",
			territoryId: "small",
			name: "Coordination",
			kind: "coordination",
		})
		.run();
	settle({ id: "coordination", structureId: "coordination", duty: "coordinator" });
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("a plain text is in the directory at once", async () => {
	const manager = await enter("spotter-member");

	const saved = await post(write, manager, { presentation: plain });

	expect([saved.status, saved.headers.location]).toEqual([303, `${write}?saved`]);
	expect(says(await get("/directory/spotter", await enter("crip-member")), plain)).toBe(true);
});

test("what looks like a telephone number is refused, shown to who wrote it, and told to nobody", async () => {
	const manager = await enter("spotter-member");
	const text = "Écrivez le soir au 06 39 98 12 34.";

	const refused = await post(write, manager, { presentation: text });

	expect(refused.status).toBe(422);
	expect(says(refused, "ressemble à un numéro de téléphone personnel")).toBe(true);
	expect(says(refused, "Le téléphone de la structure se met dans sa fiche.")).toBe(true);
	expect(says(refused, `${text}</textarea>`)).toBe(true);
	expect(says(await get("/directory/spotter", manager), plain)).toBe(true);
	expect(logged.join("")).not.toMatch(/39 98|Écrivez/);
});

test("a longer text is refused with words, and everything that was typed comes back", async () => {
	const manager = await enter("spotter-member");

	const refused = await post(write, manager, { presentation: "très ".repeat(121) });

	expect(refused.status).toBe(422);
	expect(says(refused, "600 caractères au plus : raccourcissez le texte.")).toBe(true);
	expect(says(refused, "très très très")).toBe(true);
});

test("line ends of a browser count once", async () => {
	const manager = await enter("spotter-member");
	const lines = `${"oui ".repeat(74).trim()}\r\n`;

	const saved = await post(write, manager, { presentation: lines + lines });

	expect(saved.status).toBe(303);
	await post(write, manager, { presentation: plain });
});

test("a name waits, who wrote it cannot accept it, and a colleague can", async () => {
	const manager = await enter("spotter-member");
	const colleague = await enter("colleague-member");
	await post(write, manager, { presentation: named });

	const waits = await get(write, manager);
	const own = await get(reading, manager);
	const alone = await post(reading, manager, { act: "accept", read: readOf(own) });
	const page = await get(reading, colleague);
	const before = await get("/directory/spotter", colleague);
	const accepted = await post(reading, colleague, { act: "accept", read: readOf(page) });

	expect(says(waits, "Ce texte attend une seconde lecture.")).toBe(true);
	expect(says(own, "Vous avez écrit ce texte : une autre personne doit le lire.")).toBe(true);
	expect(alone.status).toBe(409);
	expect(says(page, "ressemble au nom d'une personne")).toBe(true);
	expect(says(before, plain)).toBe(true);
	expect(says(before, "Une présentation attend une seconde lecture")).toBe(true);
	expect(accepted.headers.location).toBe(`${reading}?saved=accepted`);
	expect(says(await get("/directory/spotter", manager), named)).toBe(true);
	expect(says(await get(reading, colleague), "Aucun texte n'attend.")).toBe(true);
});

test("the coordinator sees what waits in the territory, and may refuse it", async () => {
	const manager = await enter("spotter-member");
	const coordinator = await enter("coordination-member");
	await post(write, manager, { presentation: `${named} Merci.` });

	const list = await get("/territory/texts", coordinator);
	const page = await get("/territory/texts/spotter", coordinator);
	const form = { act: "refuse", read: readOf(page) };
	const refused = await post("/territory/texts/spotter", coordinator, form);

	expect(says(list, "/territory/texts/spotter")).toBe(true);
	expect(refused.status).toBe(303);
	expect(says(await get("/directory/spotter", manager), `${named} Merci.`)).toBe(false);
	expect(says(await get("/territory/texts", coordinator), "Aucune présentation n'attend.")).toBe(
		true,
	);
});

test("an answer to a text that has changed meanwhile is not taken", async () => {
	const manager = await enter("spotter-member");
	const colleague = await enter("colleague-member");
	await post(write, manager, { presentation: `${named} Bonjour.` });

	const answer = await post(reading, colleague, { act: "accept", read: "1" });

	expect(answer.status).toBe(409);
	expect(says(answer, "Le texte a changé depuis que vous l'avez ouvert.")).toBe(true);
	await post(reading, colleague, { act: "refuse", read: readOf(await get(reading, colleague)) });
});

test("only who answers for a structure writes, and only the coordinator reads the others'", async () => {
	const colleague = await enter("colleague-member");

	expect((await get(write, colleague)).status).toBe(404);
	expect((await post(write, colleague, { presentation: plain })).status).toBe(404);
	expect((await get("/territory/texts", colleague)).status).toBe(404);
	expect((await get("/territory/texts/crip", colleague)).status).toBe(404);
	const coordinator = await enter("coordination-member");
	expect((await get("/territory/texts/nowhere", coordinator)).status).toBe(404);
});

test("each act is in the trail, without a word of the text", () => {
	const rows = db.select().from(audit).all();
	const acts = new Set(rows.map(({ act }) => act));

	for (const act of ["PRESENTATION_WRITTEN", "TEXT_ACCEPTED", "TEXT_REFUSED"] as const) {
		expect(acts.has(act)).toBe(true);
	}
	expect(JSON.stringify(rows)).not.toMatch(/Kezianne/);
});

test("at a start, what is already shown is read again, for the coordinator, and nothing is blocked", async () => {
	const presentation = "Demandez Mirabelka au 06 39 98 12 34.";
	db.update(structures).set({ presentation }).where(eq(structures.id, "crip")).run();

	await readPublicTexts(services);

	const list = await get("/territory/texts", await enter("coordination-member"));
	expect(says(list, "Ressemble à un numéro de téléphone")).toBe(true);
	expect(says(list, "Mirabelka")).toBe(false);
	expect(says(await get("/directory/crip", await enter("crip-member")), presentation)).toBe(true);
	expect(keptFindings(db, "small").length).toBeGreaterThan(1);
	expect(logged.find((line) => line.includes("public-texts-read"))).toMatch(/"stops":1/);
	expect(logged.join("")).not.toMatch(/Mirabelka|Kezianne/);
});

function settle({
	id,
	structureId,
	duty,
}: {
	id: string;
	structureId: string;
	duty: "professional" | "coordinator";
}) {
	insertAccount(db, { id: `${id}-user`, email: `${id}@exemple.invalid`, name: id, at: monday });
	const userId = `${id}-user`;
	db.insert(members)
		.values({ id: `${id}-member`, userId, structureId, label: id, duty })
		.run();
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

/** When the text on a page was proposed, as its form says it. */
function readOf({ body }: Answered): string {
	return /name="read" value="(\d+)"/.exec(body)?.[1] ?? "";
}

/** Whether the words are on a page; the page itself would drown what a test has to say. */
function says({ body }: Answered, words: string): boolean {
	const plain = body
		.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll(/<!-- -->/g, "");
	return plain.includes(words);
}
