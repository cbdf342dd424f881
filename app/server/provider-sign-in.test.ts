import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { invite } from "#db/invitations.ts";
import { isLinked, linkProvider, providerKey, unlinkProvider } from "#db/provider-links.ts";
import { accounts, sessions, tries, users } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/audit.ts";
import { members } from "#db/schema/structures.ts";
import { houseClient, type IdentityHouse, identityHouse } from "./identity-house.for-tests.ts";
import { Browser, type Page } from "./page-reader.for-tests.ts";
import { requireProvider } from "./provider-entry.server.ts";
import { enteredAs, realTerritory, settled } from "./real-territory.for-tests.ts";
import { testOrigin, testServices } from "./services.for-tests.ts";
import { type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

let house: IdentityHouse;
let services: ReturnType<typeof testServices>;
let app: WholeApp;

beforeAll(async () => {
	const callback = `${testOrigin}${paths.providerCallback()}`;
	house = await identityHouse(callback, `${testOrigin}${paths.signIn()}`);
	services = testServices({ variables: settings() });
	realTerritory(services);
	await settled(services, { id: "ada", structureId: "crip", reception: true, manager: true });
	await settled(services, { id: "bea", structureId: "street" });
	app = await wholeApp(services);
}, 120_000);

beforeEach(() => {
	const honest = { closed: false, claims: undefined, strangeKey: false, exchange: undefined };
	Object.assign(house, { next: { subject: "ada-there", acr: "eidas2", at: seconds() } }, honest);
	services.db.delete(sessions).run();
	services.db.delete(tries).run();
	for (const userId of ["ada", "bea"]) unlinkProvider(services.db, userId);
	services.db.update(members).set({ active: true, suspended: null }).run();
});

afterAll(async () => {
	house.stop();
	await app.close();
});

test("the door shows the way to the provider, by a link and under its own name", async () => {
	const door = await new Browser(app).open(paths.signIn());

	expect(door.body).toContain(`href="${paths.providerSignIn()}"`);
	expect(textOf(door)).toContain("Se connecter avec ProConnect");
});

test("whom the provider vouches for with two factors is in, though it is another site that leads back", async () => {
	link("ada");
	const ada = new Browser(app);

	const back = await ada.open(paths.providerSignIn());

	expect(back.url.pathname).toBe(paths.providerCallback());
	expect((await ada.goOn(back)).url.pathname).toBe(paths.myDay());
	// Led straight from the other site, the browser would have left the session behind.
	expect((await ada.openFromElsewhere(paths.myDay())).url.pathname).toBe(paths.signIn());
	expect(onlySession()).toMatchObject({ userId: "ada", way: "proconnect", proof: "full" });
	expect(services.db.select().from(audit).all().at(-2)).toMatchObject({ act: "SIGN_IN" });
});

test("one factor there leaves the second one to be given here", async () => {
	link("ada");
	house.next = { subject: "ada-there", acr: "eidas1", amr: ["pwd"] };
	const ada = new Browser(app);

	const door = await ada.goOn(await ada.open(paths.providerSignIn()));

	expect(door.url.pathname).toBe(paths.secondFactor());
	expect(onlySession()).toMatchObject({ proof: "first" });
	expect((await ada.open(paths.myDay())).url.pathname).toBe(paths.secondFactor());
});

test("somebody unknown here is told how to be linked, and no account is made", async () => {
	const before = services.db.select().from(users).all().length;

	const page = await new Browser(app).open(paths.providerSignIn());

	expect(page.status).toBe(403);
	expect(textOf(page)).toContain("Aucun compte n'est lié");
	expect(services.db.select().from(users).all()).toHaveLength(before);
	expect(services.db.select().from(sessions).all()).toEqual([]);
});

test("the same e-mail address links nothing", async () => {
	house.next = { subject: "ada@structure.fr", acr: "eidas2" };
	house.claims = (claims) => ({ ...claims, email: "ada@structure.fr", email_verified: true });

	const page = await new Browser(app).open(paths.providerSignIn());

	expect(page.status).toBe(403);
	expect(isLinked(services.db, "ada")).toBe(false);
});

test("another provider's account of the same name is somebody else", async () => {
	const provider = providerKey("https://other.example", "ada-there");
	linkProvider(services.db, { userId: "ada", provider }, services.clock.now());

	expect((await new Browser(app).open(paths.providerSignIn())).status).toBe(403);
});

test("who is suspended is told so, and what to do", async () => {
	link("ada");
	const suspended = { active: false, suspended: "dormant" } as const;
	services.db.update(members).set(suspended).where(eq(members.id, "ada")).run();

	const page = await new Browser(app).open(paths.providerSignIn());

	expect(page.status).toBe(403);
	expect(textOf(page)).toContain("Votre accès est suspendu");
	expect(services.db.select().from(sessions).all()).toEqual([]);
});

test("an answer is taken by the browser that asked, in time, and once", async () => {
	link("ada");
	const ada = new Browser(app);
	const back = await ada.open(paths.providerSignIn());
	const address = back.url.pathname + back.url.search;

	expect((await ada.openFromElsewhere(address)).status).toBe(400);
	expect((await new Browser(app).openFromElsewhere(address)).status).toBe(400);
	expect(services.db.select().from(sessions).all()).toHaveLength(1);
});

test("a cookie that is too old, or that was changed, holds nothing", async () => {
	link("ada");
	const asked = await app.ask({ path: paths.providerSignIn() });
	const [cookie = ""] = asked.headers["set-cookie"] ?? [];
	const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/);
	expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
	const callback = `${paths.providerCallback()}?code=x&state=y`;

	const tampered = new Browser(app);
	tampered.setCookie(
		name,
		value.replace(/^./, (first) => (first === "e" ? "f" : "e")),
	);
	expect(textOf(await tampered.openFromElsewhere(callback))).toContain("Trop de temps a passé");
	const late = new Browser(app);
	late.setCookie(name, value);
	expect(textOf(await late.openFromElsewhere(callback))).toContain("ne convient pas");
	services.pass(10 * 60_000);
	expect(textOf(await late.openFromElsewhere(callback))).toContain("Trop de temps a passé");
});

