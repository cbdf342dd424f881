import { eq } from "drizzle-orm";
import { workingDayTest } from "#protocols/calendar/working-calendar.ts";
import { closingOf, workingCalendarOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import type { Opening } from "./letter-times.ts";
import { structures } from "./schema/structures.ts";

/** On which days a structure is open, on its territory's clock, and whether it is on call. */
export function openingOf(db: Db | Tx, structureId: string): Opening {
	const structure = db.select().from(structures).where(eq(structures.id, structureId)).get();
	if (!structure) throw new RangeError(`No structure ${structureId}.`);
	const calendar = workingCalendarOf(db, structure.territoryId);
	return {
		timeZone: calendar.timeZone,
		isOpen: workingDayTest(calendar, closingOf(db, structureId)),
		onCall: structure.onCall,
	};
}
