/** A closed list: each code with its label in both languages. */
export type CodeList = Readonly<Record<string, { readonly fr: string; readonly en: string }>>;

/** The codes of a list, as `z.enum` wants them. */
export function codesOf<List extends CodeList>(list: List) {
	return Object.keys(list) as [keyof List & string, ...(keyof List & string)[]];
}
