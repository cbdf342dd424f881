import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decide } from "#protocols/casework/decide.ts";
import { stateOf } from "#protocols/casework/handoff/handoff.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { pragmas } from "./connection.ts";
import { decideAndRecord } from "./journal.ts";
import { checkRows } from "./rebuild.ts";
import type { Rivalry } from "./rival.for-tests.ts";
import { holders } from "./schema/situations.ts";
import {
	accompanied,
	actInStore,
	handoffsOf,
	sentToCrip,
	type Told,
	tellInStore,
} from "./small-casework.ts";
import {
	exampleProtocol,
	momentAt,
	type SmallTerritory,
	smallTerritory,
} from "./small-territory.ts";
import { openStores, placesIn } from "./stores.ts";

test("what one connection recorded, the other one decides on: the second acceptance is refused", () => {
	const file = freshFile();
	const territory = smallTerritory(file);
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const [sent] = handoffsOf(territory.db, situationPk);
	const seen = sent?.latestAct ?? 0;
	const asking = { by: "crip", act: "ACCEPT", handoff: sent?.id ?? "", seen, now } as const;
	const other = openStores(placesIn(dirname(file)));

	const first = actInStore(territory.db, territory, situationPk, asking);
	const second = actInStore(other, territory, situationPk, asking);

	expect(first.recorded).toBe(true);
	expect(second).toEqual({ recorded: false, refusal: { code: "moved-on" } });
	expect(holdersOfCourse(territory, situationPk)).toEqual(["crip"]);
});

test("a second connection keeps every setting of the store, after a write too", () => {
	const file = freshFile();
	const territory = smallTerritory(file);
	const other = openStores(placesIn(dirname(file)));
	const { situationPk, now } = tellInStore({ ...territory, db: other }, sentToCrip);

	const seen = Object.keys(pragmas).map((name) => other.$client.pragma(name, { simple: true }));

	expect(situationPk).toBeGreaterThan(0);
	expect(now).toBeGreaterThan(0);
	expect(seen).toEqual(Object.values(pragmas).map(({ reads }) => reads));
});

test.each([1, 2])(
	"three structures accept at the same instant, and one holds: race %i",
	{ timeout: 60_000 },
	async (seed) => {
		const file = freshFile();
		const territory = smallTerritory(file, askingThree());
		const told = tellInStore(territory, accompanied, { seed });
		askForCare(territory, told);
		const asked = handoffsOf(territory.db, told.situationPk).filter(
			({ step }) => step === "ask-care",
		);

		const answers = await race(
			asked.map(({ id, to = "", latestAct }) => ({
				file,
				territoryId: territory.territoryId,
				situationPk: told.situationPk,
				asking: { by: to, act: "ACCEPT", handoff: id, seen: latestAct, now: told.now + 1000 },
			})),
		);

		const after = handoffsOf(territory.db, told.situationPk).filter(
			({ step }) => step === "ask-care",
		);
		const winner = after.find((handoff) => stateOf(handoff) === "accepted");
		expect(answers.sort()).toEqual(["moved-on", "moved-on", "recorded"]);
		expect(after.map(stateOf).sort()).toEqual(["accepted", "cancelled", "cancelled"]);
		expect(holdersOf(territory, told.situationPk)["track:care"]).toBe(winner?.to);
		expect(checkRows(territory.db)).toEqual([]);
	},
);

function freshFile(): string {
	return join(mkdtempSync(join(tmpdir(), "relais-")), "data", "relais.db");
}

/** The short example, in which care may be asked of three structures at once. */
function askingThree(): Protocol {
	const protocol = exampleProtocol();
	for (const { tracks } of protocol.phases.flatMap(({ groups }) => groups)) {
		for (const { handoff } of tracks.flatMap(({ steps }) => steps)) {
			if (handoff) handoff.recipients = 3;
		}
	}
	return protocol;
}

function askForCare({ db, territoryId }: SmallTerritory, { situationPk, now }: Told): void {
	const acting = { structure: "lead", actor: "lead-member", reception: true, coordinator: false };
	const result = decideAndRecord(
		db,
		{ territoryId, situationPk },
		momentAt(now, 7),
		(situation, circumstances) =>
			decide(
				situation,
				{
					type: "prepare-handoff",
					acting,
					seen: situation.position,
					step: "ask-care",
					to: ["care", "care-2", "care-3"],
					answers: {},
					information: "GIVEN",
					send: true,
				},
				circumstances,
			),
	);
	if (!result.recorded) throw new Error(JSON.stringify(result.refusal));
}

async function race(rivals: Omit<Rivalry, "gate">[]): Promise<string[]> {
	const gate = new SharedArrayBuffer(4);
	new Int32Array(gate)[0] = rivals.length;
	const answers = rivals.map(async (rival) => {
		const worker = new Worker(new URL("./rival.for-tests.ts", import.meta.url), {
			workerData: { ...rival, gate },
		});
		const [answer] = await once(worker, "message");
		await worker.terminate();
		return String(answer);
	});
	return Promise.all(answers);
}

function holdersOf({ db }: SmallTerritory, situationPk: number): Record<string, string> {
	const rows = db.select().from(holders).where(eq(holders.situationPk, situationPk)).all();
	return Object.fromEntries(rows.map(({ part, structureId }) => [part, structureId]));
}

function holdersOfCourse(territory: SmallTerritory, situationPk: number): string[] {
	return Object.values(holdersOf(territory, situationPk));
}
