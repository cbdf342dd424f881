import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { forgetLetters, tryLettersAgain } from "#db/letter-upkeep.ts";
import { outbox } from "#db/schema/journal.ts";
import { letters, structureLetters } from "#db/schema/messages.ts";
import { members, structureClosingDays, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { latestLetters } from "#db/shown-letters.ts";
import { sendLetters } from "./letters.server.ts";
import {
	addCoordination,
	addMember,
	day,
	hour,
	type LettersStage,
	lettersStage,
	minute,
	mondayAtTen,
	standing,
	wish,
} from "./letters-stage.for-tests.ts";
import { noMail } from "./mail.server.ts";

const crip = "crip@exemple.invalid";
const saturday = mondayAtTen + 5 * day;

test("what is urgent goes at once, what waits goes with the next notice", async () => {
	const stage = lettersStage();
	stage.tell({ kind: "urgent" });
	stage.tell({ kind: "waiting" });

	await sendLetters(stage.services);

	expect(stage.got()).toEqual([`urgent ${crip}`]);
	await untilSent(stage, 2);
	const [, notice] = stage.relay.letters;
	expect(notice).toMatchObject({ text: "waiting", to: crip });
	expect(Math.abs((notice?.at ?? 0) - afternoonOf(mondayAtTen))).toBeLessThanOrEqual(21 * minute);
});

test("many messages at once are one letter", async () => {
	const stage = lettersStage();
	for (let count = 0; count < 30; count += 1)
		stage.tell({ kind: count % 2 ? "urgent" : "waiting" });

	await sendLetters(stage.services);
	stage.at(mondayAtTen + 8 * hour);
	await sendLetters(stage.services);

	expect(stage.got()).toEqual([`urgent ${crip}`, `waiting ${crip}`]);
});

test("what happens after a letter was handed over is told by another letter", async () => {
	const stage = lettersStage();
	stage.relay.answer = () => "not-now";
	stage.tell({ kind: "urgent" });
	await sendLetters(stage.services);

	stage.tell({ kind: "urgent" });
	stage.relay.answer = () => "taken";
	stage.at(mondayAtTen + 2 * hour);
	await sendLetters(stage.services);

	expect(standing(stage).filter((one) => one.startsWith("urgent"))).toEqual([
		"urgent sent 2",
		"urgent sent 1",
	]);
});

test("a relay that is down loses no letter, counts no try, and is an incident after five", async () => {
	const stage = lettersStage();
	stage.relay.answer = () => "no-relay";
	for (const structureId of ["crip", "crip-2", "crip-3"])
		stage.tell({ structureId, kind: "urgent" });
	const start = mondayAtTen + hour;
	const tried: number[] = [];

	for (let at = start; at < start + 3 * hour; at += minute) {
		stage.at(at);
		const before = stage.relay.letters.length;
		await sendLetters(stage.services);
		if (stage.relay.letters.length > before) tried.push((at - start) / minute);
	}

	// One letter a try, after 1, 5, 15, 60 and again 60 minutes; the others are left in peace.
	expect(tried).toEqual([0, 1, 6, 21, 81, 141]);
	expect(stage.relay.letters).toHaveLength(6);
	expect(stage.incidents()).toMatchObject([{ source: "outbox", reason: "relay-silent" }]);
	expect(standing(stage).filter((one) => one.startsWith("urgent"))).toEqual(
		Array(3).fill("urgent queued 0"),
	);

	stage.relay.answer = () => "taken";
	stage.at(start + 5 * hour);
	await sendLetters(stage.services);

	expect(standing(stage).filter((one) => one.startsWith("urgent"))).toEqual(
		Array(3).fill("urgent sent 1"),
	);
	expect(stage.incidents()).toEqual([]);
});

test("a letter that fails five times becomes an incident and stops no other", async () => {
	const stage = lettersStage();
	stage.relay.answer = ({ to }) => (to === crip ? "not-now" : "taken");
	stage.tell({ kind: "urgent" });
	const start = mondayAtTen + hour;
	const tried: number[] = [];

	for (let at = start; at < start + 4 * hour; at += minute) {
		stage.at(at);
		const before = stage.letters().length;
		await sendLetters(stage.services);
		if (stage.letters().length > before) tried.push((at - start) / minute);
	}
	stage.tell({ structureId: "crip-2", kind: "urgent" });
	await sendLetters(stage.services);

	expect(tried).toEqual([0, 1, 6, 21, 81]);
	expect(
		new Set(
			stage
				.letters()
				.slice(0, 5)
				.map(({ number }) => number),
		).size,
	).toBe(1);
	expect(stage.incidents()).toMatchObject([{ source: "outbox", reason: "letter-failed" }]);
	expect(stage.got().at(-1)).toBe("urgent crip-2@exemple.invalid");
});

test("a letter that the relay will never take is an incident at once, and can be tried again", async () => {
	const stage = lettersStage();
	stage.relay.answer = () => "never";
	stage.tell({ kind: "urgent" });

	await sendLetters(stage.services);

	expect(standing(stage)).toContain("urgent failed 1");
	expect(stage.incidents()).toMatchObject([{ reason: "letter-refused" }]);

	stage.relay.answer = () => "taken";
	const [{ id = 0 } = {}] = stage.db.select().from(letters).where(eq(letters.text, "urgent")).all();
	tryLettersAgain(stage.db, `letter:${id}`, mondayAtTen + 2 * hour);
	stage.at(mondayAtTen + 2 * hour);
	await sendLetters(stage.services);

	expect(standing(stage)).toContain("urgent sent 1");
	expect(new Set(stage.letters().map(({ number }) => number)).size).toBe(1);
});

test("a process that ends between sending and recording sends the same letter again, once", async () => {
	const stage = lettersStage();
	const { $client } = stage.db;
	stage.tell({ kind: "urgent" });
	$client.exec(
		"CREATE TRIGGER gone BEFORE UPDATE OF state ON letters BEGIN SELECT RAISE(ABORT, 'gone'); END",
	);

	await expect(sendLetters(stage.services)).rejects.toThrow("gone");
	$client.exec("DROP TRIGGER gone");
	await sendLetters(stage.services);
	expect(stage.relay.letters).toHaveLength(1);
	stage.at(mondayAtTen + hour + minute);
	await sendLetters(stage.services);
	stage.at(mondayAtTen + 3 * hour);
	await sendLetters(stage.services);

	const urgent = stage.relay.letters.filter(({ text }) => text === "urgent");
	expect(urgent).toHaveLength(2);
	expect(new Set(urgent.map(({ number }) => number)).size).toBe(1);
	expect(standing(stage)).toContain("urgent sent 2");
});

test("a letter at which the process ends each time is not tried for ever", async () => {
	const stage = lettersStage();
	stage.tell({ kind: "urgent" });
	stage.services.mail.send = () => Promise.reject(new Error("the process ended here"));

	for (let at = mondayAtTen + hour; at < mondayAtTen + 6 * hour; at += minute) {
		stage.at(at);
		await sendLetters(stage.services).catch(() => {});
	}

	expect(standing(stage)).toContain("urgent failed 5");
	expect(stage.incidents()[0]).toMatchObject({ source: "outbox", reason: "letter-failed" });
});

test("whoever lost their place since gets nothing any more", async () => {
	const stage = lettersStage();
	stage.tell({ kind: "waiting" });
	await sendLetters(stage.services);
	stage.db
		.update(members)
		.set({ active: false, suspended: "disabled" })
		.where(eq(members.id, "crip-member"))
		.run();

	stage.at(mondayAtTen + 8 * hour);
	await sendLetters(stage.services);

	expect(stage.got()).toEqual([]);
	expect(standing(stage)).toContain("waiting dropped 1");
});

test("nobody is told that something waits where nothing waits any more", async () => {
	const stage = lettersStage();
	stage.tell({ structureId: "lead", kind: "waiting" });

	await sendLetters(stage.services);
	stage.at(mondayAtTen + 8 * hour);
	await sendLetters(stage.services);

	expect(stage.got()).toEqual([]);
	expect(standing(stage)).toContain("waiting dropped 1");
});

test("a structure where nobody is left has its coordination told; without one, it is an incident", async () => {
	const stage = lettersStage();
	stage.db.update(structures).set({ active: false }).where(eq(structures.id, "crip")).run();
	stage.tell({ kind: "urgent" });

	await sendLetters(stage.services);
	await sendLetters(stage.services);

	expect(stage.incidents()).toMatchObject([{ reason: "nobody-to-tell" }]);
	expect(unmade(stage)).toBe(1);

	addCoordination(stage);
	stage.tell({ kind: "urgent" });
	await sendLetters(stage.services);

	expect(stage.got()).toEqual(["urgent coordinator@example.org"]);
});

test("a message that cannot be made into letters stops none behind it", async () => {
	const stage = lettersStage();
	stage.tell({ structureId: "spotter", kind: "urgent" });
	stage.tell({ kind: "urgent" });
	stage.db.$client.exec(
		"CREATE TRIGGER odd BEFORE INSERT ON letters WHEN new.user_id = 'spotter-user' BEGIN SELECT RAISE(ABORT, 'odd'); END",
	);

	await sendLetters(stage.services);

	expect(stage.got()).toEqual([`urgent ${crip}`]);
	expect(stage.incidents()).toMatchObject([{ source: "outbox", reason: "letter-failed" }]);
	expect(unmade(stage)).toBe(1);
});

test("on a closing day only who is on call is told, and only what is urgent", async () => {
	const stage = lettersStage();
	stage.db.update(structures).set({ onCall: true }).where(eq(structures.id, "crip-2")).run();
	stage.at(saturday);
	for (const structureId of ["crip", "crip-2"]) {
		stage.tell({ structureId, kind: "urgent" });
		stage.tell({ structureId, kind: "waiting" });
	}

	await sendLetters(stage.services);
	stage.at(saturday + day);
	await sendLetters(stage.services);

	expect(stage.got()).toEqual(["urgent crip-2@exemple.invalid"]);
	stage.at(saturday + 2 * day);
	await sendLetters(stage.services);
	expect(stage.got()).toContain(`urgent ${crip}`);
	expect(stage.got()).toContain(`waiting ${crip}`);
});

test("a structure's own closing day is as quiet as a Sunday", async () => {
	const stage = lettersStage();
	stage.db.insert(structureClosingDays).values({ structureId: "crip", weekday: 1 }).run();
	stage.tell({ kind: "urgent" });

	await sendLetters(stage.services);

	expect(stage.got()).toEqual([]);
	stage.at(mondayAtTen + day);
	await sendLetters(stage.services);
	expect(stage.got()).toEqual([`urgent ${crip}`]);
});

test("a notice that a person does not want leaves theirs out, and nobody can do without urgent ones", async () => {
	const stage = lettersStage();
	wish(stage.db, "crip-user", { afternoon: false, weekly: false });
	stage.tell({ kind: "waiting" });
	stage.tell({ kind: "urgent" });

	await sendLetters(stage.services);
	stage.at(mondayAtTen + 10 * hour);
	await sendLetters(stage.services);
	expect(stage.got()).toEqual([`urgent ${crip}`]);

	stage.at(mondayAtTen + day);
	await sendLetters(stage.services);
	expect(stage.got()).toContain(`waiting ${crip}`);
});

test("where nobody of a structure wants notices, its reception has them all the same", async () => {
	const stage = lettersStage();
	addMember(stage, "nurse", { structureId: "crip" });
	for (const userId of ["crip-user", "nurse"]) {
		wish(stage.db, userId, { morning: false, afternoon: false, weekly: false });
	}
	stage.tell({ kind: "waiting" });

	await sendLetters(stage.services);
	stage.at(mondayAtTen + day);
	await sendLetters(stage.services);

	expect(stage.got()).toEqual([`waiting ${crip}`]);
});

test("a structure may keep urgent letters to its reception and a mailbox", async () => {
	const stage = lettersStage();
	addMember(stage, "nurse", { structureId: "crip" });
	stage.db
		.insert(structureLetters)
		.values({
			structureId: "crip",
			urgentTo: "reception",
			mailbox: "crip@example.org",
			mailboxNotices: false,
			language: "en",
		})
		.run();
	stage.tell({ kind: "urgent" });
	stage.tell({ kind: "waiting" });

	await sendLetters(stage.services);

	expect(stage.got().sort()).toEqual(["urgent crip@example.org", `urgent ${crip}`]);
	const [inEnglish] = stage.relay.letters.filter(({ to }) => to === "crip@example.org");
	expect(inEnglish).toMatchObject({ language: "en", subject: expect.stringContaining("look now") });
	stage.at(mondayAtTen + 10 * hour);
	await sendLetters(stage.services);
	expect(stage.got()).not.toContain("waiting crip@example.org");
});

test.each([
	["coordinators", "urgent coordinator@example.org"],
	["second-contact", "urgent second@example.org"],
] as const)(
	"a message to the %s of a structure goes to nobody else there",
	async (audience, to) => {
		const stage = lettersStage();
		addCoordination(stage);
		addMember(stage, "animator", { structureId: "coordination", duty: "animator" });
		addMember(stage, "second", { structureId: "crip", secondContact: true });
		const structureId = audience === "coordinators" ? "coordination" : "crip";
		stage.tell({ structureId, audience, kind: "urgent" });

		await sendLetters(stage.services);

		expect(stage.got()).toEqual([to]);
	},
);

test("the letter of the week goes once, on the first open morning, to who has something", async () => {
	const stage = lettersStage();
	stage.db.insert(structureClosingDays).values({ structureId: "crip", weekday: 1 }).run();
	wish(stage.db, "crip-user", { weekly: true });
	wish(stage.db, "spotter-user", { weekly: true });
	wish(stage.db, "lead-user", { weekly: true });
	const monday = mondayAtTen + 7 * day - 10 * hour;

	for (let at = monday; at < monday + 7 * day; at += hour) {
		stage.at(at);
		await sendLetters(stage.services);
	}

	const weekly = stage.relay.letters.filter(({ text, to }) => text === "weekly" && to === crip);
	expect(weekly).toHaveLength(1);
	const tuesday = mondayAtTen + 8 * day - 2 * hour;
	expect(Math.abs((weekly[0]?.at ?? 0) - tuesday)).toBeLessThanOrEqual(80 * minute);
	expect(stage.got()).toEqual([`weekly ${crip}`]);
});

test("the operator is told at once, and not again for every piece of the same trouble", async () => {
	const stage = lettersStage();
	const start = mondayAtTen + hour;

	for (let at = start; at < start + hour; at += minute) {
		stage.at(at);
		stage.tell({ structureId: null, kind: "operator" });
		await sendLetters(stage.services);
	}

	expect(stage.operatorGot()).toBe(4);
	expect(stage.relay.letters[0]).toMatchObject({ to: "hosting@example.org", at: start });
});

test("letters to the operator that fail are one incident, however many", async () => {
	const stage = lettersStage();
	stage.relay.answer = () => "never";
	for (const at of [1, 2, 3]) {
		stage.at(mondayAtTen + at * hour);
		stage.tell({ structureId: null, kind: "operator" });
		await sendLetters(stage.services);
	}

	expect(stage.incidents()).toMatchObject([{ reason: "letter-refused" }]);

	stage.relay.answer = () => "taken";
	tryLettersAgain(stage.db, "letter:operator", mondayAtTen + 4 * hour);
	stage.at(mondayAtTen + 4 * hour);
	await sendLetters(stage.services);
	expect(standing(stage).filter((one) => one.startsWith("operator sent"))).toHaveLength(3);
});

test("nothing is ever sent to people who are made up", async () => {
	const stage = lettersStage();
	stage.db.update(territories).set({ demonstration: true }).run();
	stage.tell({ kind: "urgent" });

	await sendLetters(stage.services);

	expect(stage.got()).toEqual([]);
	expect(standing(stage)).toContain("urgent shown 1");
	expect(stage.incidents()).toEqual([]);
});

test("without a relay letters are shown, and somebody hears that real people got nothing", async () => {
	const stage = lettersStage({ mail: noMail });
	stage.tell({ kind: "urgent" });
	stage.tell({ structureId: "crip-2", kind: "urgent" });

	await sendLetters(stage.services);

	expect(standing(stage).filter((one) => one.startsWith("urgent"))).toEqual([
		"urgent shown 1",
		"urgent shown 1",
	]);
	expect(stage.incidents()).toMatchObject([{ reason: "relay-missing" }]);
});

test("who administers real territories is shown kinds of readers and nobody made up, and the reverse", async () => {
	const stage = lettersStage();
	stage.tell({ kind: "urgent" });
	await sendLetters(stage.services);

	const real = latestLetters(stage.db, false, 10);
	expect(real).toMatchObject([{ text: "urgent", reader: "person", madeUp: null, state: "sent" }]);
	expect(latestLetters(stage.db, true, 10)).toEqual([]);

	stage.db.update(territories).set({ demonstration: true }).run();
	expect(latestLetters(stage.db, true, 10)).toMatchObject([{ madeUp: "crip, crip" }]);
	expect(latestLetters(stage.db, false, 10)).toEqual([]);
});

test("letters are forgotten after thirty days; what is unsent, or stuck, never is", async () => {
	const stage = lettersStage();
	stage.relay.answer = ({ to }) => (to === crip ? "never" : "taken");
	for (const structureId of ["crip", "crip-2"]) stage.tell({ structureId, kind: "urgent" });
	await sendLetters(stage.services);
	stage.relay.answer = () => "no-relay";
	stage.tell({ structureId: "crip-3", kind: "urgent" });
	await sendLetters(stage.services);

	forgetLetters(stage.db, mondayAtTen + 31 * day);

	const left = standing(stage).filter((one) => one.startsWith("urgent"));
	expect(left.sort()).toEqual(["urgent failed 1", "urgent queued 0"]);
	expect(stage.db.select().from(outbox).all()).toEqual([]);
});

function unmade({ db }: LettersStage): number {
	return db
		.select()
		.from(outbox)
		.all()
		.filter(({ sentAt, kind }) => sentAt === null && kind !== "operator").length;
}

/** One o'clock in the afternoon in Paris, in summer. */
function afternoonOf(morning: number): number {
	return morning + 3 * hour;
}

async function untilSent(stage: LettersStage, count: number): Promise<void> {
	let at = stage.services.clock.now();
	while (stage.relay.letters.length < count) {
		at += minute;
		stage.at(at);
		await sendLetters(stage.services);
	}
}
