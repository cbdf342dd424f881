import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { presentStructure } from "#app/features/calendar/present-structure.ts";
import { resentOf, valuesOf } from "#app/features/calendar/resent.ts";
import type { StructureView } from "#app/features/calendar/structure-days-page.tsx";
import type { StructureForm } from "#app/features/calendar/structure-form.schema.ts";
import type { TerritoryForm } from "#app/features/calendar/territory-form.schema.ts";
import { changeCalendar, structureDaysOf } from "#db/calendars.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { plainDateOf } from "#protocols/calendar/day-number.ts";
import { localDay } from "#protocols/calendar/time-zone.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { oldestDays, type Proposed } from "./calendar-proposals.server.ts";
import { momentOf } from "./casework.server.ts";
import type { Member } from "./member.server.ts";
import { notePortion, previewChange } from "./recalculations.server.ts";
import type { Services } from "./services.server.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** From which date on exceptional days and closings are shown: those before it are history. */
export function shownSince({ clock }: Services, { timeZone }: WorkingCalendar): string {
	return plainDateOf(localDay(timeZone, clock.now()) - oldestDays);
}

/** The closing days of a structure, as whoever keeps them sees them. */
export function structureView(
	services: Services,
	{ territoryId, structureId, name }: { territoryId: string; structureId: string; name: string },
): StructureView {
	const calendar = workingCalendarOf(services.db, territoryId);
	const since = shownSince(services, calendar);
	const days = structureDaysOf(services.db, structureId);
	return presentStructure({ ...days, name, workDays: calendar.workDays, since });
}

/** Who changes it, and the page to come back to. */
type Asking = { args: Arguments; member: Member; back: string };

/**
 * The two steps of a change: first what it would move, as counts; then, once that was confirmed,
 * the change itself, with the clocks that it moves.
 */
export async function answerChange<Form extends TerritoryForm | StructureForm>(
	{ args, member, back }: Asking,
	form: Form,
	proposed: Proposed,
) {
	if ("wrong" in proposed) {
		const { field, message } = proposed.wrong;
		return json(
			{ errors: { [field]: [message] }, values: valuesOf(resentOf(form)), preview: null },
			422,
		);
	}
	const { services } = args.context;
	const { territoryId, memberId: actor, structureId, visit } = member;
	const { change } = proposed;
	if (form.confirmed !== "yes") {
		const moves = await previewChange(services, { territoryId, change });
		return json({ errors: {}, values: {}, preview: { moves, form } });
	}
	const asked = { territoryId, actor, structureId, visit, change };
	const portion = changeCalendar(services.db, momentOf(services), asked);
	if (portion) notePortion(services, territoryId, portion);
	return redirect(`${back}?saved=${portion?.done === false ? "going" : "all"}`, 303);
}

/** What was just done, as the address says it. */
export function savedIn({ request }: Arguments): "all" | "going" | null {
	const saved = new URL(request.url).searchParams.get("saved");
	return saved === "all" || saved === "going" ? saved : null;
}
