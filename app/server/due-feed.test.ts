import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { loader } from "#app/routes/feeds.$secret.ts";
import { makeFeed, withdrawFeed } from "#db/due-feeds.ts";
import { workOf } from "#db/own-work.ts";
import { audit } from "#db/schema/audit.ts";
import { dueFeeds } from "#db/schema/messages.ts";
import { participations } from "#db/schema/situations.ts";
import { members } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { momentAt } from "#db/small-territory.ts";
import { calendarOf, hoursDue } from "./due-feed.server.ts";
import {
	day,
	hour,
	type LettersStage,
	lettersStage,
	mondayAtTen,
} from "./letters-stage.for-tests.ts";

const owner = { userId: "crip-user", memberId: "crip-member", structureId: "crip" };

test("a calendar shows the hours in which something is due, and not a word more", async () => {
	const { stage, secret } = withFeed();
	const due = workOf(stage.db, { structureId: "crip", territoryId: "small" });

	const text = await read(stage, secret);

	const events = eventsIn(text);
	expect(due.length).toBeGreaterThan(0);
	expect(events.map(({ DTSTART }) => DTSTART)).toEqual(
		hoursDue(
			due.map(({ dueAt }) => dueAt),
			mondayAtTen,
		).map(stamp),
	);
	expect(new Set(events.map(({ SUMMARY }) => SUMMARY))).toEqual(
		new Set(["Échéance (Espace professionnel)"]),
	);
	const parts = stage.db.select().from(participations).all();
	for (const { handle, code } of parts) {
		expect(text).not.toContain(handle);
		expect(text).not.toContain(code);
	}
});

test("an entry keeps its name from one reading to the next, and has another one in another feed", async () => {
	const { stage, secret } = withFeed();

	const first = eventsIn(await read(stage, secret)).map(({ UID }) => UID);
	stage.at(mondayAtTen + 2 * hour);
	const second = eventsIn(await read(stage, secret)).map(({ UID }) => UID);
	const other = makeFeed(stage.db, momentAt(mondayAtTen, 50), owner);
	const third = eventsIn(await read(stage, other)).map(({ UID }) => UID);

	expect(first.length).toBeGreaterThan(0);
	expect(second).toEqual(first);
	for (const uid of third) expect(first).not.toContain(uid);
});

test("an address that was replaced, withdrawn, never made, or of somebody without a place is absent alike", async () => {
	const { stage, secret } = withFeed();
	const refusals = [await refused(stage, "A".repeat(22)), await refused(stage, "short")];

	const another = makeFeed(stage.db, momentAt(mondayAtTen, 50), owner);
	refusals.push(await refused(stage, secret));
	withdrawFeed(stage.db, momentAt(mondayAtTen, 51), owner);
	refusals.push(await refused(stage, another));
	const last = makeFeed(stage.db, momentAt(mondayAtTen, 52), owner);
	stage.db
		.update(members)
		.set({ active: false, suspended: "disabled" })
		.where(eq(members.id, "crip-member"))
		.run();
	refusals.push(await refused(stage, last));

	expect(refusals).toEqual(refusals.map(() => refusals[0]));
	expect(refusals[0]).toMatchObject({ status: 404 });
});

test("a made-up address is shut where the demonstration is", async () => {
	const { stage, secret } = withFeed();
	stage.db.update(territories).set({ demonstration: true }).run();

	expect(await read(stage, secret)).toContain("BEGIN:VCALENDAR");
	stage.services.environment.demonstration = false;
	expect(await refused(stage, secret)).toMatchObject({ status: 404 });
});

test("the secret is kept nowhere, and making and withdrawing leave a line in the trail", () => {
	const { stage, secret } = withFeed();

	const [row] = stage.db.select().from(dueFeeds).all();
	withdrawFeed(stage.db, momentAt(mondayAtTen, 51), owner);

	expect(secret).toMatch(/^[\w-]{22}$/);
	expect(JSON.stringify(row)).not.toContain(secret);
	const acts = stage.db.select().from(audit).all();
	expect(acts.map(({ act }) => act).slice(-2)).toEqual(["FEED_MADE", "FEED_WITHDRAWN"]);
	expect(withdrawFeed(stage.db, momentAt(mondayAtTen, 53), owner)).toBe(false);
});

