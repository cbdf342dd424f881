import { afterAll, beforeAll, expect, test } from "vitest";
import { insertAccount } from "#db/accounts.ts";
import { migrate, openDb } from "#db/client.ts";
import { draftOf, draftsOf } from "#db/drafts.ts";
import { members, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { monday, settleSmallTerritory } from "#db/small-territory.ts";
import { testServices } from "./services.for-tests.ts";
import { exampleDocument } from "./studio-example.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * The studio as coordinators meet it over HTTP, without any script: plain forms, one for each
 * command, on pages that say how old they are.
 */

const db = openDb(":memory:");
// Later than the machine: the library of sessions asks that clock too.
let now = Date.UTC(2040, 0, 2, 8);
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => now } },
});
let app: WholeApp;

beforeAll(async () => {
	migrate(db);
	settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	const coordination = { id: "coordination", name: "Coordination", kind: "coordination" } as const;
	db.insert(structures)
		.values({ ...coordination, territoryId: "small" })
		.run();
	settle("one");
	settle("two");
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("a blank page becomes a draft that can be read, drawn and written", async () => {
	const one = await enter("one-member");

	const page = await begin(one, { origin: "skeleton", titleFr: "Protocole d'ici", titleEn: "" });

	expect(page.status).toBe(200);
	expect(says(page, "Écrire : Protocole d'ici")).toBe(true);
	expect(says(page, "Dessin du protocole")).toBe(true);
	expect(says(await get("/studio", one), "parti d'une page blanche")).toBe(true);
});

test("no word of a title becomes the name of a protocol, which stays for good", async () => {
	const one = await enter("one-member");
	const page = await begin(one, { origin: "skeleton", titleFr: "Kezianne Aubermont", titleEn: "" });

	const named = draftsOf(db, "small").map(({ id }) =>
		draftOf(db, { territoryId: "small", draftId: id }),
	);

	expect(page.status).toBe(200);
	expect(named.map((draft) => draft?.protocol.id).join()).not.toMatch(/kezianne|aubermont/i);
});

test("a step is written, added, moved, duplicated and deleted by forms alone", async () => {
	const one = await enter("one-member");
	const { address, steps } = await fresh(one);

	await send(one, `${address}?open=phase:identification`, "new-step-identification", {
		titleFr: "Croiser les regards",
		titleEn: "Compare views",
		through: `${steps()[0]}/${outcomesOf(address, steps()[0] ?? "")[0]}`,
		n: "3",
	});
	const added = steps()[1] ?? "";
	await send(one, `${address}?open=step:${added}`, `step-${added}`, {
		titleFr: "Croiser les informations",
		guidanceFr: "Appelez avant d'écrire.",
	});
	await send(one, `${address}?open=step:${added}`, "duplicate", {});
	const before = steps();
	await send(one, `${address}?open=step:${added}`, "move-up", {});
	const after = steps();

	expect(added).toBe("croiser-les-regards");
	expect(stepIn(address, added)?.title.fr).toBe("Croiser les informations");
	expect(stepIn(address, added)?.delay).toMatchObject({ n: 3, unit: "working-days" });
	expect(before).toHaveLength(3);
	expect(after.indexOf(added)).toBe(before.indexOf(added) - 1);
});

test("what points to a step is shown first, and keeps it until it leads elsewhere", async () => {
	const one = await enter("one-member");
	const { address, steps } = await fresh(one);
	const [first = ""] = phaseSteps(address, 1);
	const [next = ""] = phaseSteps(address, 2);

	const page = await get(`${address}?open=step:${first}`, one);
	const kept = await send(one, `${address}?open=step:${first}`, "delete", { redirect: "" });
	const gone = await send(one, `${address}?open=phase:orientation`, "new-step-orientation", {
		titleFr: "Autre étape",
		n: "2",
	});

	expect(says(page, "Ceci y mène ou s'en sert :")).toBe(true);
	expect(kept.status).toBe(409);
	expect(says(kept, "Rien n'est changé.")).toBe(true);
	expect(gone.status).toBe(303);
	const led = await send(one, `${address}?open=step:${first}`, "delete", { redirect: next });
	expect(led.status).toBe(303);
	expect(phaseSteps(address, 1)).not.toContain(first);
	expect(steps()).not.toContain(first);
});

test("undoing and redoing give back each state", async () => {
	const one = await enter("one-member");
	const { address, steps } = await fresh(one);
	const [first = ""] = steps();
	const open = `${address}?open=step:${first}`;
	const before = stepIn(address, first)?.title.fr;

	await send(one, open, `step-${first}`, { titleFr: "Un autre titre" });
	await send(one, open, "undo", {});
	const undone = stepIn(address, first)?.title.fr;
	await send(one, open, "redo", {});

	expect(undone).toBe(before);
	expect(stepIn(address, first)?.title.fr).toBe("Un autre titre");
});

test("two people write in different fields of a step, and nobody loses anything", async () => {
	const [one, two] = [await enter("one-member"), await enter("two-member")];
	const { address, steps } = await fresh(one);
	const [first = ""] = steps();
	const open = `${address}?open=step:${first}`;
	const [pageOfOne, pageOfTwo] = [await get(open, one), await get(open, two)];

	await post(open, one, { ...formIn(pageOfOne, `step-${first}`), titleFr: "Titre de l'une" });
	await post(open, two, {
		...formIn(pageOfTwo, `step-${first}`),
		guidanceFr: "Conseil de l'autre",
	});

	expect(stepIn(address, first)).toMatchObject({
		title: { fr: "Titre de l'une" },
		guidance: { fr: "Conseil de l'autre" },
	});
	expect(says(await get(open, two), "one modifie aussi ce brouillon.")).toBe(true);
});

test("two people write the same field: the second sees both texts, and keeps theirs", async () => {
	const [one, two] = [await enter("one-member"), await enter("two-member")];
	const { address, steps } = await fresh(one);
	const [first = ""] = steps();
	const open = `${address}?open=step:${first}`;
	const [pageOfOne, pageOfTwo] = [await get(open, one), await get(open, two)];
	await post(open, one, { ...formIn(pageOfOne, `step-${first}`), titleFr: "Titre de l'une" });

	const refused = await post(open, two, {
		...formIn(pageOfTwo, `step-${first}`),
		titleFr: "Titre de l'autre",
	});
	const again = await post(open, two, formIn(refused, `step-${first}`));

	expect(refused.status).toBe(409);
	expect(says(refused, "one a changé cette partie entre-temps.")).toBe(true);
	expect(says(refused, "Titre de l'une")).toBe(true);
	expect(says(refused, "Titre de l'autre</textarea>")).toBe(true);
	expect(again.status).toBe(303);
	expect(stepIn(address, first)?.title.fr).toBe("Titre de l'autre");
});

test("a mistake is worded beside its field, with everything that was written", async () => {
	const one = await enter("one-member");
	const { address, steps } = await fresh(one);
	const [first = ""] = steps();
	const open = `${address}?open=step:${first}`;

	const refused = await send(one, open, `step-${first}`, {
		titleFr: " ",
		guidanceFr: "Un conseil écrit entre-temps.",
		basis: "law",
		reference: "",
		n: "0",
	});

	expect(refused.status).toBe(422);
	expect(says(refused, "Écrivez un texte en français.")).toBe(true);
	expect(says(refused, "Un nombre entier, de 1 à 1000.")).toBe(true);
	expect(says(refused, "Un conseil écrit entre-temps.")).toBe(true);
});

test("a form that sends itself is answered with the revision alone", async () => {
	const one = await enter("one-member");
	const { address, steps } = await fresh(one);
	const [first = ""] = steps();
	const open = `${address}?open=step:${first}`;
	const form = formIn(await get(open, one), `step-${first}`);

	const path = `${address}?_data=routes%2Fstudio.%24draftId`;
	const kept = await post(path, one, { ...form, titleFr: "Écrit tout seul", auto: "yes" });

	expect([kept.status, JSON.parse(kept.body)]).toEqual([
		200,
		{ saved: { revision: 1, made: true } },
	]);
});

test("a file is read line by line, and taken once its notices are read", async () => {
	const one = await enter("one-member");
	const broken = exampleDocument.replace('"role": "', '"role": "inconnu-');

	const noJson = await post("/studio/new", one, { origin: "file", file: "{ oups" });
	const refused = await post("/studio/new", one, { origin: "file", file: broken });
	const asked = await post("/studio/new", one, { origin: "file", file: exampleDocument });
	const taken = await post("/studio/new", one, {
		...{ origin: "file", file: exampleDocument, known: "yes" },
	});

	expect([noJson.status, refused.status, asked.status, taken.status]).toEqual([422, 422, 422, 303]);
	expect(refused.body).toMatch(/Ligne \d+/);
	expect(says(asked, "Ce fichier se lit. Avant de le prendre :")).toBe(true);
});

test("what did not come from our page is refused", async () => {
	const one = await enter("one-member");
	const { address, steps } = await fresh(one);
	const form = formIn(await get(`${address}?open=step:${steps()[0]}`, one), `step-${steps()[0]}`);

	expect((await post(address, one, { ...form, secret: "x" })).status).toBe(400);
	expect((await post(address, one, { ...form, act: "drop-table" })).status).toBe(400);
	expect((await post(address, one, { ...form, part: "step:../x" })).status).toBe(400);
	expect((await get("/studio/AAAAAAAAAAAAAAAAAAAAAA", one)).status).toBe(404);
});

test("the studio is there for coordinators alone", async () => {
	const spotter = await enter("spotter-member");
	const { address } = await fresh(await enter("one-member"));

	for (const path of ["/studio", "/studio/new", address]) {
		expect((await get(path, spotter)).status, path).toBe(404);
	}
	expect((await post("/studio/new", spotter, { origin: "model", model: "example" })).status).toBe(
		404,
	);
});

function settle(id: string) {
	const userId = `${id}-user`;
	insertAccount(db, { id: userId, email: `${id}@exemple.invalid`, name: id, at: monday });
	db.insert(members)
		.values({
			...{ id: `${id}-member`, userId, structureId: "coordination" },
			...{ label: id, duty: "coordinator" },
		})
		.run();
}

async function enter(memberId: string): Promise<string> {
	now += 1_000;
	const entered = await app.ask({ method: "POST", path: `/demonstration/${memberId}`, form: {} });
	expect(entered.status).toBe(303);
	return (entered.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

async function begin(cookie: string, form: Record<string, string>): Promise<Answered> {
	const created = await post("/studio/new", cookie, form);
	expect(created.status).toBe(303);
	return get(String(created.headers.location), cookie);
}

/** A new draft from the blank page, with what the store knows of it. */
async function fresh(cookie: string) {
	now += 1_000;
	const form = { origin: "skeleton", titleFr: "Protocole d'essai", titleEn: "" };
	const created = await post("/studio/new", cookie, form);
	const address = String(created.headers.location);
	return { address, steps: () => phaseSteps(address, 0) };
}

function protocolAt(address: string) {
	const draftId = address.split("/").at(-1) ?? "";
	const draft = draftOf(db, { territoryId: "small", draftId });
	if (!draft) throw new Error(`${draftsOf(db, "small").length} drafts, and none is ${draftId}.`);
	return draft.protocol;
}

function phaseSteps(address: string, phase: 0 | 1 | 2): string[] {
	return protocolAt(address).phases[phase].steps.map(({ id }) => id);
}

function stepIn(address: string, id: string) {
	return protocolAt(address)
		.phases.flatMap(({ steps }) => steps)
		.find((step) => step.id === id);
}

function outcomesOf(address: string, id: string): string[] {
	return stepIn(address, id)?.outcomes.map(({ code }) => code) ?? [];
}

/** Sends one form of a page, as a browser without scripts would, with some fields changed. */
async function send(
	cookie: string,
	path: string,
	form: string,
	changes: Record<string, string>,
): Promise<Answered> {
	now += 1_000;
	return post(path, cookie, { ...formIn(await get(path, cookie), form), ...changes });
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function post(path: string, cookie: string, form: Record<string, string>): Promise<Answered> {
	return app.ask({ method: "POST", path, cookie, form });
}

/** What a browser would send of a form as it stands; of boxes, none of ours are ticked beforehand. */
function formIn({ body }: Answered, name: string): Record<string, string> {
	const html = new RegExp(`<form[^>]*data-form="${name}".*?</form>`, "s").exec(body)?.[0];
	if (!html) throw new Error(`The page has no form “${name}”.`);
	const values: Record<string, string> = {};
	for (const [input] of html.matchAll(/<input[^>]*>/g)) {
		if (/type="(checkbox|radio)"/.test(input) && !/checked/.test(input)) continue;
		values[attribute(input, "name")] = attribute(input, "value");
	}
	for (const [area, words = ""] of html.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)) {
		values[attribute(area, "name")] = plain(words).replace(/^\n/, "");
	}
	for (const [select] of html.matchAll(/<select.*?<\/select>/gs)) {
		const chosen = /<option[^>]*selected[^>]*>/.exec(select)?.[0];
		const first = /<option[^>]*>/.exec(select)?.[0] ?? "";
		values[attribute(select, "name")] = attribute(chosen ?? first, "value");
	}
	return values;
}

function attribute(tag: string, name: string): string {
	return plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function plain(html: string): string {
	return html
		.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll("&quot;", '"')
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&")
		.replaceAll(/<!-- -->/g, "");
}

/** Whether the words are on a page; the page itself would drown what a test has to say. */
function says({ body }: Answered, words: string): boolean {
	return plain(body).includes(words);
}
