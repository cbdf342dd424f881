import type { ResourceKey, ResourceLanguage } from "i18next";
import type { Language } from "./languages.ts";

/** French marks keep to their word: a hard space before `? ! : ;` and inside « quotes ». */
export function withHardSpaces(texts: ResourceLanguage, language: Language): ResourceLanguage {
	if (language !== "fr") return texts;
	return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, harden(value)]));
}

function harden(value: ResourceKey): ResourceKey {
	if (typeof value !== "string") {
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, harden(inner)]));
	}
	return value.replaceAll(/ (?=[?!:;»])|(?<=«) /g, "\u00a0");
}
