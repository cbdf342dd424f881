import { clockTime } from "./clock-time.ts";
import type { StructureForm } from "./structure-form.schema.ts";
import type { TerritoryForm } from "./territory-form.schema.ts";

/** One field of a form that is sent again; a list has several of one name. */
export type Resent = [name: string, value: string];

/** A checked form as it was sent, to be confirmed or shown again. */
export function resentOf(form: TerritoryForm | StructureForm): Resent[] {
	const { confirmed: _, ...sent } = form;
	return Object.entries(sent).flatMap(([name, value]): Resent[] => {
		if (Array.isArray(value)) return value.map((one): Resent => [name, String(one)]);
		if (value === undefined) return [];
		return [[name, typeof value === "number" ? clockTime(value) : value]];
	});
}

/** The same by name, as a page that is shown again holds it. */
export function valuesOf(resent: readonly Resent[]): Record<string, string | string[]> {
	const values: Record<string, string | string[]> = {};
	for (const [name, value] of resent) {
		const before = values[name];
		values[name] = before === undefined ? value : [before, value].flat();
	}
	return values;
}
