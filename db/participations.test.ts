import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decide } from "#protocols/casework/decide.ts";
import { decideAndRecord } from "./journal.ts";
import { participations } from "./schema/situations.ts";
import { accompanied, tellInStore } from "./small-casework.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";

test("a structure keeps the name that it gave a situation, and leaves when its role goes to another", () => {
	const territory = smallTerritory();
	const { situationPk, now } = tellInStore(territory, accompanied);
	const before = partOf(territory, "lead");

	bindLead(territory, situationPk, now);

	expect(before?.takesPart).toBe(true);
	expect(partOf(territory, "lead")).toEqual({ ...before, takesPart: false });
	expect(partOf(territory, "lead-2")?.takesPart).toBe(true);
});

test("no two structures know a situation by the same code, alias or address", () => {
	const territory = smallTerritory();
	tellInStore(territory, accompanied);

	const names = territory.db.select().from(participations).all();

	for (const name of ["handle", "code", "alias"] as const) {
		expect(new Set(names.map((row) => row[name])).size).toBe(names.length);
	}
	expect(names.length).toBeGreaterThan(2);
});

function bindLead({ db, territoryId }: SmallTerritory, situationPk: number, now: number): void {
	const acting = { structure: "lead", actor: "lead-member", reception: true, coordinator: true };
	const result = decideAndRecord(
		db,
		{ territoryId, situationPk },
		momentAt(now, 4),
		(situation, circumstances) => {
			const seen = situation.position;
			const command = {
				type: "bind-role",
				acting,
				seen,
				role: "lead",
				structure: "lead-2",
			} as const;
			return decide(situation, command, circumstances);
		},
	);
	if (!result.recorded) throw new Error(JSON.stringify(result.refusal));
}

function partOf({ db }: SmallTerritory, structureId: string) {
	return db.select().from(participations).where(eq(participations.structureId, structureId)).get();
}
