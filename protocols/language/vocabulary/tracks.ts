import type { CodeList } from "./code-list.ts";

/** The six tracks of accompaniment that every territory shares. */
export const knownTracks = {
	safety: { fr: "Sécurité et lieu de vie", en: "Safety and living place" },
	care: { fr: "Soin", en: "Care" },
	justice: { fr: "Justice et droits", en: "Justice and rights" },
	schooling: { fr: "Scolarité et insertion", en: "Schooling and insertion" },
	family: { fr: "Famille et proches", en: "Family and relatives" },
	future: { fr: "Sortie et avenir", en: "Way out and future" },
} as const satisfies CodeList;
