import type { LoaderFunctionArgs } from "@remix-run/node";
import { lateQuery } from "#app/features/late/late-query.ts";
import { presentLate } from "#app/features/late/present-late.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { roleLabels } from "#db/coverage.ts";
import { lateItemCount, lateItems } from "#db/late-list.ts";
import { say } from "#protocols/language/text.ts";
import type { Member } from "./member.server.ts";
import { keepReading } from "./readings.server.ts";

/** Rows of a list on one screen. */
const rowsOnAPage = 25;

/** A list of what is late, in words: of a whole territory for its coordinator, of one's structure. */
export function readLate(
	{ request, context: { services } }: LoaderFunctionArgs,
	member: Member,
	of: "territory" | "structure",
) {
	keepReading(services, member, { screen: "late" });
	const { db, clock } = services;
	const { territoryId, structureId } = member;
	const language = languageOf(request);
	const asked = lateQuery(request.url);
	const scope = { territoryId, structureId, whole: of === "territory" };
	const filter = { rung: asked.rung || undefined, role: asked.role || undefined };
	const cut = { limit: rowsOnAPage, offset: (asked.page - 1) * rowsOnAPage };
	const now = clock.now();
	const calendar = workingCalendarOf(db, territoryId);
	const { rows } = lateItems(db, scope, now, { ...cut, ...filter });
	const count = lateItemCount(db, scope, filter);
	return {
		of,
		rows: rows.map((item, place) => presentLate(item, place, { language, calendar, now })),
		count,
		pages: Math.ceil(count / rowsOnAPage),
		asked,
		roles: [...roleLabels(db, territoryId)]
			.map(([value, label]) => ({ value, label: say(label, language) }))
			.sort((one, other) => one.label.localeCompare(other.label, language)),
		timeZone: calendar.timeZone,
	};
}
