import type { Field, Form } from "./page.ts";

/** The fields of a form as they are sent: repeated names for a list. */
export type Fields = [name: string, value: string][];

/** What the crawler knows that no page says: numbers that were told by telephone. */
export type Knowledge = (field: Field, path: string) => string | undefined;

/** Fills a form as somebody does who answers by chance: each choice among those of the page. */
export function legal(
	form: Form,
	chance: (below: number) => number,
	known: Knowledge = () => undefined,
): Fields {
	const fields = form.fields.flatMap((field): Fields => {
		const told = known(field, form.action);
		if (told !== undefined) return [[field.name, told]];
		return valuesOf(field, chance).map((value) => [field.name, value]);
	});
	const button = form.buttons[chance(Math.max(1, form.buttons.length))];
	return button ? [...fields, button] : fields;
}

function valuesOf(
	{ kind, name, type, values }: Field,
	chance: (below: number) => number,
): string[] {
	switch (kind) {
		case "hidden":
		case "date":
			return values;
		case "choice":
		case "list":
			return values.length === 0 ? [] : [values[chance(values.length)] ?? ""];
		case "several":
			return values.filter((_, index) => index === 0 || chance(4) === 0).slice(0, 2);
		case "text":
			return [values[0] || ordinary(name, type, chance)];
	}
}

/** What anybody might write where a text is asked for, about nobody. */
function ordinary(name: string, type: string, chance: (below: number) => number): string {
	if (type === "email" || /mail/i.test(name)) return `collegue-${chance(9999)}@partenaire.invalid`;
	if (/password/i.test(name)) return "une longue phrase de passe 42";
	if (/phone|tel/i.test(name)) return "01 99 00 10 20";
	return `Référente ${"ABCDEFGHKLMNPQRSTUVWXZ"[chance(22)]}`;
}

/** The same fields, one of them saying something else. */
export function instead(fields: Fields, name: string, value: string): Fields {
	return [...fields.filter(([known]) => known !== name), [name, value]];
}
