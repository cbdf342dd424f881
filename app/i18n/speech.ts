import type { Language } from "./languages.ts";

/** Texts by name, as deep as they are sorted. */
export type TextTree = { readonly [name: string]: string | TextTree };

/** What a text is filled in with; `count` also chooses among its forms. */
export type Values = Readonly<Record<string, string | number | null | undefined>>;

/** The texts of one language, by their full name: `namespace:key`. */
export type Speech = {
	language: Language;
	/** Says a text, its values filled in; a name that is no text is given back as it is. */
	say(name: string, values?: Values): string;
	/** Whether a name is that of a text. */
	has(name: string): boolean;
};

/**
 * Says the texts of a language. Ours, as all that we need is small: a library would be a seventh
 * of what a browser downloads before it can do anything.
 */
export function speechIn(texts: TextTree, language: Language): Speech {
	const plurals = new Intl.PluralRules(language);
	const find = (name: string, { count }: Values = {}): string | undefined => {
		if (typeof count !== "number") return textAt(texts, name);
		const none = count === 0 ? textAt(texts, `${name}_zero`) : undefined;
		return none ?? textAt(texts, `${name}_${plurals.select(count)}`) ?? textAt(texts, name);
	};
	return {
		language,
		say: (name, values = {}) => filled(find(name, values) ?? name, values),
		has: (name) => find(name) !== undefined,
	};
}

function textAt(texts: TextTree, name: string): string | undefined {
	let found: string | TextTree | undefined = texts;
	for (const part of name.split(/[:.]/)) {
		if (typeof found !== "object" || !Object.hasOwn(found, part)) return undefined;
		found = found[part];
	}
	return typeof found === "string" ? found : undefined;
}

function filled(text: string, values: Values): string {
	return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_place, name: string) =>
		String(values[name] ?? ""),
	);
}