test("who gives up at the provider is told that nothing has changed", async () => {
	link("ada");
	house.next = { subject: "ada-there", givesUp: true };

	const page = await new Browser(app).open(paths.providerSignIn());

	expect(page.status).toBe(400);
	expect(textOf(page)).toContain("Rien n'a changé");
});

test("an account is linked by who is signed in and proves it, after a yes on a page of ours", async () => {
	const ada = await as("ada");
	expect(textOf(await ada.open(paths.accountProvider()))).toContain("Aucun accès ProConnect");

	const back = await ada.open(paths.accountProviderLink());
	expect(isLinked(services.db, "ada")).toBe(false);
	const confirm = await ada.goOn(back);
	expect(textOf(confirm)).toContain("Lier cet accès ?");
	const done = await ada.send(paths.accountProvider(), { act: "link" });

	expect(textOf(done)).toContain("Un accès ProConnect est lié");
	expect(lastActs(1)).toEqual(["PROVIDER_LINKED"]);
	const again = new Browser(app);
	expect((await again.goOn(await again.open(paths.providerSignIn()))).url.pathname).toBe(
		paths.myDay(),
	);
});

test("a link is not made without a fresh proof, nor by somebody else's way back", async () => {
	const ada = await as("ada");
	await ada.goOn(await ada.open(paths.accountProviderLink()));
	services.pass(4 * 60_000 + 59_000);
	services.pass(2_000);
	const stale = await ada.send(paths.accountProvider(), { act: "link" });
	expect(stale.status).toBe(422);
	expect(isLinked(services.db, "ada")).toBe(false);

	const bea = await as("bea");
	await bea.goOn(await bea.open(paths.accountProviderLink()));
	const mixed = await as("ada");
	mixed.setCookie("relais_from_provider", bea.cookie("relais_from_provider") ?? "");
	expect(textOf(await mixed.send(paths.accountProvider(), { act: "link" }))).toContain(
		"Recommencez depuis cette page",
	);
	expect(isLinked(services.db, "ada")).toBe(false);
});

test("an account at the provider is linked with one person only", async () => {
	link("ada");
	const bea = await as("bea");
	await bea.goOn(await bea.open(paths.accountProviderLink()));

	const refused = await bea.send(paths.accountProvider(), { act: "link" });

	expect(textOf(refused)).toContain("est lié à un autre compte");
	expect(isLinked(services.db, "bea")).toBe(false);
});

test("a link is cut, unless nothing else would open the account", async () => {
	link("ada");
	const ada = await as("ada");
	await ada.send(paths.accountProvider(), { act: "unlink" });
	expect(isLinked(services.db, "ada")).toBe(false);
	expect(lastActs(1)).toEqual(["PROVIDER_UNLINKED"]);

	link("bea");
	const { db } = services;
	const [password] = db.select().from(accounts).where(eq(accounts.id, "bea-password")).all();
	db.delete(accounts).where(eq(accounts.id, "bea-password")).run();
	const refused = await (await as("bea")).send(paths.accountProvider(), { act: "unlink" });
	expect(refused.status).toBe(422);
	expect(isLinked(db, "bea")).toBe(true);
	if (password) db.insert(accounts).values(password).run();
});

test("somebody joins by an invitation and the provider, without any password here", async () => {
	house.next = { subject: "nina-there", acr: "eidas2", at: seconds() };
	const { db, clock, random } = services;
	const place = { structureId: "crip", label: "Infirmière A", reception: false, manager: false };
	const { secret } = invite(
		db,
		{ ...place, duty: "professional", inviter: "manager", invitedBy: "ada" },
		{ now: clock.now(), random },
	);
	const nina = new Browser(app);
	await nina.openFromElsewhere(paths.join(secret));

	const form = await nina.goOn(await nina.open(paths.joinWithProvider(secret)));
	expect(textOf(form)).toContain("ProConnect vous a reconnu");
	expect(form.body).not.toContain('name="password"');
	const day = await nina.send(paths.join(secret), { email: "nina@structure.fr", name: "Nina" });

	expect(day.url.pathname).toBe(paths.myDay());
	expect(onlySession()).toMatchObject({ way: "proconnect", proof: "full" });
	const row = db.select().from(users).where(eq(users.email, "nina@structure.fr")).get();
	expect(isLinked(db, row?.id ?? "")).toBe(true);
	const ways = db
		.select()
		.from(accounts)
		.where(eq(accounts.userId, row?.id ?? ""))
		.all();
	expect(ways.map(({ providerId }) => providerId)).toEqual(["proconnect"]);
});

