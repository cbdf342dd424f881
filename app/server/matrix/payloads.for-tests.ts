import type { Services } from "../services.server.ts";
import type { WholeApp } from "../whole-app.for-tests.ts";
import { type KnownAsker, kindsOfAccounts, signedIn } from "./askers.for-tests.ts";
import { type Question, questionsAbout, routesOf, thingsAbout } from "./questions.for-tests.ts";
import { type Thing, thingsFor } from "./things.for-tests.ts";

/**
 * The names that the data of a route carries, as ways down (`view.facts[].label`), by who is sent
 * them: relations, or duties where the address is about nothing in particular, each list of readers
 * in one line: `{ "holder, lead": ["view.lead.name", …] }`.
 */
export type Payloads = Record<string, Record<string, string[]>>;

type Seen = Map<string, Map<string, Set<string>>>;

/** Objects whose names are ids of the protocol, not ours. */
const dictionaries = /(^|\.)(states|lists|parties|marks\.before|marks\.after)$/;

/**
 * Reads the data of every route that opens, for every kind of account and every relation.
 *
 * @param most how many situations and handoffs of a relation: each may be in another state
 */
export async function readPayloads(
	app: WholeApp,
	services: Services,
	most: number,
): Promise<Payloads> {
	const seen: Seen = new Map();
	for (const member of kindsOfAccounts(services.db)) {
		const known = await signedIn(app, member);
		for (const { routeId, thing, asked } of dataFor(app, services, known, most)) {
			const { status, headers, body } = await app.ask(asked);
			const isJson = headers["content-type"]?.toString().includes("application/json");
			if (isJson && status < 500)
				note(seen, routeId, whoIs(known, thing), waysDown(JSON.parse(body)));
		}
	}
	return written(seen);
}

/** The data that somebody may read, of each route and of things in several states. */
function dataFor(
	{ routes }: WholeApp,
	{ db }: Services,
	known: KnownAsker,
	most: number,
): Question[] {
	const things = thingsFor(db, known, () => most);
	const reading = routesOf(routes).filter(({ answers }) => answers.GET);
	return reading
		.flatMap((route) =>
			thingsAbout(route, things).flatMap((thing) => questionsAbout(route, known, thing)),
		)
		.filter(({ way, verdict }) => way.data && way.method === "GET" && verdict === "opens");
}

/** The names of `found` that `known` does not give to the same reader, as lines for a report. */
export function unlisted(found: Payloads, known: Payloads): string[] {
	const written = readersOf(known);
	return [...readersOf(found)].flatMap(([routeId, names]) =>
		[...names].flatMap(([name, whos]) =>
			[...whos]
				.filter((who) => !written.get(routeId)?.get(name)?.has(who))
				.map((who) => `${routeId}: ${name} to ${who}`),
		),
	);
}

/** Both lists in one. */
export function joined(one: Payloads, other: Payloads): Payloads {
	const seen = readersOf(one);
	for (const [routeId, names] of readersOf(other)) {
		for (const [name, whos] of names) {
			for (const who of whos) note(seen, routeId, who, [name]);
		}
	}
	return written(seen);
}

/** Who is sent each name, one by one. */
function readersOf(payloads: Payloads): Seen {
	const seen: Seen = new Map();
	for (const [routeId, lists] of Object.entries(payloads)) {
		for (const [whos, names] of Object.entries(lists)) {
			for (const who of whos.split(", ")) note(seen, routeId, who, names);
		}
	}
	return seen;
}

function written(seen: Seen): Payloads {
	return Object.fromEntries(
		[...seen].sort(byName).map(([routeId, names]) => {
			const lists = new Map<string, string[]>();
			for (const [name, whos] of [...names].sort(byName)) {
				const readers = [...whos].sort().join(", ");
				lists.set(readers, [...(lists.get(readers) ?? []), name]);
			}
			return [routeId, Object.fromEntries([...lists].sort(byName))];
		}),
	);
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
	return one < other ? -1 : 1;
}

function whoIs({ asker }: KnownAsker, thing: Thing): string {
	const duty = typeof asker === "object" ? asker.duty : asker;
	if (thing.about === "self") return duty;
	return duty === "professional" ? thing.relation : `${duty} as ${thing.relation}`;
}

function waysDown(value: unknown, way = ""): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => waysDown(one, `${way}[]`));
	if (typeof value !== "object" || value === null) return way === "" ? [] : [way];
	return Object.entries(value).flatMap(([name, inner]) => {
		const named = dictionaries.test(way) ? "*" : name;
		return waysDown(inner, way === "" ? named : `${way}.${named}`);
	});
}

function note(seen: Seen, routeId: string, who: string, ways: readonly string[]): void {
	const names = seen.get(routeId) ?? new Map<string, Set<string>>();
	seen.set(routeId, names);
	for (const way of ways) names.set(way, (names.get(way) ?? new Set()).add(who));
}
