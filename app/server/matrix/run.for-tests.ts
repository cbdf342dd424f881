import { createHash } from "node:crypto";
import { acquaintancesOf } from "#db/known-structures.ts";
import { policyTable } from "../policy/table.ts";
import type { Services } from "../services.server.ts";
import type { Answered, WholeApp } from "../whole-app.for-tests.ts";
import { type KnownAsker, kindsOfAccounts, outsiders, signedIn } from "./askers.for-tests.ts";
import { type Canaries, canariesFor } from "./canaries.for-tests.ts";
import {
	type Question,
	questionsAbout,
	routesOf,
	thingsAbout,
	ways,
	wrongWays,
} from "./questions.for-tests.ts";
import { type Thing, thingsFor } from "./things.for-tests.ts";

/** What the matrix found, and how much it asked. */
export type MatrixReport = {
	askers: number;
	routes: number;
	requests: number;
	/** Words of others that were watched for, over all askers. */
	canaries: number;
	byVerdict: Record<string, number>;
	/** Routes and methods that opened to somebody. */
	opened: Set<string>;
	findings: string[];
};

type Stage = { app: WholeApp; services: Services };

/**
 * Asks every route of the application in every way, for every kind of account and every relation,
 * and compares each answer with what the policy says.
 *
 * @param keeps which questions are asked: all of them, or a slice
 */
export async function runMatrix(
	stage: Stage,
	keeps: (question: Question) => boolean = () => true,
): Promise<MatrixReport> {
	const { app, services } = stage;
	const kinds = kindsOfAccounts(services.db);
	const first = kinds[0];
	if (!first) throw new Error("There is nobody to ask.");
	const report: MatrixReport = {
		...{ askers: 0, routes: routesOf(app.routes).length, requests: 0, canaries: 0 },
		...{ byVerdict: {}, opened: new Set(), findings: [] },
	};
	for (const member of kinds) await askAll(stage, await signedIn(app, member), keeps, report);
	for (const known of await outsiders(app, services, first)) {
		await askAll(stage, known, keeps, report);
	}
	return report;
}

async function askAll(
	stage: Stage,
	known: KnownAsker,
	keeps: (question: Question) => boolean,
	report: MatrixReport,
): Promise<void> {
	const { app, services } = stage;
	const { db } = services;
	const things = thingsFor(db, known);
	const questions = routesOf(app.routes)
		.flatMap((route) =>
			thingsAbout(route, things).flatMap((thing, index) => {
				const all = index === 0 ? [...ways, ...wrongWays] : ways;
				return questionsAbout(route, known, thing, all);
			}),
		)
		.filter(keeps);
	const canaries = canariesFor(db, known, acquaintancesOf(db, known));
	report.askers += 1;
	report.canaries += canaries.count;

	// What stays shut first: then nothing at all may have changed.
	const shut = questions.filter(({ verdict }) => verdict !== "opens");
	const before = fingerprints(services);
	const references = new Map<string, Promise<Answered>>();
	for (const question of shut) {
		await judge({ app, known, canaries, references, report }, question);
	}
	const after = fingerprints(services);
	const changed = [...after].filter(([table, hash]) => before.get(table) !== hash);
	for (const [table] of changed) {
		report.findings.push(`${known.name}: ${table} changed though nothing opened`);
	}
	for (const question of questions.filter(({ verdict }) => verdict === "opens")) {
		const fresh = actsOnSelf(question) ? await freshly(stage, known) : known;
		await judge({ app, known: fresh, canaries, references, report }, question);
	}
}

type Judging = {
	app: WholeApp;
	known: KnownAsker;
	canaries: Canaries;
	references: Map<string, Promise<Answered>>;
	report: MatrixReport;
};

async function judge(judging: Judging, question: Question): Promise<void> {
	const { app, known, canaries, report } = judging;
	const { routeId, way, thing, verdict } = question;
	const asked = { ...question.asked, cookie: known.cookie };
	const answered = await app.ask(asked);
	report.requests += 1;
	report.byVerdict[verdict] = (report.byVerdict[verdict] ?? 0) + 1;

	const wrong = await mistakeIn(judging, question, answered);
	const found = canaries.foundIn(wholeOf(answered), Object.values(thing.names));
	const about = `${known.name}: ${way.name} of ${routeId} (${thing.relation})`;
	if (wrong) report.findings.push(`${about}: ${wrong}`);
	if (found.length > 0) report.findings.push(`${about}: leaks ${found.slice(0, 3).join(", ")}`);
	const unread = policyTable[routeId]?.reads === undefined && answered.status === 200;
	if (unread && canaries.ownIn(answered.body).length > 0) {
		report.findings.push(`${about}: shows a situation, and no reading is kept`);
	}
	if (verdict === "opens" && answered.status !== 404) report.opened.add(`${way.method} ${routeId}`);
}

