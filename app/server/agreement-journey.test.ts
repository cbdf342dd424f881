import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { consultationsOf } from "#db/consultations.ts";
import { publishedProtocol, versionHash } from "#db/protocol-versions.ts";
import { members } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { signatureRuleOf } from "#db/signature-rule.ts";
import { type SmallAgreement, smallAgreement } from "#db/small-agreement.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { testServices } from "./services.for-tests.ts";
import { enterAs } from "./visits.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * A protocol from its draft to its publication, over HTTP and without JavaScript: the rule of
 * signatures, the consultation, two structures that answer and sign, a second person who publishes.
 */

const db = openDb(":memory:");
/** Far ahead: sessions begin in the present, whenever the test runs. */
const now = Date.UTC(2086, 10, 26, 9);
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => now } },
});
let app: WholeApp;
let agreement: SmallAgreement;
let studio: string;

beforeAll(async () => {
	migrate(db);
	agreement = smallAgreement(settleSmallTerritory(db));
	studio = `/studio/${agreement.draftId}`;
	db.update(territories).set({ demonstration: true }).run();
	for (const id of ["crip-member", "lead-member"]) {
		db.update(members).set({ manager: true }).where(eq(members.id, id)).run();
	}
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("the coordinator reads what a draft changes, in words and on the line", async () => {
	const author = await enterAs(app, "coordinator-a");

	const page = await get(`${studio}/difference`, author);
	const itself = `${studio}/difference?against=${versionHash(agreement.changed)}`;

	expect(says(page, "1 partie change.")).toBe(true);
	expect(says(page, "avant : 1 jour ouvré")).toBe(true);
	expect(says(page, "maintenant : 2 jours ouvrés")).toBe(true);
	expect(says(page, "· modifié")).toBe(true);
	expect((await get(itself, author)).status).toBe(200);
	expect(says(await get(`${studio}/publish`, author), "Aucune concertation en cours")).toBe(true);
});

test("who must sign is set for the territory; what is wrong with it is said beside its field", async () => {
	const author = await enterAs(app, "coordinator-a");
	const send = (wish: Record<string, string>) =>
		post("/territory/signatures", author, { least: "", reservation: "passes", ...wish });

	const nobody = await send({ scope: "chosen" });
	const odd = await send({ scope: "chosen", structures: "crip", least: "many" });
	const invented = await send({ scope: "chosen", structures: "nowhere" });
	const set = await app.ask({
		...{ method: "POST", path: "/territory/signatures", cookie: author },
		form: [
			...[
				["scope", "chosen"],
				["structures", "crip"],
				["structures", "lead"],
			],
			...[
				["least", ""],
				["reservation", "blocks"],
			],
		] as [string, string][],
	});

	expect([nobody.status, odd.status, invented.status]).toEqual([422, 422, 400]);
	expect(says(nobody, "Choisissez au moins un rôle ou une structure.")).toBe(true);
	expect(says(odd, "Écrivez un nombre entier de 1 à 500")).toBe(true);
	expect([set.status, set.headers.location]).toEqual([303, "/territory/signatures?saved"]);
	expect(signatureRuleOf(db, "small")).toMatchObject({ structures: ["crip", "lead"] });
});

test("a consultation opens on the revision that was read, and reaches the structures' day", async () => {
	const author = await enterAs(app, "coordinator-a");
	const crip = await enterAs(app, "crip-member");
	const path = `${studio}/consultation`;

	const before = await get(path, author);
	const stale = await post(path, author, { act: "open", seen: "0" });
	const opened = await post(path, author, { act: "open", seen: "1" });
	const again = await post(path, author, { act: "open", seen: "1" });

	expect(says(before, "Ce brouillon n'est pas en concertation")).toBe(true);
	expect([stale.status, opened.status, again.status]).toEqual([409, 303, 409]);
	expect(says(again, "Une concertation est déjà ouverte")).toBe(true);
	expect(says(await get(path, author), "Signatures : 0 sur les 2 nécessaires.")).toBe(true);
	expect(says(await get("/my-day", crip), "1 protocole attend votre structure")).toBe(true);
	expect(says(await get("/consultations", crip), "votre réponse est attendue")).toBe(true);
});

test("a structure reads what changes for it, answers with a coded reason, and its manager signs", async () => {
	const path = consultation();
	const crip = await enterAs(app, "crip-member");
	const colleague = await enterAs(app, "crip-2-member");

	const spotters = await get(path, await enterAs(app, "spotter-member"));
	const page = await get(path, crip);
	const unreasoned = await answer(crip, "reserve", "");
	const overreasoned = await answer(crip, "agree", "SAFETY");
	const reserved = await answer(crip, "reserve", "DELAY_UNTENABLE");
	const signing = await get(path, crip);
	const byNobody = await post(path, colleague, { act: "sign", read: readIn(signing) });
	const other = await post(path, crip, { act: "sign", read: String(now - 1) });
	const signed = await post(path, crip, { act: "sign", read: readIn(signing) });

	expect(says(spotters, "Une étape que vous portez.")).toBe(true);
	expect(says(page, "Rien ne change pour vos étapes")).toBe(true);
	expect([unreasoned.status, overreasoned.status]).toEqual([422, 422]);
	expect(says(unreasoned, "Choisissez sur quoi porte la réserve")).toBe(true);
	expect(reserved.status).toBe(303);
	expect(byNobody.status).toBe(404);
	expect(other.status).toBe(409);
	expect([signed.status, signed.headers.location]).toEqual([303, `${path}?saved=sign`]);
	expect(says(await get(path, crip), "Un délai ne peut pas être tenu")).toBe(true);
});

test("a comment is read by partners; one that may point at somebody is not published", async () => {
	const path = consultation();
	const spotter = await enterAs(app, "spotter-member");
	const say = (comment: string) => post(path, spotter, { act: "comment", comment });

	const named = await say("Comme pour Kezianne Belrachid, le délai est trop court.");
	const empty = await say("   ");
	const plain = await say("Le délai convient à notre équipe.");
	const read = await get(path, await enterAs(app, "lead-member"));

	expect([named.status, empty.status, plain.status]).toEqual([422, 422, 303]);
	expect(says(named, "Kezianne Belrachid")).toBe(true);
	expect(says(read, "Le délai convient à notre équipe.")).toBe(true);
	expect(says(read, "Kezianne")).toBe(false);
	expect(says(read, "Retirer ce commentaire")).toBe(false);
});

test("a comment is taken away by whoever wrote it, or by the coordinator, and by nobody else", async () => {
	const path = consultation();
	const spotter = await enterAs(app, "spotter-member");
	const remove = (cookie: string, removed: string) =>
		post(path, cookie, { act: "remove-comment", removed });
	await post(path, spotter, { act: "comment", comment: "Un second avis." });

	const [first = "", second = ""] = commentsIn(
		await get(path, await enterAs(app, "coordinator-a")),
	);
	const others = await remove(await enterAs(app, "lead-member"), first);
	const own = await remove(spotter, first);
	const steering = await remove(await enterAs(app, "coordinator-a"), second);
	const again = await remove(spotter, first);

	expect([others.status, own.status, steering.status, again.status]).toEqual([409, 303, 303, 409]);
	expect(says(await get(path, spotter), "Aucun commentaire.")).toBe(true);
});

test("a reservation that blocks is no signature, and what is not ready is not published", async () => {
	const second = await enterAs(app, "coordinator-b");
	const lead = await enterAs(app, "lead-member");
	await answer(lead, "agree", "");
	await post(consultation(), lead, { act: "sign", read: readIn(await get(consultation(), lead)) });

	const page = await get(`${studio}/publish`, second);
	const published = await publish(second);

	expect(says(page, "Signatures : 1 sur les 2 nécessaires.")).toBe(true);
	expect(says(await get("/studio", second), "réponses sur")).toBe(true);
	expect(published.status).toBe(409);
	expect(says(published, "Toutes les conditions ne sont pas réunies")).toBe(true);
});

test("each warning of the checker is accepted with a coded reason, and no other thing is", async () => {
	const author = await enterAs(app, "coordinator-a");
	const path = `${studio}/publish`;
	const warnings = warningsIn(await get(path, author));
	const give = (warning: string, reason: string) =>
		post(path, author, { act: "warning", warning, reason });

	const unreasoned = await give(warnings[0] ?? "", "");
	const unknown = await give("trap@phases/0", "KNOWN");
	for (const warning of warnings) expect((await give(warning, "KNOWN")).status).toBe(303);
	const after = await get(path, author);

	expect(warnings.length).toBeGreaterThan(3);
	expect([unreasoned.status, unknown.status]).toEqual([422, 409]);
	expect(says(unreasoned, "Choisissez pourquoi cet avertissement")).toBe(true);
	expect(warningsIn(after)).toEqual([]);
	expect(says(after, "Connu et assumé par le comité de pilotage")).toBe(true);
});

test("once agreed, the author cannot publish, a second coordinator can, and it says what is new", async () => {
	const crip = await enterAs(app, "crip-member");
	await answer(crip, "agree", "");
	await post(consultation(), crip, { act: "sign", read: readIn(await get(consultation(), crip)) });
	const author = await enterAs(app, "coordinator-a");
	const second = await enterAs(app, "coordinator-b");

	const day = await get("/my-day", author);
	const list = await get("/studio", author);
	const own = await get(`${studio}/publish`, author);
	const refused = await publish(author);
	const manager = await get(`${studio}/publish`, crip);
	const ready = await get(`${studio}/publish`, second);
	const published = await publish(second);
	const page = await get("/protocols/example", crip);

	expect(says(day, "les signatures nécessaires sont réunies")).toBe(true);
	expect(says(await get("/my-day", crip), "les signatures nécessaires")).toBe(false);
	expect(says(list, "Toutes les signatures nécessaires sont là")).toBe(true);
	expect(says(own, "Vous avez fait les dernières modifications")).toBe(true);
	expect([refused.status, manager.status]).toEqual([409, 404]);
	expect(says(ready, "Publier cette version")).toBe(true);
	expect(published.status).toBe(303);
	expect(says(await get(`${studio}/publish`, second), "La version est publiée.")).toBe(true);
	expect(publishedProtocol(db, "small", "example")?.hash).toBe(versionHash(agreement.changed));
	expect(says(page, "1 partie a changé depuis la version publiée")).toBe(true);
	expect((await answer(crip, "agree", "")).status).toBe(409);
});

test("a protocol is retired by its coordinator, and nobody else", async () => {
	const crip = await enterAs(app, "crip-member");
	const author = await enterAs(app, "coordinator-a");
	const form = { hash: versionHash(agreement.changed) };

	const page = await get("/protocols/example/retire", author);
	const other = await post("/protocols/example/retire", crip, form);
	const older = await post("/protocols/example/retire", author, { hash: agreement.versionHash });
	const retired = await post("/protocols/example/retire", author, form);

	expect(says(page, "Rien ne le remplace")).toBe(true);
	expect([other.status, older.status, retired.status]).toEqual([404, 409, 303]);
	expect((await get("/protocols/example", crip)).status).toBe(404);
});

test("where one person alone coordinates, a manager comes to the publication, and nobody else", async () => {
	const path = `${studio}/publish`;
	const crip = await enterAs(app, "crip-member");
	const colleague = await enterAs(app, "crip-2-member");
	const among = await get(path, crip);
	const gone = { active: false, suspended: "disabled" } as const;
	db.update(members).set(gone).where(eq(members.id, "coordinator-b")).run();

	const alone = await get(path, crip);

	expect([among.status, alone.status]).toEqual([404, 200]);
	expect((await get(path, colleague)).status).toBe(404);
	expect((await get(`${studio}/consultation`, crip)).status).toBe(404);
	expect(says(alone, "Comparer")).toBe(false);
});

test("a draft that structures are asked about is dropped only once the consultation is withdrawn", async () => {
	const author = await enterAs(app, "coordinator-a");
	const crip = await enterAs(app, "crip-member");
	await post(`${studio}/consultation`, author, { act: "open", seen: "1" });
	const path = consultation();
	const drop = () => post(`${studio}/drop`, author, { act: "drop" });

	const page = await get(`${studio}/drop`, author);
	const asked = await drop();
	const open = path.split("/").at(-1) ?? "";
	await post(`${studio}/consultation`, author, { act: "withdraw", consultation: open });
	const other = await post(`${studio}/drop`, crip, { act: "drop" });
	const dropped = await drop();

	expect(says(page, "Retirez d'abord la concertation")).toBe(true);
	expect([asked.status, other.status, dropped.status]).toEqual([409, 404, 303]);
	expect((await get(studio, author)).status).toBe(404);
	expect(says(await get(path, crip), "La coordination a retiré cette concertation")).toBe(true);
	expect(says(await get(path, author), "Suivre la concertation dans le studio")).toBe(false);
});

/** The address of the latest consultation. */
function consultation(): string {
	const [latest] = consultationsOf(db, "small");
	if (!latest) throw new Error("A consultation was opened.");
	return `/consultations/${latest.id}`;
}

function answer(cookie: string, said: string, objection: string): Promise<Answered> {
	return post(consultation(), cookie, { act: "answer", answer: said, objection });
}

function publish(cookie: string): Promise<Answered> {
	const form = { act: "publish", consultation: consultation().split("/").at(-1) ?? "" };
	return post(`${studio}/publish`, cookie, form);
}

/** When the answer was given that a page asks to sign. */
function readIn({ body }: Answered): string {
	return /name="read" value="(\d+)"/.exec(body)?.[1] ?? "";
}

/** The comments that the reader of a page may take away. */
function commentsIn({ body }: Answered): string[] {
	return [...body.matchAll(/name="removed" value="([^"]+)"/g)].map(([, name = ""]) => name);
}

/** The warnings for which a page asks a reason. */
function warningsIn({ body }: Answered): string[] {
	return [...body.matchAll(/name="warning" value="([^"]+)"/g)].map(([, name = ""]) => name);
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function post(path: string, cookie: string, form: Record<string, string>): Promise<Answered> {
	return app.ask({ method: "POST", path, cookie, form });
}

/** Whether the words are on a page; the page itself would drown what a test has to say. */
function says({ body }: Answered, words: string): boolean {
	const plain = body
		.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll("<!-- -->", "");
	return plain.includes(words);
}
