import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { structureDaysOf } from "#db/calendars.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { migrate, openDb } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { waitingRecalculations } from "#db/recalculation.ts";
import { members } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { testServices } from "./services.for-tests.ts";
import { sweepAll } from "./timers-worker.server.ts";
import { enterAs, says, settleCoordinator } from "./visits.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/* The working calendar as people meet it, over HTTP, without JavaScript. */

const db = openDb(":memory:");
/** A Monday to come: sessions also end by the clock of the machine. */
const september = Date.UTC(2027, 8, 6, 8);
let now = september;
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => now } },
});
const week = {
	change: "week",
	timeZone: "Europe/Paris",
	holidays: "metropole",
	opens: "09:00",
	closes: "12:00",
};
const days = ["1", "2", "3", "4", "5"];
let app: WholeApp;

beforeAll(async () => {
	migrate(db);
	const territory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	db.update(members).set({ manager: true }).where(eq(members.id, "crip-member")).run();
	settleCoordinator(db);
	for (let seed = 1; seed <= 24; seed += 1) {
		now = Math.max(now, tellInStore(territory, seed === 1 ? sentToCrip : [], at(seed)).now);
	}
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("a coordinator sees what new hours move before anything is changed, then confirms", async () => {
	const coordinator = await enterAs(app, "coordination-member");

	const page = await get("/territory/calendar", coordinator);
	const looked = await post("/territory/calendar", coordinator, weekOf(days));
	const before = workingCalendarOf(db, "small").office;
	const confirmed = await post("/territory/calendar", coordinator, `${weekOf(days)}&confirmed=yes`);

	expect(says(page, "Calendrier de travail")).toBe(true);
	expect(looked.status).toBe(200);
	expect(says(looked, "Bureaux de 09:00 à 12:00")).toBe(true);
	expect(says(looked, "25 délais en cours regardés")).toBe(true);
	expect(looked.body).toContain('name="confirmed" value="yes"');
	expect(before).toEqual({ startMinute: 540, endMinute: 1080 });
	expect(confirmed.headers.location).toBe("/territory/calendar?saved=going");
	expect(workingCalendarOf(db, "small").office).toEqual({ startMinute: 540, endMinute: 720 });
	expect(typesIn(1).at(-1)).toBe("clocks-recalculated");
});

test("what was left behind is computed by the next sweep, before anything strikes", async () => {
	expect(waitingRecalculations(db)).toEqual(["small"]);

	await sweepAll(services);

	expect(waitingRecalculations(db)).toEqual([]);
	expect(typesIn(24).at(-1)).toBe("clocks-recalculated");
});

test("mistakes are said next to their field, and change nothing", async () => {
	const coordinator = await enterAs(app, "coordination-member");
	const send = (body: string) => post("/territory/calendar", coordinator, body);

	const late = await send(weekOf(days).replace("closes=12%3A00", "closes=08%3A00"));
	const noDay = await send(weekOf([]));
	const noTime = await send(weekOf(days).replace("opens=09%3A00", "opens=dawn"));
	const past = await send("change=add&kind=closed&date=2020-01-01");
	const noDate = await send("change=add&kind=closed&date=2026-02-30");
	const noKind = await send("change=add&date=2027-12-24");
	const gone = await send("change=remove&date=2027-12-24");

	const told = [
		[late, "La fermeture vient après l'ouverture."],
		[noDay, "Choisissez au moins un jour travaillé."],
		[noTime, "Écrivez une heure, comme 09:00."],
		[past, "Choisissez un jour du mois passé ou des deux ans qui viennent."],
		[noDate, "Choisissez un jour qui existe."],
		[noKind, "Dites si ce jour est fermé ou ouvert."],
		[gone, "Ce jour n'est plus dans la liste."],
	] as const;
	for (const [answer, words] of told) {
		expect([answer.status, says(answer, words)], words).toEqual([422, true]);
	}
	expect(late.body).toContain('value="08:00"');
	expect((await send("change=everything")).status).toBe(400);
	expect((await send("change=remove&date=2027-12-24&force=yes")).status).toBe(400);
});

test("exceptional days are added and taken away one by one", async () => {
	const coordinator = await enterAs(app, "coordination-member");
	const send = (body: string) => post("/territory/calendar", coordinator, body);

	const looked = await send("change=add&kind=closed&date=2027-12-24");
	await send("change=add&kind=closed&date=2027-12-24&confirmed=yes");
	const twice = await send("change=add&kind=open&date=2027-12-24");
	const page = await get("/territory/calendar", coordinator);
	await send("change=remove&date=2027-12-24&confirmed=yes");

	expect(says(looked, "Jour fermé ajouté : vendredi 24 décembre 2027")).toBe(true);
	expect(says(twice, "Ce jour est déjà dans la liste.")).toBe(true);
	expect(says(page, "vendredi 24 décembre 2027")).toBe(true);
	expect(workingCalendarOf(db, "small").closedDates).toEqual([]);
});

test("a manager closes their structure, and everybody of it reads that in the coming months", async () => {
	const manager = await enterAs(app, "crip-member");
	const send = (body: string) => post("/structure/calendar", manager, body);

	const looked = await send("change=add&from=2027-10-18&to=2027-10-29");
	await send("change=add&from=2027-10-18&to=2027-10-29&confirmed=yes");
	await send("change=week&weekdays=3&onCall=yes&confirmed=yes");
	const page = await get("/structure/calendar", manager);
	const months = await get("/territory/calendar/months", manager);
	const backwards = await send("change=add&from=2027-10-29&to=2027-10-18");
	const endless = await send("change=add&from=2027-11-01&to=2028-06-01");

	expect(says(looked, "Du lundi 18 octobre 2027 au vendredi 29 octobre 2027")).toBe(true);
	expect(says(page, "12 jours")).toBe(true);
	expect(structureDaysOf(db, "crip")).toMatchObject({ onCall: true, closing: { weekdays: [3] } });
	expect(says(months, "Structure fermée ce jour-là")).toBe(true);
	expect(says(months, "Armistice de 1918")).toBe(true);
	expect(says(backwards, "Le dernier jour vient après le premier.")).toBe(true);
	expect(says(endless, "plus de 100 jours de suite sans jour travaillé")).toBe(true);
	await send("change=remove&from=2027-10-18&to=2027-10-29&confirmed=yes");
	expect(structureDaysOf(db, "crip").closing.dates).toEqual([]);
});

test("the coordinator keeps the days of a structure that nobody answers for, and of no other", async () => {
	const coordinator = await enterAs(app, "coordination-member");

	const dormant = await get("/directory/care/calendar", coordinator);
	const changed = await post(
		"/directory/care/calendar",
		coordinator,
		"change=week&weekdays=1&confirmed=yes",
	);
	const managed = await get("/directory/crip/calendar", coordinator);
	const forced = await post("/directory/crip/calendar", coordinator, "change=week&confirmed=yes");

	expect(says(dormant, "Fermetures et astreinte")).toBe(true);
	expect(changed.headers.location).toBe("/directory/care/calendar?saved=going");
	expect(structureDaysOf(db, "care").closing.weekdays).toEqual([1]);
	expect([managed.status, forced.status]).toEqual([200, 409]);
	expect(says(managed, "tient lui-même ses fermetures")).toBe(true);
	expect(managed.body).not.toContain('name="change"');
	expect(structureDaysOf(db, "crip").closing.weekdays).toEqual([3]);
});

test("a delay is answered in words, with every day that counts", async () => {
	const spotter = await enterAs(app, "spotter-member");
	const ask = (query: string) => get(`/territory/calendar/delay?${query}`, spotter);

	const answered = await ask("n=3&unit=working-days&start=2026-05-12T16%3A00&structure=");
	const ofCrip = await ask("n=1&unit=working-days&start=2026-05-12T16%3A00&structure=crip");
	const fromNow = await ask("n=24&unit=clock-hours&start=&structure=");
	const wrong = await ask("n=0&unit=working-days&start=2026-02-30T10%3A00");

	expect(says(answered, "Il finirait le lundi 18 mai 2026 à 12 h 00.")).toBe(true);
	expect(says(answered, "Ascension")).toBe(true);
	expect(says(ofCrip, "Il finirait le vendredi 15 mai 2026 à 12 h 00.")).toBe(true);
	expect(says(ofCrip, "Structure fermée, chaque semaine")).toBe(true);
	expect(says(fromNow, "24 heures d'horloge")).toBe(true);
	expect(says(wrong, "Écrivez un nombre entier de 1 à 400.")).toBe(true);
	expect(says(wrong, "Écrivez un jour et une heure qui existent")).toBe(true);
});

test("calendars are changed by those who keep them, and by nobody else", async () => {
	const spotter = await enterAs(app, "spotter-member");

	expect((await get("/territory/calendar", spotter)).status).toBe(404);
	expect((await post("/territory/calendar", spotter, weekOf(days))).status).toBe(404);
	expect((await get("/structure/calendar", spotter)).status).toBe(404);
	expect((await get("/directory/care/calendar", spotter)).status).toBe(404);
	expect((await get("/territory/calendar/months", spotter)).status).toBe(200);
});

function weekOf(worked: readonly string[]): string {
	const form = new URLSearchParams(week);
	for (const day of worked) form.append("workDays", day);
	return form.toString();
}

function at(seed: number) {
	return { seed, startsAt: september };
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function post(path: string, cookie: string, body: string): Promise<Answered> {
	return app.ask({ method: "POST", path, cookie, form: [...new URLSearchParams(body)] });
}

function typesIn(situationPk: number): string[] {
	return historyOf(db, situationPk).map(({ type }) => type);
}
