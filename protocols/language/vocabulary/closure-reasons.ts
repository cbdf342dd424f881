import type { CodeList } from "./code-list.ts";

/** Why a situation closes; the door stays open. */
export const closureReasons = {
	SAFE_LASTING: {
		fr: "Mise en sécurité durable, accompagnement abouti",
		en: "Lasting safety, support completed",
	},
	ORDINARY_RELAY: { fr: "Relais de droit commun en place", en: "Mainstream relay in place" },
	COURT_MEASURE_RELAY: {
		fr: "Une mesure de protection prend entièrement le relais",
		en: "A protection measure takes over fully",
	},
	TERRITORY_TRANSFER: {
		fr: "Transfert vers un autre territoire",
		en: "Transfer to another territory",
	},
	MAJORITY_RELAY: { fr: "Majorité avec relais", en: "Majority with relay" },
	MAJORITY_NO_RELAY: {
		fr: "Majorité, relais non saisi, porte ouverte",
		en: "Majority, relay not taken up, door left open",
	},
	NOT_CONFIRMED: { fr: "Inquiétude levée après évaluation", en: "Concern lifted after assessment" },
	CONTACT_LOST: { fr: "Lien interrompu malgré les démarches", en: "Contact lost despite efforts" },
	NOT_NOW_LASTING: {
		fr: "Aide non souhaitée à ce jour, porte ouverte",
		en: "Help not wanted for now, door left open",
	},
	DUPLICATE: { fr: "Doublon rapproché", en: "Duplicate merged" },
	ERROR: { fr: "Ouverture par erreur", en: "Opened in error" },
	OFF_APP: { fr: "Motif traité hors de l'application", en: "Reason handled outside the app" },
} as const satisfies CodeList;

/** Why the system closes a situation; nobody chooses it. */
export const systemClosureReasons = {
	NO_ACTIVITY: { fr: "Sans activité", en: "No activity" },
} as const satisfies CodeList;

/** Every reason that a closure may have, whoever gave it. */
export const closingReasons = {
	...closureReasons,
	...systemClosureReasons,
} as const satisfies CodeList;

/** The reasons that people may give when they close a situation without activity where it stands. */
export const inactiveClosureReasons = [
	"CONTACT_LOST",
	"NOT_NOW_LASTING",
	"NOT_CONFIRMED",
	"SAFE_LASTING",
	"ORDINARY_RELAY",
	"COURT_MEASURE_RELAY",
	"MAJORITY_RELAY",
	"MAJORITY_NO_RELAY",
	"ERROR",
	"OFF_APP",
] as const satisfies (keyof typeof closureReasons)[];
