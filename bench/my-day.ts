import { readMyDay } from "#app/features/my-day/read-my-day.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { type Asked, timePerRequest } from "./client.ts";
import { measured, ratio, shown } from "./measure.ts";
import { populate } from "./population.ts";
import { enterAs, type Served, servePeer, serveRelais } from "./served.ts";
import { durability, freshDirectory, freshStore, openAgain, settleStore } from "./stage.ts";

/** Budget 3: what rendering costs, beside a template string with the same rows. */
export const budget: Budget = {
	number: 3,
	title: "“My day” with 50 rows, against a bare server with a template string",
	run,
};

const least = 0.15;

async function run(size: Size): Promise<Outcome> {
	const { each, rounds } = {
		tiny: { each: 2, rounds: 1 },
		usual: { each: 60, rounds: 9 },
		full: { each: 300, rounds: 9 },
	}[size];
	const directory = freshDirectory();
	const rows = fiftyRows(directory);
	const relais = await serveRelais(directory, size === "tiny" ? "sources" : "build");
	const cookie = await enterAs(relais, "crip-member");
	const bare = await servePeer("bare-day.ts", [directory, "crip"]);
	const page: Asked = { path: "/my-day", headers: { cookie } };
	const [ours, theirs] = [await relais.client.ask(page), await bare.client.ask(page)];
	const pages = Array<Asked>(each).fill(page);
	const send = (server: Served) => () =>
		timePerRequest(server.client, pages, { atOnce: 1, status: 200 });
	const times = await measured(rounds, { bare: send(bare), relais: send(relais) });
	for (const server of [relais, bare]) await server.stop();
	const share = ratio(times.bare, times.relais);
	const linked = [linksIn(ours.body), linksIn(theirs.body)];
	return {
		seen: [
			`bare server: ${shown(times.bare)} a page, ${theirs.body.length} bytes; ${durability}`,
			`Relais: ${shown(times.relais)} a page, ${ours.body.length} bytes; ${durability}`,
		],
		claims: [
			{
				kind: "answer",
				what: `both show the same ${rows} rows`,
				holds: rows === 50 && linked[0] === linked[1] && linked[0]?.split(" ").length === rows,
			},
			{
				kind: "ratio",
				what: `at least ${least} of the bare server (${share.toFixed(2)})`,
				holds: share >= least,
			},
		],
	};
}

/** A structure with three full lists: 18 lines to acknowledge, 16 that go on, 16 steps of its own. */
function fiftyRows(directory: string): number {
	const territory = freshStore(directory);
	const { db } = territory;
	db.$client.exec("UPDATE territories SET demonstration = 1");
	const startsAt = Date.now() - 3_600_000;
	const accepts: Act = { by: "crip", onHandoff: "send-concern", event: "ACCEPT" };
	const sent = tellInStore(territory, sentToCrip, { startsAt }).situationPk;
	const taken = tellInStore(territory, [...sentToCrip, accepts], { startsAt, seed: 2 }).situationPk;
	populate(db, { templates: [sent], count: 17 });
	populate(db, { templates: [taken], count: 15 });
	settleStore(db);
	return rowsIn(directory);
}

function rowsIn(directory: string): number {
	const db = openAgain(directory);
	const reader = {
		territoryId: "small",
		structureId: "crip",
		duty: "none",
		reception: true,
		manager: false,
	};
	const asked = { language: "fr", now: Date.now(), only: undefined, page: 1 } as const;
	const { sections } = readMyDay(db, reader, asked);
	settleStore(db);
	return sections.reduce((sum, section) => sum + section.rows.length, 0);
}

/** Where the rows of a page lead, in order. */
function linksIn(page: string): string {
	const links = page.matchAll(/<a[^>]* href="(\/(?:handoffs|situations)\/[\w-]{22}[^"]*)"/g);
	return [...links].map(([, to]) => to).join(" ");
}
