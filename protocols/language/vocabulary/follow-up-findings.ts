import type { CodeList } from "./code-list.ts";

/** Why a situation goes on though nobody recorded anything for a long time. */
export const followUpFindings = {
	ACCOMPANIED: {
		fr: "Le jeune est accompagné, sans rien de nouveau à inscrire ici",
		en: "The young person is being supported, with nothing new to record here",
	},
	AWAITED: {
		fr: "Une réponse, une place ou une décision est attendue",
		en: "An answer, a place or a decision is awaited",
	},
	CONTACT_SOUGHT: {
		fr: "Le lien est recherché avec le jeune",
		en: "Contact with the young person is being sought",
	},
} as const satisfies CodeList;
