import "#app/locales/needed/calendar.ts";
import { textKey } from "#app/i18n/text-key.ts";
import type { FormErrorList } from "#app/ui/form-values.ts";
import { type DelayUnit, type Duration, delayUnits } from "#protocols/language/delay.ts";

/** What an address asks about a delay: checked, with what was typed and what is wrong with it. */
export type DelayAsked = {
	values: { n: string; unit: string; start: string; structure: string };
	errors: FormErrorList;
	/** Undefined where nothing was asked, or something is wrong. */
	delay: Duration | undefined;
	/** The wall clock of the territory that it starts from; undefined for now. */
	start: number | undefined;
	structure: string | undefined;
};

/** Longest delay that is counted day by day. */
const most = 400;
const earliest = Date.UTC(2024, 0, 1);
const latest = Date.UTC(2041, 0, 1);

/** Reads what an address asks about a delay. */
export function delayAsked({ searchParams }: URL): DelayAsked {
	const values = {
		n: searchParams.get("n") ?? "",
		unit: searchParams.get("unit") ?? "working-days",
		start: searchParams.get("start") ?? "",
		structure: searchParams.get("structure") ?? "",
	};
	return searchParams.has("n") ? checked(values) : { values, errors: {}, ...nothing };
}

function checked(values: DelayAsked["values"]): DelayAsked {
	const n = wholeNumber(values.n);
	const start = wallTime(values.start);
	const unit = delayUnits.find((one): one is DelayUnit => one === values.unit) ?? "working-days";
	if (n === "wrong" || start === "wrong") {
		const errors = {
			...(n === "wrong" ? { n: [textKey("calendar:delay.wrongN")] } : {}),
			...(start === "wrong" ? { start: [textKey("calendar:delay.wrongStart")] } : {}),
		};
		return { values, errors, ...nothing };
	}
	const structure = values.structure === "" ? undefined : values.structure;
	return { values, errors: {}, delay: { n, unit }, start, structure };
}

function wholeNumber(written: string): number | "wrong" {
	const n = /^\s*\d{1,3}\s*$/.test(written) ? Number(written) : 0;
	return n >= 1 && n <= most ? n : "wrong";
}

const nothing = { delay: undefined, start: undefined, structure: undefined };

/** A day and a time as a field has them, "2026-05-14T09:00", as milliseconds of a clock without a zone. */
function wallTime(written: string): number | "wrong" | undefined {
	if (written.trim() === "") return undefined;
	const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
	const at = shape.test(written) ? Date.parse(`${written}Z`) : Number.NaN;
	const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
	return exists && at >= earliest && at < latest ? at : "wrong";
}
