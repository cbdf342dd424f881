import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { dayMs, dayOf } from "#db/colleagues.ts";
import { lookToday } from "#db/lived-days.ts";
import { lastReviewOf } from "#db/member-reviews.ts";
import { users } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/journal.ts";
import { members, structures } from "#db/schema/structures.ts";
import { sweepAccounts } from "./dormant-accounts.server.ts";
import { Browser, type Page } from "./page-reader.for-tests.ts";
import { enteredAs, realPassword, realTerritory, settled } from "./real-territory.for-tests.ts";
import { testServices } from "./services.for-tests.ts";
import { type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

let services: ReturnType<typeof testServices>;
let app: WholeApp;

beforeAll(async () => {
	services = testServices();
	const { coordinationId } = realTerritory(services);
	const both = { reception: true, manager: true };
	await settled(services, { id: "boss", structureId: "crip", ...both });
	await settled(services, { id: "nurse", structureId: "crip", label: "Infirmière A" });
	await settled(services, { id: "other", structureId: "street", ...both });
	await settled(services, {
		...{ id: "keeper", structureId: coordinationId, ...both },
		duty: "coordinator",
	});
	await settled(services, { id: "admin", structureId: coordinationId, duty: "administrator" });
	await settled(services, { id: "second", structureId: coordinationId, duty: "administrator" });
	app = await wholeApp(services);
}, 120_000);

beforeEach(() => {
	const active = { active: true, suspended: null };
	services.db.update(members).set(active).run();
});

afterAll(() => app.close());

test("a manager reads who may act, and how lately they came, in two words and no more", async () => {
	const now = services.clock.now();
	services.db
		.update(users)
		.set({ seenDay: dayOf(now) - 45 })
		.where(eq(users.id, "nurse"))
		.run();

	const list = await (await as("boss")).open(paths.colleagues());

	expect(textOf(list)).toContain("Infirmière A");
	expect(textOf(list)).toContain("il y a plus d'un mois");
	expect(list.body).not.toMatch(/Name of|@structure\.fr|seenDay|userId/);
});

test("nobody else reads that list, nor anything of a colleague of another structure", async () => {
	const boss = await as("boss");
	const absent = await boss.open(paths.colleague("nobody"));
	const foreign = await boss.open(paths.colleague("other"));

	expect(foreign.status).toBe(404);
	expect(plain(foreign, "other")).toEqual(plain(absent, "nobody"));
	for (const stranger of ["nurse", "admin"]) {
		expect((await (await as(stranger)).open(paths.colleagues())).status).toBe(404);
		expect((await (await as(stranger)).open(paths.colleague("boss"))).status).toBe(404);
	}
});

test("who is closed out is refused at their next request, and told to come back by a manager", async () => {
	const nurse = await as("nurse");
	expect((await nurse.open(paths.myDay())).status).toBe(200);

	const boss = await as("boss");
	const done = await boss.send(paths.colleague("nurse"), { act: "close" });

	expect(textOf(done)).toContain("ses sessions sont terminées");
	const refused = await nurse.open(paths.myDay());
	expect(refused.url.pathname).toBe(paths.signIn());
	expect(textOf(refused)).toContain("Vos droits ou votre compte ont changé");
	const signIn = { email: "nurse@structure.fr", password: realPassword };
	expect(textOf(await nurse.send(paths.signIn(), signIn))).toContain("Votre accès est suspendu");
	const wrong = { ...signIn, password: "not the password" };
	expect(textOf(await nurse.send(paths.signIn(), wrong))).not.toContain("suspendu");
	expect(acts()).toContain("MEMBER_SUSPENDED boss nurse");

	await boss.send(paths.colleague("nurse"), { act: "open" });
	const back = await (await as("nurse")).open(paths.myDay());
	expect(back.status).toBe(200);
});

test("a right that is taken is gone at the next request", async () => {
	services.db.update(members).set({ manager: true }).where(eq(members.id, "nurse")).run();
	const nurse = await as("nurse");
	expect((await nurse.open(paths.colleagues())).status).toBe(200);

	await (await as("boss")).send(paths.colleague("nurse"), { act: "rights" });

	expect((await nurse.open(paths.colleagues())).status).toBe(404);
	expect((await nurse.open(paths.myDay())).status).toBe(200);
	expect(acts()).toContain("MEMBER_CHANGED boss nurse");
});

test.each([
	[[["act", "rights"]], "Plus personne ne tiendrait la réception"],
	[
		[
			["act", "rights"],
			["rights", "reception"],
		],
		"Plus personne ne répondrait de la structure",
	],
	[[["act", "close"]], "pas fermer votre propre accès"],
] as [[string, string][], string][])(
	"the only manager cannot leave their structure without anybody: %j",
	async (fields, sentence) => {
		const boss = await as("boss");

		const refused = await boss.send(paths.colleague("boss"), fields);

		expect(refused.status).toBe(409);
		expect(textOf(refused)).toContain(sentence);
		expect(placeOf("boss")).toMatchObject({ active: true, reception: true, manager: true });
	},
);

test("closing somebody asks again who is there, when that was proved a while ago", async () => {
	const boss = await as("boss");
	services.pass(6 * 60_000);

	const refused = await boss.send(paths.colleague("nurse"), { act: "close" });

	expect(refused.status).toBe(422);
	expect(placeOf("nurse")).toMatchObject({ active: true });
});

test("a manager is reminded every three months to read the list again; the keeper sees the date", async () => {
	const boss = await as("boss");
	expect(textOf(await boss.open(paths.myDay()))).toContain("est à relire");

	await boss.send(paths.colleagues(), {});

	expect(lastReviewOf(services.db, "crip")).not.toBeNull();
	expect(textOf(await boss.open(paths.myDay()))).not.toContain("est à relire");
	const keeper = await as("keeper");
	expect(textOf(await keeper.open(paths.upkeep()))).toContain("liste revue le");
	services.pass(91 * dayMs);
	expect(textOf(await (await as("boss")).open(paths.myDay()))).toContain("est à relire");
});

test("the keeper of a directory sees how many act in a structure, never who nor when", async () => {
	const page = await (await as("keeper")).open(paths.upkeep());

	expect(textOf(page)).toContain("CRIP de l'Ain");
	expect(textOf(page)).toContain("2 personnes");
	expect(page.body).not.toMatch(/Infirmière A|this-month|longer-ago|Name of/);
});

test("ninety days away close an account, and the coordinator reads where nobody receives any more", async () => {
	for (const here of ["other", "keeper", "admin", "second", "nurse"]) {
		const today = dayOf(services.clock.now());
		services.db
			.update(users)
			.set({ seenDay: today + 80 })
			.where(eq(users.id, here))
			.run();
	}
	await (await as("boss")).open(paths.myDay());
	pass(91);

	sweepAccounts(services);
	sweepAccounts(services);

	expect(placeOf("boss")).toMatchObject({ suspended: "dormant" });
	expect(services.db.select().from(outbox).all()).toHaveLength(1);
	const keeper = await as("keeper");
	const day = textOf(await keeper.open(paths.myDay()));
	expect(day).toContain("CRIP de l'Ain : personne à la réception");
	expect(day).toContain("01 99 00 10 01");
	expect(textOf(await keeper.open(paths.upkeep()))).toContain("Inviter la personne responsable");
});

test("an administrator closes a duty, never the last one of its kind", async () => {
	const admin = await as("admin");

	expect((await admin.send(paths.dutyHolder("second"), { act: "close" })).status).toBe(200);
	expect(placeOf("second")).toMatchObject({ suspended: "disabled" });
	const last = await admin.send(paths.dutyHolder("keeper"), { act: "close" });
	expect(last.status).toBe(409);
	expect(textOf(last)).toContain("Plus personne ne coordonnerait ce territoire");
	expect((await admin.send(paths.dutyHolder("boss"), { act: "close" })).status).toBe(404);
	expect((await (await as("keeper")).open(paths.administration())).status).toBe(404);
});

test("whoever is invited for a duty is not the manager's to change", async () => {
	const keeper = await as("keeper");

	expect(textOf(await keeper.open(paths.colleagues()))).toContain("admin");
	expect((await keeper.open(paths.colleague("admin"))).status).toBe(404);
	expect((await keeper.send(paths.colleague("admin"), { act: "close" })).status).toBe(404);
});

test("the keeper adds a structure and changes its sheet; the guard reads what everybody will read", async () => {
	const keeper = await as("keeper");
	const sheet = { name: "Foyer du Bouleau", kind: "care-home", zone: "Nord", phone: "" };

	const refused = await keeper.send(paths.newStructure(), {
		...sheet,
		name: "Foyer du Bouleau 06 12 34 56 78",
	});
	expect(textOf(refused)).toContain("il n'a pas sa place ici");
	const doubted = await keeper.send(paths.newStructure(), {
		...sheet,
		name: "Foyer Jeanne Martin",
	});
	expect(textOf(doubted)).toContain("cochez la case ci-dessous");
	const inZone = await keeper.send(paths.newStructure(), { ...sheet, zone: "a@b.fr" });
	expect(textOf(inZone)).toContain("sans adresse");
	await keeper.send(paths.newStructure(), { ...sheet, name: "Foyer Jeanne Martin", place: "yes" });
	const row = services.db
		.select()
		.from(structures)
		.where(eq(structures.name, "Foyer Jeanne Martin"))
		.get();
	expect(row).toMatchObject({ territoryId: "d01", kind: "care-home", zone: "Nord", phone: null });

	const edited = await keeper.send(paths.editStructure(row?.id ?? ""), {
		...sheet,
		sensitive: "yes",
		phone: "01 99 00 10 02",
	});
	expect(textOf(edited)).toContain("Foyer du Bouleau");
	expect(textOf(edited)).toContain("protégée");
	expect(acts()).toContain(`STRUCTURE_CHANGED keeper ${row?.id}`);
	const taken = await keeper.send(paths.newStructure(), { ...sheet, name: "foyer du bouleau" });
	expect(textOf(taken)).toContain("porte déjà ce nom");
	for (const stranger of ["boss", "admin"]) {
		expect((await (await as(stranger)).open(paths.newStructure())).status).toBe(404);
	}
});

async function as(userId: string): Promise<Browser> {
	const browser = new Browser(app);
	browser.setCookie(...(await enteredAs(services, userId)));
	return browser;
}

/** Days on which the server looked, as it does every day. */
function pass(days: number): void {
	for (let day = 0; day < days; day++) {
		services.pass(dayMs);
		lookToday(services.db, services.clock.now());
	}
}

function placeOf(memberId: string) {
	return services.db.select().from(members).where(eq(members.id, memberId)).get();
}

/** What the trail keeps: the act, who did it, whom it concerns. */
function acts(): string[] {
	const rows = services.db.select().from(audit).all();
	return rows.map(({ act, actor, subject }) => `${act} ${actor} ${subject}`);
}

function textOf({ body }: Page): string {
	return body
		.replaceAll(/<(script|style)\b.*?<\/\1>/gs, " ")
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll(/[\s\u00a0]+/g, " ");
}

function plain({ status, body }: Page, name: string): string {
	return `${status} ${body.replaceAll(name, "…").replaceAll(/nonce="[^"]*"/g, "nonce")}`;
}
