/** The French texts are the measure: other languages owe the same names. */
export type Texts = typeof import("../locales/fr.ts").fr;

type Form = "zero" | "one" | "other";

/** The names of all texts of a tree, each with its way down; the forms of a count share one name. */
type NameIn<Tree> = {
	[Key in keyof Tree & string]: Tree[Key] extends string
		? Key extends `${infer Whole}_${Form}`
			? Whole
			: Key
		: `${Key}.${NameIn<Tree[Key]>}`;
}[keyof Tree & string];

type TextAt<Tree, Name> = Name extends keyof Tree
	? Tree[Name]
	: Name extends `${infer Key extends keyof Tree & string}.${infer Rest}`
		? TextAt<Tree[Key], Rest>
		: Tree[keyof Tree & `${Name & string}_${Form}`];

type ValueIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
	? Name | ValueIn<Rest>
	: never;

/** The name of a text in its namespace. */
export type KeyOf<Namespace extends keyof Texts> = NameIn<Texts[Namespace]>;

/** What a text has to be filled in with. */
export type ValuesOf<Namespace extends keyof Texts, Key> = Readonly<
	Record<ValueIn<TextAt<Texts[Namespace], Key>>, string | number>
>;

/** A text by its full name, `namespace:key`: what schemas and refusals carry instead of sentences. */
export type TextKey = { [N in keyof Texts]: `${N}:${KeyOf<N>}` }[keyof Texts];

/** Names a text, checked by the compiler: `z.string().min(1, textKey("accounts:signIn.emailMissing"))`. */
export function textKey<K extends TextKey>(key: K): K {
	return key;
}
