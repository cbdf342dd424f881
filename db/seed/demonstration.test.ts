import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { lifeStates } from "#protocols/casework/handoff/life.ts";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { structuresHolding } from "../circumstances.ts";
import { type Db, migrate, openDb } from "../client.ts";
import { answersOf, signaturesOf } from "../consultation-answers.ts";
import { commentsOf } from "../consultation-comments.ts";
import { consultationsOf } from "../consultations.ts";
import { historyOf } from "../history.ts";
import { versionsInUse } from "../moving.ts";
import { publishedProtocols } from "../protocol-versions.ts";
import { checkRows } from "../rebuild.ts";
import { scenariosOfVersion } from "../scenarios.ts";
import { accounts, users } from "../schema/accounts.ts";
import { handoffs } from "../schema/handoffs.ts";
import { outbox } from "../schema/journal.ts";
import { openSteps, situations } from "../schema/situations.ts";
import { members, structures } from "../schema/structures.ts";
import { territories } from "../schema/territories.ts";
import { beginningOfVersion } from "../version-origin.ts";
import { isUninhabited, seedDemonstration } from "./demonstration.ts";
import { demonstrationPassword } from "./people.ts";

/** Sunday, in the middle of the night: a first start may come at any time. */
const sundayNight = Date.UTC(2026, 10, 22, 2, 11);
const db = seeded(sundayNight);

test("the same instant gives the same demonstration, to the byte", { timeout: 60_000 }, () => {
	const again = seeded(sundayNight);

	expect(everythingIn(again)).toEqual(everythingIn(db));
});

test("every row of every made-up situation is as its history tells it", () => {
	expect(checkRows(db)).toEqual([]);
});

test("the territory is marked as made up, and so is everything in it", () => {
	const phones = db.select({ phone: structures.phone }).from(structures).all();
	const addresses = db.select({ email: users.email }).from(users).all();

	expect(db.select().from(territories).all()).toMatchObject([
		{ id: "demonstration", demonstration: true, timeZone: "Europe/Paris" },
	]);
	// The ranges that the French numbering plan keeps for films and books.
	for (const { phone } of phones) {
		expect(phone).toMatch(/^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49) \d\d \d\d$/);
	}
	for (const { email } of addresses) expect(email).toMatch(/@demonstration\.invalid$/);
});

test("situations still run under an earlier version, and may be moved to the present one", () => {
	const asked = { territoryId: "demonstration", protocolId: "reference-a" };
	const [present, earlier, ...others] = versionsInUse(db, asked);

	expect(others).toEqual([]);
	expect([present?.published, earlier?.published]).toEqual([true, false]);
	expect(earlier?.running).toBeGreaterThan(1);
});

test("each protocol is published with the scenarios of its model", () => {
	for (const { id, hash } of publishedProtocols(db, "demonstration")) {
		const kept = scenariosOfVersion(db, { territoryId: "demonstration", hash });
		expect(kept.map((scenario) => scenario.id)).toEqual(
			modelOf(id)?.scenarios.map((scenario) => scenario.id),
		);
		expect(beginningOfVersion(db, { territoryId: "demonstration", hash })).toEqual({ model: id });
	}
});

test("the next version of a protocol waits for the second of two signatures", () => {
	const [consultation, ...others] = consultationsOf(db, "demonstration");
	if (!consultation) throw new Error("The demonstration consults about a version.");
	const answers = answersOf(db, consultation.id);

	expect(others).toEqual([]);
	expect(signaturesOf(consultation, answers)).toMatchObject({ asked: 2, signed: 1, holds: false });
	expect(answers.length).toBeGreaterThan(10);
	expect(commentsOf(db, consultation.id)).toHaveLength(1);
});

test.each(["reference-a", "reference-b", "reference-c"])(
	"every role of %s is held by somebody who can be reached",
	(model) => {
		const read = readProtocol(modelOf(model)?.document);
		const roles = read.ok ? read.protocol.roles.filter(({ external }) => !external) : [];

		const orphaned = roles.filter(
			({ id }) => structuresHolding(db, "demonstration", id).length === 0,
		);

		expect(roles.length).toBeGreaterThan(10);
		expect(orphaned).toEqual([]);
	},
);