test("whoever reads too often is asked to wait, and reads again an hour later", async () => {
	const { stage, secret } = withFeed();

	for (let count = 0; count < 60; count += 1) await read(stage, secret);

	expect(await refused(stage, secret)).toMatchObject({ status: 429 });
	stage.at(mondayAtTen + 3 * hour);
	expect(await read(stage, secret)).toContain("BEGIN:VCALENDAR");
});

test("nothing on the way keeps a calendar", async () => {
	const { stage, secret } = withFeed();

	const { headers } = await ask(stage, secret);

	expect(headers.get("cache-control")).toBe("no-store");
	expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
});

test("a calendar is written as RFC 5545 has it, also when nothing is due", () => {
	const host = `${"very-".repeat(12)}long.example.org`;
	const hours = [mondayAtTen, mondayAtTen + day];
	const given = { now: mondayAtTen, secret: "A".repeat(22), host, language: "fr" } as const;

	for (const text of [calendarOf({ ...given, hours }), calendarOf({ ...given, hours: [] })]) {
		const lines = text.split("\r\n");
		expect(lines.pop()).toBe("");
		expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
		for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(isWhole(text)).toBe(true);
		expect(text).toContain("\r\nVERSION:2.0\r\n");
		expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
	}
	const [first] = eventsIn(calendarOf({ ...given, hours }));
	expect(first).toMatchObject({
		UID: expect.stringMatching(/^[\w-]{22}@very-.*org$/),
		DTSTAMP: "20260907T080000Z",
		DTSTART: "20260907T080000Z",
		CLASS: "PRIVATE",
		TRANSP: "TRANSPARENT",
	});
});

test("due dates of the same hour are one, and those of long ago or far ahead are none", () => {
	const at = mondayAtTen + 20 * 60_000;

	expect(hoursDue([at, at + 60_000, null, at - 8 * day, at + 100 * day], at)).toEqual([
		mondayAtTen,
	]);
});

function withFeed(): { stage: LettersStage; secret: string } {
	const stage = lettersStage();
	return { stage, secret: makeFeed(stage.db, momentAt(mondayAtTen, 40), owner) };
}

function ask({ services }: LettersStage, secret: string): Promise<Response> {
	const request = new Request(`https://relais.example.org/feeds/${secret}`, {
		headers: { "x-client-ip": "203.0.113.0" },
	});
	const context = { services, nonce: "", fault: { store: false } };
	return Promise.resolve().then(() => loader({ request, params: { secret }, context }));
}

async function read(stage: LettersStage, secret: string): Promise<string> {
	return (await ask(stage, secret)).text();
}

async function refused(stage: LettersStage, secret: string) {
	try {
		await ask(stage, secret);
	} catch (thrown) {
		if (!(thrown instanceof Response)) throw thrown;
		return { status: thrown.status, headers: [...thrown.headers], body: await thrown.text() };
	}
	throw new Error("The address opened.");
}

function stamp(at: number): string {
	return `${new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, "")}`;
}

/** The lines of a calendar, unfolded. */
function linesOf(text: string): string[] {
	return text.replaceAll("\r\n ", "").trim().split("\r\n");
}

/** The properties of each event, by name without its parameters. */
function eventsIn(text: string): Record<string, string>[] {
	const events: Record<string, string>[] = [];
	for (const line of linesOf(text)) {
		if (line === "BEGIN:VEVENT") events.push({});
		const colon = line.indexOf(":");
		const event = events.at(-1);
		if (event) event[line.slice(0, colon).split(";")[0] ?? ""] ??= line.slice(colon + 1);
	}
	return events;
}

/** Whether what begins also ends, one inside the other, with at least one component inside. */
function isWhole(text: string): boolean {
	const frames = linesOf(text).filter((line) => /^(BEGIN|END):/.test(line));
	const innermost = /BEGIN:(\w+)\nEND:\1(\n|$)/;
	let left = frames.join("\n");
	while (innermost.test(left)) left = left.replace(innermost, "");
	return left === "" && frames.length >= 4;
}