test("who came back for one invitation, or to sign in, is vouched for at no other", async () => {
	const { db, clock, random } = services;
	const place = { structureId: "crip", reception: false, manager: false } as const;
	const by = { duty: "professional", inviter: "manager", invitedBy: "ada" } as const;
	const moment = { now: clock.now(), random };
	const one = invite(db, { ...place, ...by, label: "Infirmière B" }, moment);
	const other = invite(db, { ...place, ...by, label: "Infirmière C" }, moment);
	const visitor = new Browser(app);
	await visitor.goOn(await visitor.open(paths.joinWithProvider(one.secret)));

	const page = await visitor.open(paths.join(other.secret));

	expect(page.body).toContain('name="password"');
	const sent = { email: "b@structure.fr", name: "B" };
	expect((await visitor.send(paths.join(other.secret), sent)).status).toBe(422);
});

test("ending the session here offers to end the one there, with the token that names it", async () => {
	link("ada");
	const ada = new Browser(app);
	await ada.goOn(await ada.open(paths.providerSignIn()));

	const door = await ada.send(paths.signOut(), {});

	expect(services.db.select().from(sessions).all()).toEqual([]);
	expect(textOf(door)).toContain("Terminer aussi ma session ProConnect");
	const [leave = ""] = /\/sign-in\/proconnect\/leave\/[\w-]{22}/.exec(door.body) ?? [];
	const left = await app.ask({ path: leave });
	expect(left.status).toBe(303);
	const there = new URL(left.headers.location ?? "");
	expect(there.origin).toBe(house.issuer);
	expect(there.searchParams.get("id_token_hint")).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
	const again = await app.ask({ path: leave });
	expect(again.headers.location).toBe(paths.signIn());
});

test("nothing of the token is kept in the store", async () => {
	link("ada");
	const ada = new Browser(app);
	await ada.goOn(await ada.open(paths.providerSignIn()));

	const { $client } = services.db;
	const tables = $client
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
		.pluck()
		.all() as string[];
	const rows = tables.flatMap((name) => $client.prepare(`SELECT * FROM "${name}"`).all());
	expect(JSON.stringify(rows)).not.toMatch(/eyJ|ada-there/);
});

test("a provider that is down is told in words, and the other ways in stay", async () => {
	const { RELAIS_OIDC_ISSUER: _up, ...variables } = settings();
	const down = { ...variables, RELAIS_OIDC_ISSUER: "http://127.0.0.1:9" };
	const without = await wholeApp(testServices({ variables: down }));

	const page = await without.ask({ path: paths.providerSignIn() });
	const door = await without.ask({ path: paths.signIn() });

	expect(page.status).toBe(503);
	expect(textOf(page)).toContain("ProConnect ne répond pas");
	expect(textOf(page)).toContain("connectez-vous avec votre clé d'accès ou votre mot de passe");
	expect(door.status).toBe(200);
	expect(door.body).toContain('name="password"');
	await without.close();
}, 60_000);

test("where no provider is set up, there is nothing at its addresses", () => {
	const without = testServices();

	expect(without.provider).toBeUndefined();
	expect(() => requireProvider(without)).toThrow(expect.objectContaining({ status: 404 }));
});

/** How the application knows the provider. */
function settings() {
	return {
		RELAIS_OIDC_ISSUER: house.issuer,
		RELAIS_OIDC_CLIENT_ID: houseClient.id,
		RELAIS_OIDC_CLIENT_SECRET: houseClient.secret,
	};
}

/** Now, by the clock of the services, as tokens count. */
function seconds(): number {
	return Math.floor(services.clock.now() / 1000);
}

/** Links an account with the one that the provider lets in next. */
function link(userId: string): void {
	const provider = providerKey(house.issuer, house.next.subject);
	linkProvider(services.db, { userId, provider }, services.clock.now());
}

async function as(userId: string): Promise<Browser> {
	const browser = new Browser(app);
	browser.setCookie(...(await enteredAs(services, userId)));
	return browser;
}

function onlySession() {
	const rows = services.db.select().from(sessions).all();
	expect(rows).toHaveLength(1);
	return rows[0];
}

function lastActs(count: number): string[] {
	const rows = services.db.select().from(audit).all();
	return rows.slice(-count).map(({ act }) => act);
}

function textOf({ body }: Pick<Page, "body">): string {
	return body
		.replaceAll(/<(script|style)\b.*?<\/\1>/gs, " ")
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll(/[\s\u00a0]+/g, " ");
}
