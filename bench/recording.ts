import { cpSync } from "node:fs";
import { join } from "node:path";
import { openConnection } from "#db/connection.ts";
import { tellInStore } from "#db/small-casework.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { type Asked, timePerRequest } from "./client.ts";
import { type Measure, measured, ratio, shown } from "./measure.ts";
import { populate } from "./population.ts";
import { enterAs, type Served, servePeer, serveRelais } from "./served.ts";
import { durability, freshDirectory, freshStore, settleStore } from "./stage.ts";

/** Budget 2: what recording an event over HTTP costs, beside the bare work in the store. */
export const budget: Budget = {
	number: 2,
	title: "An event recorded over HTTP, against a bare node:http server with the same SQLite work",
	whenMissed:
		"Relais spends its time in the processor, the bare server waits for the disk. Where cores are taken by other programs the first gets slower and the second hardly: compare the least times of both before the medians. Both commit twice: that a situation was read, then what was done; both are looked up by session, person and handle. What comes on top is Remix and its two Requests, better-auth, the door of the form, and the situation, told once from its sealed history.",
	run,
};

const atOnce = 8;
const least = 0.3;

async function run(size: Size): Promise<Outcome> {
	const { each, rounds } = {
		tiny: { each: 8, rounds: 1 },
		usual: { each: 80, rounds: 7 },
		full: { each: 400, rounds: 7 },
	}[size];
	const { directory, handles } = store(2 + each * 2 * (rounds + 1));
	const ours = await serveRelais(directory, size === "tiny" ? "sources" : "build");
	const cookie = await enterAs(ours, "spotter-member");
	const requests = handles.map((handle) => answering(handle, cookie));
	const [sample] = requests.splice(0, 1);
	if (!sample) throw new Error("No situation to answer in.");
	const first = await ours.client.ask(sample);
	const copy = freshDirectory();
	await settled(directory, copy);
	const bare = await servePeer("bare-recorder.ts", [join(copy, "relais.db"), lessonFrom(copy)]);

	const left = { ours: [...requests], bare: [...requests] };
	const send = (server: Served, name: keyof typeof left, together: number) =>
		timePerRequest(server.client, left[name].splice(0, each), { atOnce: together, status: 303 });
	const times = await measured(rounds, {
		bareAlone: () => send(bare, "bare", 1),
		oursAlone: () => send(ours, "ours", 1),
		bareTogether: () => send(bare, "bare", atOnce),
		oursTogether: () => send(ours, "ours", atOnce),
	});
	for (const server of [ours, bare]) await server.stop();
	const both = [directory, copy].map(writtenIn);
	return told(times, { status: first.status, both: both as [string, string] });
}

type Times = Record<"bareAlone" | "oursAlone" | "bareTogether" | "oursTogether", Measure>;

function told(times: Times, { status, both }: { status: number; both: [string, string] }): Outcome {
	const alone = ratio(times.bareAlone, times.oursAlone);
	const together = ratio(times.bareTogether, times.oursTogether);
	return {
		seen: [
			`one request after the other, bare: ${shown(times.bareAlone)}; ${durability}`,
			`one request after the other, Relais: ${shown(times.oursAlone)}; ${durability}`,
			`${atOnce} at a time, bare: ${shown(times.bareTogether)} a request; ${durability}`,
			`${atOnce} at a time, Relais: ${shown(times.oursTogether)} a request; ${durability}, waiting requests share a commit`,
			`written, and the same in both: ${both[0]}`,
		],
		claims: [
			{ kind: "answer", what: `the answer is recorded (${status})`, holds: status === 303 },
			{
				kind: "answer",
				what: "both stores hold the same number of events, readings and sendings, and the same rows",
				holds: both[0] === both[1],
			},
			{
				kind: "ratio",
				what: `one after the other: at least ${least} of the bare server (${alone.toFixed(2)})`,
				holds: alone >= least,
			},
			{
				kind: "ratio",
				what: `${atOnce} at a time: at least ${least} of the bare server (${together.toFixed(2)})`,
				holds: together >= least,
			},
		],
	};
}

/** A made-up territory with so many situations that wait for the same first answer. */
function store(count: number): { directory: string; handles: string[] } {
	const directory = freshDirectory();
	const territory = freshStore(directory);
	const { db } = territory;
	db.$client.exec("UPDATE territories SET demonstration = 1");
	const template = tellInStore(territory, [], { startsAt: Date.now() - 3_600_000 }).situationPk;
	populate(db, { templates: [template], count });
	const handles = db.$client
		.prepare(
			"SELECT handle FROM participations WHERE structure_id = 'spotter' ORDER BY situation_pk",
		)
		.pluck()
		.all() as string[];
	settleStore(db);
	return { directory, handles };
}

let keys = 0;

function answering(handle: string, cookie: string): Asked {
	keys += 1;
	return {
		path: `/situations/${handle}/steps/receive-sign`,
		method: "POST",
		headers: { cookie },
		form: {
			key: String(keys).padStart(22, "0"),
			seen: "1",
			outcome: "RISK",
			concern_level: "L2_RISK",
			information_given: "MINOR_YES",
		},
	};
}

/** Copies a store while it is served: what it holds now, whole. */
async function settled(from: string, to: string): Promise<void> {
	const db = openConnection(join(from, "relais.db"));
	await db.backup(join(to, "relais.db"));
	db.close();
	cpSync(join(from, "keys"), join(to, "keys"), { recursive: true });
}

/** What Relais wrote for the first act: what the bare server writes for each of the others. */
function lessonFrom(directory: string): string {
	const db = openConnection(join(directory, "relais.db"));
	const pk = db
		.prepare("SELECT situation_pk FROM journal ORDER BY sequence DESC LIMIT 1")
		.pluck()
		.get();
	const of = "FROM journal WHERE situation_pk = ? AND position > 1";
	const entries = Number(db.prepare(`SELECT count(*) ${of}`).pluck().get(pk));
	const sealed = db.prepare(`SELECT sealed ${of}`).pluck().get(pk) as Buffer;
	const tables = ["open_steps", "holders", "timers"];
	const rows = tables.map((table) => [
		table,
		db.prepare(`SELECT * FROM ${table} WHERE situation_pk = ?`).all(pk),
	]);
	db.close();
	return JSON.stringify({
		entries,
		sealed: sealed.toString("base64"),
		rows: Object.fromEntries(rows),
	});
}

/** How much was written, and which rows lists read now, however they were named. */
function writtenIn(directory: string): string {
	const db = openConnection(join(directory, "relais.db"));
	const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
	const rows = db
		.prepare(
			`SELECT group_concat(step_id || ' ' || role_id || ' ' || n) FROM
			(SELECT step_id, role_id, count(*) AS n FROM open_steps GROUP BY 1, 2 ORDER BY 1)`,
		)
		.pluck()
		.get();
	const said = `${count("journal")} events, ${count("audit")} entries of the trail, ${count("idempotency_keys")} sendings, ${count("timers")} timers, open steps ${rows}`;
	db.close();
	return said;
}
