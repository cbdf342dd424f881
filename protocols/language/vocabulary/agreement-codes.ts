import type { CodeList } from "./code-list.ts";

/** What a structure says of a version that it is consulted about. */
export const agreementAnswers = {
	agree: { fr: "D'accord", en: "Agrees" },
	reserve: { fr: "D'accord avec une réserve", en: "Agrees with a reservation" },
	disagree: { fr: "Pas d'accord", en: "Does not agree" },
} as const satisfies CodeList;

/** What a reservation or a disagreement is about. */
export const agreementObjections = {
	DELAY_UNTENABLE: { fr: "Un délai ne peut pas être tenu", en: "A delay cannot be kept" },
	MEANS_MISSING: {
		fr: "Les moyens manquent (postes, astreinte, locaux)",
		en: "Means are missing (staff, on-call duty, premises)",
	},
	NOT_OUR_ROLE: {
		fr: "Un rôle ou une étape n'est pas de notre compétence",
		en: "A role or a step is not ours to carry",
	},
	HANDOFF_UNCLEAR: {
		fr: "Une transmission n'est pas claire : à qui, pour quoi, jusqu'à quand",
		en: "A handoff is not clear: to whom, what for, until when",
	},
	LAW_DOUBT: {
		fr: "Un doute de droit (secret, autorité parentale, signalement)",
		en: "A doubt of law (secrecy, parental authority, reporting)",
	},
	SAFETY: {
		fr: "Une crainte pour la sécurité des mineurs",
		en: "A fear for the safety of minors",
	},
	NOT_YET: {
		fr: "La structure n'a pas encore délibéré",
		en: "The structure has not deliberated yet",
	},
} as const satisfies CodeList;

/** Why a warning of the checker does not hold a publication back. */
export const warningReasons = {
	KNOWN: {
		fr: "Connu et assumé par le comité de pilotage",
		en: "Known, and borne by the steering committee",
	},
	OUTSIDE: {
		fr: "Organisé hors de Relais (convention, astreinte)",
		en: "Arranged outside Relais (agreement, on-call duty)",
	},
	LOCAL: { fr: "Pratique locale éprouvée", en: "Proven local practice" },
	NEXT_VERSION: {
		fr: "Sera corrigé à la prochaine version",
		en: "Will be mended in the next version",
	},
	NOT_HERE: { fr: "Sans objet dans ce territoire", en: "Does not apply in this territory" },
} as const satisfies CodeList;
