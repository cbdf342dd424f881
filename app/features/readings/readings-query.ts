import { formatMonth } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/languages.ts";
import type { Span } from "#db/readings.ts";
import { monthsSince, spanOfMonth } from "./months.ts";

/** Lines on one screen. */
export const linesOnAPage = 50;

/** Pages beyond this one do not exist. */
const lastPage = 500;

/** What a list of the trail is asked for: a month, and which of its pages. */
export type AskedSpan = {
	month: string;
	months: { value: string; label: string }[];
	span: Span;
	page: number;
};

/**
 * The month and the page that an address asks for; the present month where it asks for none that is
 * kept.
 *
 * @param first when the oldest line took place
 */
export function spanAsked(
	url: string,
	{ first, now, timeZone, language }: Place & { first: number | undefined; now: number },
): AskedSpan {
	const { searchParams } = new URL(url);
	const months = monthsSince(first ?? now, now, timeZone);
	const wished = searchParams.get("month") ?? "";
	const month = months.includes(wished) ? wished : (months[0] ?? "");
	const span = spanOfMonth(month, timeZone) ?? { from: now, until: now };
	const page = Number(searchParams.get("page") ?? 1);
	return {
		month,
		months: months.map((value) => ({ value, label: labelOf(value, { timeZone, language }) })),
		span,
		page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
	};
}

type Place = { timeZone: string; language: Language };

function labelOf(month: string, place: Place): string {
	return formatMonth(spanOfMonth(month, place.timeZone)?.from ?? 0, place);
}

/** The rows of a page of a list. */
export function cutOf({ page }: AskedSpan) {
	return { limit: linesOnAPage, offset: (page - 1) * linesOnAPage };
}

/** Where one is in a list, for the screen. */
export function placeIn({ month, months, page }: AskedSpan, total: number) {
	return { month, months, page, pages: Math.ceil(total / linesOnAPage), total };
}
