import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedProtocol } from "#db/protocol-versions.ts";
import { audit } from "#db/schema/audit.ts";
import { drafts } from "#db/schema/drafts.ts";
import { members, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { demonstrationId, seedDemonstration } from "#db/seed/demonstration.ts";
import { isShared } from "#db/shared-protocols.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { readFile } from "#protocols/exchange/read-file.ts";
import { kindsOfAccounts, signedIn } from "./matrix/askers.for-tests.ts";
import { sha256 } from "./protocol-exports.server.ts";
import { testServices } from "./services.for-tests.ts";
import { type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * A protocol that leaves a territory, as people do it over HTTP: as a file whoever reads it may
 * take, and shared with the coordinator of another territory, who starts a draft from it.
 */

const now = Date.UTC(2040, 0, 2, 8);
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { clock: { now: () => now } },
});
const { db } = services;
const reader = "professional";
let app: WholeApp;
let version: string;

beforeAll(async () => {
	seedDemonstration(db, { now });
	settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).where(eq(territories.id, "small")).run();
	db.insert(structures)
		.values({ id: "steering", territoryId: "small", name: "Pilotage", kind: "coordination" })
		.run();
	db.update(members)
		.set({ duty: "coordinator", structureId: "steering" })
		.where(eq(members.id, "spotter-member"))
		.run();
	version = publishedProtocol(db, demonstrationId, "reference-b")?.hash ?? "";
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app?.close());

test("any member takes the published protocol away, and the file vouches for itself", async () => {
	const { cookie, memberId } = await enter(reader, demonstrationId);

	const file = await app.ask({ path: "/protocols/reference-b/export/json", cookie });

	expect(file.status).toBe(200);
	expect(file.headers["content-disposition"]).toBe(
		`attachment; filename="protocole-${version.slice(0, 8)}.relais.json"`,
	);
	expect(file.headers["x-content-type-options"]).toBe("nosniff");
	const read = readFile(file.body, sha256);
	expect(read).toMatchObject({ ok: true, notices: [], origin: { status: "published" } });
	expect(JSON.parse(file.body).sha256).toBe(version);
	expect(exportsBy(memberId)).toEqual([version]);
});

test("what is no format, no protocol, or of somebody else is absent, and leaves no trace", async () => {
	const { cookie, memberId } = await enter(reader, "small");
	for (const path of [
		"/protocols/reference-b/export/json",
		"/protocols/example/export/exe",
		`/studio/${"A".repeat(22)}/export/json`,
	]) {
		expect((await app.ask({ path, cookie })).status, path).toBe(404);
	}
	expect(exportsBy(memberId)).toEqual([]);
});

test("booklet and cards are for any member, and only roles of the territory have one", async () => {
	const { cookie } = await enter(reader, demonstrationId);
	const statusOf = async (path: string) => (await app.ask({ path, cookie })).status;

	expect(await statusOf("/protocols/reference-b/print")).toBe(200);
	expect(await statusOf("/protocols/reference-b/cards/crip")).toBe(200);
	expect(await statusOf("/protocols/reference-b/cards/parquet")).toBe(404);
	expect(await statusOf("/protocols/reference-b/cards/nobody")).toBe(404);
	expect(await statusOf("/protocols/absent/print")).toBe(404);
});

test("a version is shared by who coordinates, and by nobody else", async () => {
	const form = { share: "yes", version };
	const path = "/protocols/reference-b/export?index";
	const professional = await enter(reader, demonstrationId);
	const refused = await app.ask({ method: "POST", path, form, cookie: professional.cookie });
	expect(refused.status).toBe(404);
	expect(isShared(db, { territoryId: demonstrationId, hash: version })).toBe(false);

	const coordinator = await enter("coordinator", demonstrationId);
	const shared = await app.ask({ method: "POST", path, form, cookie: coordinator.cookie });

	expect(shared.status).toBe(303);
	expect(isShared(db, { territoryId: demonstrationId, hash: version })).toBe(true);
});

test("another territory reads who wrote it, and starts a draft that remembers", async () => {
	const { cookie } = await enter("coordinator", "small");
	const page = await app.ask({ path: "/shared-protocols", cookie });
	expect(page.body).toContain("Département de démonstration");

	const form = { territory: demonstrationId, version };
	const started = await app.ask({ method: "POST", path: "/shared-protocols", form, cookie });

	expect(started.status).toBe(303);
	const [draft] = db.select().from(drafts).where(eq(drafts.territoryId, "small")).all();
	expect(draft).toMatchObject({ origin: "shared", baseHash: version, sharedBy: demonstrationId });
	const file = await app.ask({ path: `/studio/${draft?.id}/export/json`, cookie });
	expect(JSON.parse(file.body).origin).toEqual({
		territory: "Petit territoire",
		status: "draft",
		from: { sha256: version, territory: "Département de démonstration" },
	});
	const professional = await enter(reader, "small");
	const asked = { path: `/studio/${draft?.id}/export/json`, cookie: professional.cookie };
	expect((await app.ask(asked)).status).toBe(404);
});

test("what is taken back is no longer started from", async () => {
	const coordinator = await enter("coordinator", demonstrationId);
	await app.ask({
		method: "POST",
		path: "/protocols/reference-b/export?index",
		form: { share: "no", version },
		cookie: coordinator.cookie,
	});
	const { cookie } = await enter("coordinator", "small");

	const form = { territory: demonstrationId, version };
	const refused = await app.ask({ method: "POST", path: "/shared-protocols", form, cookie });

	expect(refused.status).toBe(409);
	expect(refused.body).toContain("plus partagé");
	expect(db.select().from(drafts).where(eq(drafts.territoryId, "small")).all()).toHaveLength(1);
});

async function enter(duty: string, territoryId: string) {
	const member = kindsOfAccounts(db).find(
		(one) => one.duty === duty && one.territoryId === territoryId,
	);
	if (!member) throw new Error(`${territoryId} has no ${duty}.`);
	const { cookie } = await signedIn(app, member);
	return { cookie, memberId: member.id };
}

function exportsBy(memberId: string): (string | null)[] {
	return db
		.select({ subject: audit.subject })
		.from(audit)
		.where(and(eq(audit.act, "EXPORTED"), eq(audit.actor, memberId)))
		.all()
		.map(({ subject }) => subject);
}