test("every structure has somebody at its reception", () => {
	const received = db
		.select()
		.from(members)
		.all()
		.filter(({ reception }) => reception);

	const all = db.select({ id: structures.id }).from(structures).all();
	expect(new Set(received.map(({ structureId }) => structureId)).size).toBe(all.length);
});

test("everybody signs in with the password that is written down", async () => {
	const hashes = new Set(
		db
			.select({ hash: accounts.password })
			.from(accounts)
			.all()
			.map(({ hash }) => hash),
	);
	const [hash] = hashes;

	expect(hashes.size).toBe(1);
	expect(demonstrationPassword.length).toBeGreaterThanOrEqual(15);
	expect(await verifyPassword({ hash: hash ?? "", password: demonstrationPassword })).toBe(true);
});

test("there are situations in every phase, closed ones, late steps and a choice to make", () => {
	const all = db.select().from(situations).all();
	const steps = db.select().from(openSteps).all();
	const open = all.filter(({ status }) => status === "open");

	for (const phase of ["identification", "orientation", "accompaniment"]) {
		expect(open.filter((situation) => situation.phase === phase).length).toBeGreaterThan(3);
	}
	expect(all.length - open.length).toBeGreaterThan(2);
	expect(steps.filter(({ overdue }) => overdue).length).toBeGreaterThan(5);
	expect(steps.filter(({ paused }) => paused).length).toBeGreaterThan(3);
	expect(steps.filter(({ structureId }) => structureId === null).length).toBeGreaterThan(0);
	expect(steps.map(({ stepId }) => stepId)).toEqual(
		expect.arrayContaining(["find-shelter", "absence-check", "keep-bond"]),
	);
});

test("where nobody acted any more, one situation waits for an answer and one closed by itself", () => {
	const all = db.select().from(situations).all();

	expect(all.filter(({ inactivity }) => inactivity === "proposal")).toHaveLength(1);
	expect(all.filter(({ closedBy }) => closedBy === "system")).toHaveLength(1);
	expect(all.filter(({ closedBy }) => closedBy === "people").length).toBeGreaterThan(2);
});

test("handoffs stand at every place where somebody has something to do", () => {
	const all = db.select().from(handoffs).all();
	const states = new Set(all.map(({ state }) => state));
	const atCrip = all.filter(
		({ recipientId, state, urgency }) =>
			recipientId === "crip-aubepine" && state === "sent" && urgency === "urgent",
	);
	const unread = all.filter(({ state, awaited }) => state === "completed" && awaited === "sender");

	// Ends that only a slip brings about need no example.
	const rare = ["failed", "cancelled", "enteredInError", "discarded", "inProgress.contacted"];
	expect(lifeStates.filter((state) => !states.has(state) && !rare.includes(state))).toEqual([]);
	expect(atCrip.length).toBeGreaterThanOrEqual(3);
	expect(unread.length).toBeGreaterThan(0);
});

test("what happened before the seed is announced to nobody", () => {
	const waiting = db
		.select()
		.from(outbox)
		.all()
		.filter(({ sentAt }) => sentAt === null);

	expect(waiting).toEqual([]);
});

test("a seed that fails leaves nothing behind", () => {
	const empty = emptyStore();
	empty.$client.exec(
		"CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END",
	);

	expect(() => seedDemonstration(empty, { now: sundayNight })).toThrow();
	expect(isUninhabited(empty)).toBe(true);
});

function emptyStore(): Db {
	const store = openDb(":memory:");
	migrate(store);
	return store;
}

function seeded(now: number): Db {
	const store = emptyStore();
	seedDemonstration(store, { now });
	return store;
}

/** Every row of every table, as text; sealed with fresh keys each time, events are told instead. */
function everythingIn(store: Db): string[] {
	const { $client } = store;
	const names = $client
		.prepare(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
		)
		.pluck()
		.all() as string[];
	const sealed = ["journal", "checkpoints"];
	const rows = names
		.filter((name) => !sealed.includes(name))
		.flatMap((name) =>
			$client
				.prepare(`SELECT * FROM ${name}`)
				.all()
				.map((row) => `${name} ${JSON.stringify(row)}`),
		);
	const histories = store.select({ pk: situations.pk }).from(situations).all();
	return [...rows, ...histories.map(({ pk }) => JSON.stringify(historyOf(store, pk)))];
}
