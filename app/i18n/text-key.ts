import type { ParseKeys } from "i18next";

type Texts = typeof import("../locales/fr.ts").fr;
type KeyOf<N extends keyof Texts> = { [K in N]: `${K}:${ParseKeys<K> & string}` }[N];

/** A text by its full name, `namespace:key`: what schemas and refusals carry instead of sentences. */
export type TextKey = KeyOf<keyof Texts>;

/** Names a text, checked by the compiler: `z.string().min(1, textKey("accounts:signIn.emailMissing"))`. */
export function textKey<K extends TextKey>(key: K): K {
	return key;
}
