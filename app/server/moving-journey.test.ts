import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { publishVersion } from "#db/protocol-versions.ts";
import { territories } from "#db/schema/territories.ts";
import { accompanied, sentToCrip, tellInStore } from "#db/small-casework.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { editedVersion } from "#protocols/casework/edited.for-tests.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { testServices } from "./services.for-tests.ts";
import { enterAs, settleCoordinator } from "./visits.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * Moving running situations to the next version, as a coordinator does it over HTTP: two that can
 * go on, one for which somebody has to say what becomes of an added track.
 */

const db = openDb(":memory:");
const hourMs = 3_600_000;
// Later than the machine: the library of sessions asks that clock too.
const startsAt = Date.UTC(2040, 0, 2, 8);
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => startsAt + 48 * hourMs } },
});
let app: WholeApp;
let [old, next] = ["", ""];

beforeAll(async () => {
	migrate(db);
	const territory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	settleCoordinator(db);
	for (const [seed, acts] of [sentToCrip, sentToCrip.slice(0, 1), accompanied].entries()) {
		tellInStore(territory, acts, { seed: seed + 1, startsAt });
	}
	const { protocol } = editedVersion(compileProtocol(territory.protocol));
	old = territory.versionHash;
	next = publishVersion(db, { territoryId: "small", protocol, at: startsAt + hourMs });
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("the page says how many run under which version, the map, and what it would do to each", async () => {
	const page = await get("/protocols/example/move", await enterAs(app, "coordination-member"));

	expect(page.status).toBe(200);
	expect(says(page, "2 situations peuvent passer.")).toBe(true);
	expect(says(page, "1 reste sous sa version.")).toBe(true);
	expect(says(page, "Il reste à dire si l'axe « Accueillir")).toBe(true);
	expect(page.body).toContain('value="send-concern>send-concern"'.replace(">", "&gt;"));
	expect(page.body.match(/name="one"/g)).toHaveLength(2);
});

test("a coordinator reads titles and structures there, no answer and no code", async () => {
	const page = await get("/protocols/example/move", await enterAs(app, "coordination-member"));

	const names = db.$client
		.prepare("SELECT handle, code, alias FROM participations")
		.all() as Record<string, string>[];
	for (const row of names) {
		for (const value of Object.values(row)) expect(page.body).not.toContain(value);
	}
	for (const answer of ["L2_RISK", "L3_DANGER", "MINOR_YES", "A15_17"]) {
		expect(page.body).not.toContain(answer);
	}
});

test("looking at another map moves nothing, and says what stands in the way", async () => {
	const coordinator = await enterAs(app, "coordination-member");

	const looked = await post(coordinator, { map: ["send-concern>close-anew"], intent: "check" });
	const undecided = await post(coordinator, { map: ["send-concern>"], intent: "check" });

	expect([looked.status, undecided.status]).toEqual([200, 200]);
	expect(says(looked, "sans transmission.")).toBe(true);
	expect(says(undecided, "est ouverte et n'a pas de correspondance.")).toBe(true);
	expect([1, 2, 3].flatMap(typesIn)).not.toContain("situation-moved");
});

test("one is moved by its own button, once the person has proved who they are", async () => {
	const coordinator = await enterAs(app, "coordination-member");
	const page = await get("/protocols/example/move", coordinator);
	const one = /name="one" value="([^"]{22})"/.exec(page.body)?.[1] ?? "";

	const moved = await post(coordinator, { one, proofTick: "yes" });
	const again = await post(coordinator, { one, proofTick: "yes" });

	expect([moved.status, moved.headers.location]).toEqual([
		303,
		`/protocols/example/move?from=${old}&saved=1`,
	]);
	expect(again.headers.location).toBe(`/protocols/example/move?from=${old}&saved=0`);
	expect([1, 2, 3].map((pk) => typesIn(pk).at(-1) === "situation-moved")).toEqual([
		true,
		false,
		false,
	]);
});

test("all that can be are moved, and the history of each says so in words", async () => {
	const coordinator = await enterAs(app, "coordination-member");

	const tracks = ["added>begins"];
	const moved = await post(coordinator, { intent: "all", tracks, proofTick: "yes" });
	const after = await get("/protocols/example/move", coordinator);
	const [path = ""] = situationsIn(await get("/my-day", await enterAs(app, "spotter-member")));
	const situation = await get(path, await enterAs(app, "spotter-member"));

	expect(moved.headers.location).toBe(`/protocols/example/move?from=${old}&saved=2`);
	expect(historyOf(db, 3).findLast(({ type }) => type === "situation-moved")).toMatchObject({
		to: next,
		begins: ["added"],
	});
	expect(says(after, "Aucune situation ne court sous une version antérieure")).toBe(true);
	expect(says(situation, "La situation continue sous une autre version du protocole")).toBe(true);
});

test("it is nothing to anybody else, and odd fields are no form of ours", async () => {
	const spotter = await enterAs(app, "spotter-member");
	const coordinator = await enterAs(app, "coordination-member");

	expect((await get("/protocols/example/move", spotter)).status).toBe(404);
	expect((await post(spotter, { intent: "all" })).status).toBe(404);
	expect((await post(coordinator, { map: ["Léa Martin"], intent: "check" })).status).toBe(400);
	expect((await get("/protocols/unknown/move", coordinator)).status).toBe(404);
});

function post(cookie: string, form: Record<string, string | string[]>): Promise<Answered> {
	const fields = Object.entries({ from: old, page: "1", ...form }).flatMap(([name, value]) =>
		[value].flat().map((one): [string, string] => [name, one]),
	);
	return app.ask({ method: "POST", path: "/protocols/example/move", cookie, form: fields });
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function says({ body }: Answered, words: string): boolean {
	const plain = body.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ").replaceAll("&#x27;", "'");
	return plain.replaceAll("<!-- -->", "").includes(words);
}

function situationsIn({ body }: Answered): string[] {
	return [...new Set([...body.matchAll(/\/situations\/[\w-]{22}/g)].map(([path]) => path))];
}

function typesIn(situationPk: number): string[] {
	return historyOf(db, situationPk).map(({ type }) => type);
}