async function mistakeIn(
	judging: Judging,
	question: Question,
	answered: Answered,
): Promise<string | undefined> {
	const { verdict } = question;
	const { status } = answered;
	const differs = `${verdict} by the policy, yet ${status}`;
	switch (verdict) {
		case "absent":
			return differenceFromAbsence(judging, question, answered);
		case "refused":
			return "no entry in the policy";
		case "led":
			return isLed(answered) ? undefined : differs;
		case "opens":
			return isOpen(question, status) ? undefined : differs;
		default:
			return isRefusedMethod(question, status) ? undefined : differs;
	}
}

/** Remix answers 400 where a page without data of its own is asked for some. */
function isRefusedMethod({ way, verdict }: Question, status: number): boolean {
	return status === 405 || (verdict === "wrong-way" && way.data && status === 400);
}

/** Remix tells its own script where to go in a header. The door itself may be knocked at too often. */
function isLed({ status, headers }: Answered): boolean {
	if (status === 429) return true;
	return status === 303 || (status === 204 && headers["x-remix-redirect"] !== undefined);
}

/** Where the row or the protocol decides further, what is not there is absent too. */
function isOpen({ routeId }: Question, status: number): boolean {
	if (status === 404) return policyTable[routeId]?.further !== undefined;
	return status < 500 && status !== 401 && status !== 403 && status !== 405;
}

/** Compares an answer, byte for byte, with what the same address answers for what never was. */
async function differenceFromAbsence(
	{ app, known, references }: Judging,
	{ asked, way, thing }: Question,
	answered: Answered,
): Promise<string | undefined> {
	const names = namesOf(thing);
	const path = names.reduce((text, name) => text.replaceAll(name, masked(name)), asked.path);
	const key = `${way.name} ${path}`;
	const reference = references.get(key) ?? app.ask({ ...asked, path, cookie: known.cookie });
	references.set(key, reference);
	const absent = await reference;
	// A secret that is guessed too often is not even looked at any more.
	if (thing.about === "link" && [answered.status, absent.status].includes(429)) return;
	if (absent.status !== 404 && !isLed(absent)) return `what never was answers ${absent.status}`;

	const [theirs, nobodys] = [plain(answered, names), plain(absent, names)];
	for (const part of ["status", "headers", "body"] as const) {
		if (theirs[part] !== nobodys[part]) return `its ${part} is not that of what never was`;
	}
}

/** The names that identify the thing in the address. */
function namesOf({ names }: Thing): string[] {
	const { handle, structureId, protocolId, memberId } = names;
	return [handle, structureId, protocolId, memberId].filter((name) => name !== undefined);
}

function masked(name: string): string {
	return "A".repeat(name.length);
}

/** Headers that say when, not what. */
const passing = ["date"];

/** An answer without what is new each time, and without what the asker said. */
function plain({ status, headers, body }: Answered, names: readonly string[]) {
	const nonce = /'nonce-([\w-]+)'/.exec(headers["content-security-policy"]?.toString() ?? "")?.[1];
	const tidy = (text: string) => {
		const told = names.reduce((kept, name) => kept.replaceAll(name, masked(name)), text);
		return nonce ? told.replaceAll(nonce, "nonce") : told;
	};
	const kept = Object.entries(headers).filter(([name]) => !passing.includes(name));
	return {
		status: String(status),
		headers: tidy(JSON.stringify(kept)),
		body: tidy(body),
	};
}

function wholeOf({ headers, body }: Answered): string {
	const { "set-cookie": _, ...told } = headers;
	return `${JSON.stringify(told)}\n${body}`;
}

/** What changes one's own session is tried with another one. */
function actsOnSelf({ way, thing }: Question): boolean {
	return way.method === "POST" && thing.about === "self";
}

async function freshly({ app, services }: Stage, known: KnownAsker): Promise<KnownAsker> {
	if (typeof known.asker !== "object") return known;
	const member = kindsOfAccounts(services.db).find(({ id }) => id === known.memberId);
	return member ? signedIn(app, member) : known;
}

/** Tables that note who came, not what anybody did. */
const ofVisits = ["session", "ended_sessions", "tries", "rate_limit", "audit", "audit_anchor"];

/** Columns that note when somebody came. */
const notesVisits = ["seen_day", "updated_at"];

/** What each table holds, as one word; of the trail, how many readings. */
function fingerprints({ db }: Services): Map<string, string> {
	const tables = db.$client
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
		.all() as { name: string }[];
	const hashOf = (query: string) => {
		const rows = db.$client.prepare(query).all() as Record<string, unknown>[];
		const kept = rows.map((row) =>
			Object.entries(row).filter(([column]) => !notesVisits.includes(column)),
		);
		return createHash("sha256").update(JSON.stringify(kept)).digest("hex");
	};
	return new Map([
		...tables
			.filter(({ name }) => !ofVisits.includes(name) && name !== "sqlite_sequence")
			.map(({ name }): [string, string] => [name, hashOf(`SELECT * FROM "${name}"`)]),
		["readings", hashOf("SELECT count(*) FROM audit WHERE act LIKE 'READ%'")],
	]);
}
