import { createContext, useContext } from "react";
import type { Language } from "./languages.ts";
import type { Speech, Values } from "./speech.ts";
import type { KeyOf, Texts, ValuesOf } from "./text-key.ts";

/** Says the texts of one namespace; a wrong key or a missing value does not compile. */
export type Say<Namespace extends keyof Texts> = <Key extends KeyOf<Namespace>>(
	key: Key,
	...values: keyof ValuesOf<Namespace, Key> extends never
		? [values?: Values]
		: [values: ValuesOf<Namespace, Key> & Values]
) => string;

/** The texts in the language of the page. */
export const SpeechContext = createContext<Speech | null>(null);

/** The texts of one namespace, in the language of the page: `const t = useT("shell")`. */
export function useT<Namespace extends keyof Texts>(namespace: Namespace): Say<Namespace> {
	const { say } = useSpeech();
	return (key, ...[values]) => say(`${namespace}:${key}`, values);
}

/** The language of the page. */
export function useLanguage(): Language {
	return useSpeech().language;
}

/** Words a text that was named by its `TextKey`; a sentence that is no key is given back as it is. */
export function useText(): (keyOrSentence: string) => string {
	return useSpeech().say;
}

function useSpeech(): Speech {
	const speech = useContext(SpeechContext);
	if (!speech) throw new Error("A page is shown within the texts of its language.");
	return speech;
}
