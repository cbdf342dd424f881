import type { CodeList } from "#protocols/language/vocabulary/code-list.ts";

/**
 * What may happen at any moment in every territory. Their names mean something to Relais: immediate
 * danger can be declared from every situation, and the checker looks for the way back of a runaway.
 */
export const knownInterruptions = {
	"immediate-danger": { fr: "Danger immédiat", en: "Immediate danger" },
	runaway: { fr: "Fugue ou absence", en: "Runaway or absence" },
	"coming-of-age": { fr: "Passage à la majorité", en: "Coming of age" },
	"change-of-territory": { fr: "Changement de territoire", en: "Change of territory" },
} as const satisfies CodeList;
