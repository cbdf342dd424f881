import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { invitationMs } from "#db/invitations.ts";
import { accounts, tries, users } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/audit.ts";
import { invitations } from "#db/schema/invitations.ts";
import { members } from "#db/schema/structures.ts";
import { Browser, type Page } from "./page-reader.for-tests.ts";
import { enteredAs, realPassword, realTerritory, settled } from "./real-territory.for-tests.ts";
import { testOrigin, testServices } from "./services.for-tests.ts";
import { type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

let services: ReturnType<typeof testServices>;
let app: WholeApp;
let coordinationId: string;

beforeAll(async () => {
	services = testServices();
	({ coordinationId } = realTerritory(services));
	await settled(services, { id: "boss", structureId: "crip", reception: true, manager: true });
	await settled(services, { id: "other", structureId: "street", reception: true, manager: true });
	const keeper = { reception: true, manager: true, duty: "coordinator" } as const;
	await settled(services, { id: "keeper", structureId: coordinationId, ...keeper });
	await settled(services, { id: "admin", structureId: coordinationId, duty: "administrator" });
	app = await wholeApp(services);
}, 120_000);

beforeEach(() => {
	services.db.delete(tries).run();
	services.db.update(invitations).set({ end: "withdrawn", endedAt: 0, email: null }).run();
});

afterAll(() => app.close());

const place = { email: "nina@structure.fr", name: "Nina Exemple", password: realPassword };

test("a manager gets a link once, and only its hash is kept", async () => {
	const boss = await as("boss");
	const form = await boss.open(paths.inviteColleague());
	const fields = await fieldsOf(form, { label: "Infirmière A" }, ["reception"]);

	const shown = await boss.send(paths.inviteColleague(), fields);
	const again = await boss.send(paths.inviteColleague(), fields);

	const link = linkIn(shown);
	expect(link).toMatch(new RegExp(`^${testOrigin}/join/[\\w-]{43}$`));
	expect(linkIn(again)).toBeUndefined();
	expect(again.body).toContain("son lien ne se montre qu");
	expect(pending()).toHaveLength(1);
	expect(JSON.stringify(pending())).not.toContain(link?.split("/").at(-1));
	expect(pending()[0]).toMatchObject({
		structureId: "crip",
		label: "Infirmière A",
		reception: true,
		manager: false,
		duty: "professional",
		inviter: "manager",
		invitedBy: "boss",
	});
});

test.each([
	["Jeanne Martin", "ressemble à un nom de personne"],
	["Infirmière 1", "Des lettres et des espaces seulement"],
	["boss", "porte déjà ce nom"],
	["", "Écrivez le métier et une lettre"],
])("“%s” is not what partners may read of somebody", async (label, sentence) => {
	const boss = await as("boss");
	const form = await boss.open(paths.inviteColleague());

	const refused = await boss.send(paths.inviteColleague(), await fieldsOf(form, { label }));

	expect(refused.status).toBe(422);
	expect(textOf(refused)).toContain(sentence);
	expect(pending()).toEqual([]);
});

test("somebody joins with a password, and goes no further than their second factor", async () => {
	const path = await invited("boss", { label: "Éducatrice A" });
	const nina = new Browser(app);
	const opened = await nina.openFromElsewhere(path);
	expect(textOf(opened)).toContain("CRIP de l'Ain vous invite");

	const entered = await nina.send(path, place);

	expect(entered.url.pathname).toBe(paths.enrolment());
	const row = services.db.select().from(users).where(eq(users.email, place.email)).get();
	expect(row).toMatchObject({ name: "Nina Exemple" });
	expect(services.db.select().from(audit).all().at(-1)?.act).not.toBe("SIGN_IN");
	expect((await nina.open(paths.myDay())).url.pathname).toBe(paths.enrolment());
	forget(place.email);
});

test("looking at a link uses nothing up, however often; joining does, and then all say the same", async () => {
	const path = await invited("boss", { label: "Éducatrice B" });
	for (let looks = 0; looks < 20; looks++) {
		expect((await new Browser(app).openFromElsewhere(path)).status).toBe(200);
	}
	await new Browser(app).send(path, place);

	const withdrawn = await invited("boss", { label: "Éducatrice C" });
	services.db
		.update(invitations)
		.set({ end: "withdrawn", endedAt: 0 })
		.where(eq(invitations.label, "Éducatrice C"))
		.run();
	const expired = await invited("boss", { label: "Éducatrice D" });
	services.db
		.update(invitations)
		.set({ expiresAt: services.clock.now() })
		.where(eq(invitations.label, "Éducatrice D"))
		.run();
	const never = paths.join("x".repeat(43));

	const late = await new Browser(app).send(path, { ...place, email: "late@structure.fr" });
	expect(late.status).toBe(404);
	expect(textOf(late)).toContain("Si vous avez déjà créé votre compte, connectez-vous");
	const pages = await Promise.all(
		[path, withdrawn, expired, never].map(async (gone) => {
			const page = await new Browser(app).openFromElsewhere(gone);
			const secret = gone.split("/").at(-1) ?? "";
			return { status: page.status, body: plain(page, secret) };
		}),
	);
	expect(pages[0]?.status).toBe(404);
	for (const page of pages) expect(page).toEqual(pages[0]);
	forget(place.email);
});

test("an address that has an account joins only while signed in with it", async () => {
	const path = await invited("boss", { label: "Éducatrice E" });
	const visitor = new Browser(app);

	const refused = await visitor.send(path, { ...place, email: "OTHER@structure.fr" });
	expect(refused.status).toBe(422);
	expect(textOf(refused)).toContain("ne peut pas servir à un nouveau compte");
	expect(textOf(await visitor.open(`${path}/accept`))).toContain("Connectez-vous d'abord");

	const other = await as("other");
	expect((await other.open(path)).url.pathname).toBe(`${path}/accept`);
	await other.send(`${path}/accept`, {});
	const rows = services.db.select().from(members).where(eq(members.userId, "other")).all();
	expect(rows.map(({ structureId, label }) => [structureId, label]).sort()).toEqual([
		["crip", "Éducatrice E"],
		["street", "other"],
	]);
	expect((await other.open(path)).status).toBe(404);
	services.db.delete(members).where(eq(members.label, "Éducatrice E")).run();
});

test("nobody can be made to accept: a form of another site is refused", async () => {
	const path = await invited("boss", { label: "Éducatrice F" });
	const [name, value] = await enteredAs(services, "other");

	const answered = await app.ask({
		path: `${path}/accept`,
		method: "POST",
		cookie: `${name}=${value}`,
		form: {},
		headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
	});

	expect(answered.status).toBe(403);
	expect(pending()).toHaveLength(1);
});

test.each([
	[{ password: "trop court" }, "au moins 15 caractères"],
	[{ password: "Nina Exemple 12345" }, "se devine"],
	[{ name: "" }, "Écrivez votre nom"],
	[{ email: "nina@structure" }, "n'est pas complète"],
])("%j is refused in words, and the link stays", async (wrong, sentence) => {
	const path = await invited("boss", { label: "Éducatrice G" });

	const refused = await new Browser(app).send(path, { ...place, ...wrong });

	expect(refused.status).toBe(422);
	expect(textOf(refused)).toContain(sentence);
	expect(refused.body).not.toContain("password" in wrong ? wrong.password : realPassword);
	expect(pending()).toHaveLength(1);
});

test("ten links that open nothing close the door to their network, good ones too, for a quarter of an hour", async () => {
	const path = await invited("boss", { label: "Éducatrice H" });
	const visitor = new Browser(app);
	for (let tried = 0; tried < 10; tried++) {
		expect((await visitor.open(paths.join(`${tried}`.repeat(43)))).status).toBe(404);
	}

	expect((await visitor.open(path)).status).toBe(429);
	expect((await visitor.send(path, place)).status).toBe(429);
	services.pass(15 * 60_000);
	expect((await visitor.open(path)).status).toBe(200);
});

test("addresses cannot be tried out with one good link", async () => {
	const path = await invited("boss", { label: "Éducatrice I" });
	const visitor = new Browser(app);
	const taken = { ...place, email: "boss@structure.fr" };
	for (let tried = 0; tried < 10; tried++) {
		expect((await visitor.send(path, taken)).status).toBe(422);
	}

	expect((await visitor.send(path, taken)).status).toBe(429);
}, 30_000);

test("a link of the operator opens for one address alone", async () => {
	const path = await invited("boss", { label: "Éducatrice J" });
	services.db
		.update(invitations)
		.set({ email: "only@structure.fr" })
		.where(eq(invitations.label, "Éducatrice J"))
		.run();

	const refused = await new Browser(app).send(path, place);
	expect(textOf(refused)).toContain("pour une autre adresse");
	const entered = await new Browser(app).send(path, { ...place, email: "Only@structure.fr" });
	expect(entered.url.pathname).toBe(paths.enrolment());
	forget("only@structure.fr");
});

test("an invitation is withdrawn by whoever looks after it, and is not there for anybody else", async () => {
	await invited("boss", { label: "Éducatrice K" });
	const id = pending()[0]?.id ?? "";

	for (const stranger of ["other", "keeper", "admin"]) {
		expect((await (await as(stranger)).send(paths.withdrawInvitation(id), {})).status).toBe(404);
	}
	expect(pending()).toHaveLength(1);
	const boss = await as("boss");
	expect(textOf(await boss.send(paths.withdrawInvitation(id), {}))).toContain("Invitation retirée");
	expect(pending()).toEqual([]);
	expect((await boss.send(paths.withdrawInvitation(id), {})).status).toBe(404);
});

test("the keeper of the directory invites the first manager, and nobody once there is one", async () => {
	const keeper = await as("keeper");
	const path = paths.inviteManager("street");
	expect(textOf(await keeper.open(path))).toContain("a déjà une personne responsable");
	expect((await keeper.send(path, { key: "a".repeat(22), label: "Cheffe A" })).status).toBe(409);

	services.db.update(members).set({ manager: false }).where(eq(members.id, "other")).run();
	const shown = await keeper.send(
		path,
		await fieldsOf(await keeper.open(path), { label: "Cheffe A" }),
	);
	expect(linkIn(shown)).toBeDefined();
	expect(pending()).toMatchObject([
		{ structureId: "street", manager: true, reception: true, inviter: "keeper" },
	]);
	services.db.update(members).set({ manager: true }).where(eq(members.id, "other")).run();
});

test("the administrator invites for a duty, into the coordination of a territory", async () => {
	const admin = await as("admin");
	const form = await admin.open(paths.inviteToDuty());

	const shown = await admin.send(
		paths.inviteToDuty(),
		await fieldsOf(form, { label: "Coordinatrice B", duty: "coordinator", territory: "d01" }),
	);

	expect(linkIn(shown)).toBeDefined();
	expect(pending()).toMatchObject([
		{ structureId: coordinationId, duty: "coordinator", manager: true, inviter: "administrator" },
	]);
});

test.each([
	["boss", [paths.inviteToDuty(), paths.inviteManager("street")]],
	["keeper", [paths.inviteToDuty()]],
	["admin", [paths.inviteColleague(), paths.inviteManager("street")]],
])("%s invites nobody beyond what is theirs", async (who, addresses) => {
	const browser = await as(who);
	for (const address of addresses) {
		expect((await browser.open(address)).status).toBe(404);
		const form = { key: "a".repeat(22), label: "Intrus A" };
		expect((await browser.send(address, form)).status).toBe(404);
	}
	expect(pending()).toEqual([]);
});

test("inviting asks again who is there, when that was proved a while ago", async () => {
	const boss = await as("boss");
	services.pass(6 * 60_000);
	const form = await boss.open(paths.inviteColleague());
	expect(form.body).toContain("proofCode");

	const fields = await fieldsOf(form, { label: "Infirmière Z" });
	const refused = await boss.send(paths.inviteColleague(), fields);

	expect(refused.status).toBe(422);
	expect(refused.body).toContain("Infirmière Z");
	expect(pending()).toEqual([]);
});

test("there is no other way to make an account", async () => {
	const before = services.db.select().from(users).all().length;
	for (const path of ["/api/auth/sign-up/email", "/sign-up", "/register", "/join"]) {
		expect((await app.ask({ path, method: "POST", form: place })).status).not.toBe(200);
	}
	expect(services.db.select().from(users).all()).toHaveLength(before);
	expect(services.db.select().from(accounts).all()).toHaveLength(before);
});

test("an invitation lasts 48 hours", () => {
	expect(invitationMs).toBe(48 * 3_600_000);
});

async function as(userId: string): Promise<Browser> {
	const browser = new Browser(app);
	browser.setCookie(...(await enteredAs(services, userId)));
	return browser;
}

/** Has somebody invited, and gives the path of the link. */
async function invited(by: string, wishes: Record<string, string>): Promise<string> {
	const browser = await as(by);
	const form = await browser.open(paths.inviteColleague());
	const shown = await browser.send(paths.inviteColleague(), await fieldsOf(form, wishes));
	const link = linkIn(shown);
	if (link === undefined) throw new Error(`No link: ${shown.status} ${textOf(shown)}`);
	return link.slice(testOrigin.length);
}

async function fieldsOf(
	{ body }: Page,
	wishes: Record<string, string>,
	rights: string[] = [],
): Promise<[string, string][]> {
	const key = /name="key" value="([\w-]{22})"/.exec(body)?.[1] ?? "";
	return [
		["key", key],
		...Object.entries(wishes),
		...rights.map((right): [string, string] => ["rights", right]),
	];
}

function linkIn({ body }: Page): string | undefined {
	return /value="(http:\/\/relais\.test\/join\/[\w-]+)"/.exec(body)?.[1];
}

function pending() {
	return services.db
		.select()
		.from(invitations)
		.all()
		.filter(({ end }) => end === null);
}

/** Makes a joined account as if it had never been, for the next test. */
function forget(email: string): void {
	const { db } = services;
	const user = db.select().from(users).where(eq(users.email, email)).get();
	if (!user) throw new Error(`${email} has no account.`);
	db.delete(members).where(eq(members.userId, user.id)).run();
	db.delete(users).where(eq(users.id, user.id)).run();
}

function textOf({ body }: Page): string {
	return body
		.replaceAll(/<(script|style)\b.*?<\/\1>/gs, " ")
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll(/[\s\u00a0]+/g, " ");
}

/** The page without what is new each time, and without what the visitor said. */
function plain({ body }: Page, secret: string): string {
	return body.replaceAll(secret, "secret").replaceAll(/nonce="[^"]*"/g, "nonce");
}
