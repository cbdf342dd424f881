import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { clientAt, formHeaders } from "./client.ts";
import { type Crawl, crawlAs, nothingSeen, type Seen } from "./crawler.ts";
import { type Hiding, headersWith, hidingFrom } from "./hiding.ts";
import { knowledgeOf } from "./knowledge.ts";
import { type House, type Living, liveIn } from "./life.ts";
import { lookAfter } from "./operator.ts";
import { idsIn, type Person, peopleOf } from "./people.ts";

/** How long and how thoroughly an application is lived in. */
export type Campaign = {
	seed: number;
	/** The days on which people come, counted from the first; the server rests in between. */
	days: readonly number[];
	/** Whether each kind of account attacks each page again. */
	thorough: boolean;
};

/** What a campaign leaves behind. */
export type Lived = { house: House; hiding: Hiding; seen: Seen; people: number };

/** Where somebody begins, whom nothing led anywhere yet. */
const starts = ["/", "/my-day", "/situations/new", "/situations/find", "/directory", "/protocols"];

/**
 * Lives in the application from the first day to the last: everybody comes in, follows every link
 * and submits every form, and hides canaries in everything that is sent. The server is cut off in
 * the middle of its first day's log, and stopped in order at the end.
 */
export async function live(house: House, { seed, days, thorough }: Campaign): Promise<Lived> {
	const hiding = hidingFrom(seed);
	const common = { hiding, seen: nothingSeen(), attacked: new Set<string>(), thorough };
	const store = join(house.data, "relais.db");
	let people = 0;
	for (const day of days) {
		const living = await liveIn(house, day);
		try {
			const crawl = { ...common, ids: idsIn(store) };
			const coming = whoComes(peopleOf(store), day === days[0], thorough);
			await comeAsNobody({ ...crawl, origin: living.origin, known: () => undefined });
			for (const person of coming) people += await come(crawl, living, store, person);
		} finally {
			await endDay(house, living, day === days[0]);
		}
	}
	await lookAfter(house);
	return { house, hiding, seen: common.seen, people };
}

/** The first day ends as in a power cut, with its log as it was then; the others in order. */
async function endDay(house: House, living: Living, isFirst: boolean): Promise<void> {
	if (!isFirst) return living.stop();
	copyFileSync(join(house.data, "relais.db-wal"), join(house.logs, "first-day.wal"));
	return living.stop("SIGKILL");
}

type Common = Omit<Crawl, "origin" | "known">;

/** @returns how many came: none, where a colleague has meanwhile closed the account */
async function come(
	common: Common,
	living: Living,
	store: string,
	person: Person,
): Promise<number> {
	const { origin } = living;
	const { memberId, kind, structureId } = person;
	const client = clientAt(origin);
	const headers = {
		...headersWith(common.hiding, `POST /demonstration as ${kind}`),
		...formHeaders(origin),
	};
	const path = `/demonstration/${memberId}`;
	const entered = await client.ask({ method: "POST", path, headers, body: "" });
	if (entered.status === 404) return 0;
	if (entered.status !== 303) throw new Error(`${memberId} could not enter: ${entered.status}.`);

	const known = knowledgeOf(store, structureId);
	await crawlAs({ ...common, origin, known }, { client, who: kind, starts });
	known.close();
	// Half of them go home without signing out: what a session keeps is looked at, too.
	if (common.hiding.chance(2) === 0) await leave(common, origin, client, kind);
	return 1;
}

/** Out by the door, with somebody in every header once more. */
async function leave(
	{ hiding }: Common,
	origin: string,
	client: ReturnType<typeof clientAt>,
	kind: string,
): Promise<void> {
	const headers = { ...headersWith(hiding, `POST /sign-out as ${kind}`), ...formHeaders(origin) };
	await client.ask({ method: "POST", path: "/sign-out", headers, body: "" });
}

function comeAsNobody(crawl: Crawl): Promise<void> {
	const client = clientAt(crawl.origin);
	return crawlAs(crawl, {
		client,
		who: "nobody",
		starts: ["/", "/sign-in", "/nowhere", "/health"],
	});
}

/** On the first day one person for each right, and whoever receives; later, the rights alone. */
function whoComes(people: Person[], isFirst: boolean, thorough: boolean): Person[] {
	if (thorough) return people;
	const right = ({ kind }: Person) => kind.split(", ").slice(0, -1).join(", ");
	const rights = people.filter(
		(person, index) => people.findIndex((other) => right(other) === right(person)) === index,
	);
	const receiving = people.filter(({ kind }) => /reception.*(crip|ase|care-home)$/.test(kind));
	return isFirst ? [...new Set([...rights, ...receiving])] : rights.slice(0, 2);
}
