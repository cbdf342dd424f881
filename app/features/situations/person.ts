import type { Who } from "#db/situation-people.ts";
import { type Language, say, type Text } from "#protocols/language/text.ts";

/** A structure as the screen calls it. */
export type Person = { own: boolean; name: string; role: string | null; phone: string | null };

/** A structure in words: by its name where one may know it, else by its role. */
export function person({ own, name, phone, role }: Who, language: Language): Person {
	const as = maybe(role, language);
	return { own, name: name ?? as ?? "…", role: as, phone };
}

/** A text, where there is one. */
export function maybe(text: Text | null, language: Language): string | null {
	return text && say(text, language);
}
