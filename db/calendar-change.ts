import type { StructureClosing, WorkingCalendar } from "#protocols/calendar/working-calendar.ts";

/** When a structure is closed beyond its territory's days, and whether the urgent reaches it then. */
export type StructureDays = { closing: StructureClosing; onCall: boolean };

/** A calendar as it is to be: of the whole territory, or of one of its structures. */
export type CalendarChange =
	| { of: "territory"; calendar: WorkingCalendar }
	| ({ of: "structure"; structureId: string } & StructureDays);
