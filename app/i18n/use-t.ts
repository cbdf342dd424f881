import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { isLanguage, type Language, languages } from "./languages.ts";

type Texts = typeof import("../locales/fr.ts").fr;

/** The texts of one namespace, in the language of the page: `const t = useT("shell")`. */
export function useT<N extends keyof Texts>(namespace: N): TFunction<N> {
	return useTranslation(namespace as never).t as unknown as TFunction<N>;
}

/** The language of the page. */
export function useLanguage(): Language {
	const { language } = useTranslation().i18n;
	return isLanguage(language) ? language : languages[0];
}

/** Words a text that was named by its `TextKey`; a sentence that is no key is given back as it is. */
export function useText(): (keyOrSentence: string) => string {
	const { i18n } = useTranslation();
	return (keyOrSentence) =>
		i18n.exists(keyOrSentence) ? i18n.t(keyOrSentence as never) : keyOrSentence;
}
