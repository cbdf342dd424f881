import type { CodeList } from "./code-list.ts";

/** What a handoff asks the recipient to do. */
export const handoffActions = {
	ASSESS: { fr: "Évaluer", en: "Assess" },
	PROTECT: { fr: "Protéger", en: "Protect" },
	SHELTER: { fr: "Mettre à l'abri", en: "Shelter" },
	INFORM_GUARDIAN_SERVICE: { fr: "Informer l'ASE", en: "Inform the ASE" },
	INFORM_COURT: { fr: "Informer le juge", en: "Inform the judge" },
	REACH_OUT: { fr: "Aller vers le jeune", en: "Reach out" },
	CO_SUPPORT: { fr: "Accompagner ensemble", en: "Support jointly" },
	REMOTE_SUPPORT: { fr: "Appuyer à distance", en: "Support remotely" },
	CARE: { fr: "Faciliter l'accès au soin", en: "Ease access to care" },
	RIGHTS: { fr: "Ouvrir les droits", en: "Open rights" },
	PROJECT: {
		fr: "Soutenir le projet (école, insertion)",
		en: "Support the project (school, integration)",
	},
	RELOCATE: { fr: "Accueillir avec éloignement", en: "Host with relocation" },
	SEARCH: { fr: "Rechercher", en: "Search" },
	END_SEARCH: { fr: "Lever la recherche", en: "End the search" },
	TAKE_OVER: { fr: "Prendre le relais", en: "Take over" },
} as const satisfies CodeList;

/** Why a structure declines a handoff. */
export const declineReasons = {
	CAPACITY: { fr: "Saturation", en: "No capacity" },
	OUT_OF_SCOPE: { fr: "Hors mission", en: "Outside remit" },
	OUT_OF_AREA: { fr: "Hors secteur", en: "Outside area" },
	AGE_LIMIT: { fr: "Hors tranche d'âge", en: "Outside age range" },
	SAFETY_MATCH: {
		fr: "Accueil incompatible avec la sécurité du jeune ou du groupe",
		en: "Placement incompatible with safety of the young person or group",
	},
	ALREADY_FOLLOWED: {
		fr: "Déjà accompagné par une autre structure",
		en: "Already followed elsewhere",
	},
	NO_MANDATE: {
		fr: "Mandat, accord ou décision manquants",
		en: "Mandate, agreement or decision missing",
	},
	YOUTH_NOT_NOW: {
		fr: "Le jeune ne souhaite pas cette aide à ce jour",
		en: "Young person does not want this help for now",
	},
	NOT_ENOUGH_INFO: {
		fr: "Éléments insuffisants transmis par la voie sécurisée",
		en: "Not enough elements received by the secure channel",
	},
	TEMP_CLOSED: { fr: "Fermeture temporaire", en: "Temporarily closed" },
	OTHER_DISCUSSED: {
		fr: "Autre motif, vu avec la coordination",
		en: "Other reason, discussed with coordination",
	},
} as const satisfies CodeList;

/** Why a handoff goes to another structure. */
export const redirectReasons = {
	BETTER_FIT: { fr: "Acteur mieux adapté", en: "Better suited actor" },
	NEARER: { fr: "Acteur plus proche du jeune", en: "Actor closer to the young person" },
	SPECIALIST_NEEDED: { fr: "Appui spécialisé nécessaire", en: "Specialist support needed" },
	CAPACITY: { fr: "Saturation", en: "No capacity" },
	TERRITORY_CHANGE: { fr: "Changement de territoire", en: "Change of territory" },
	EMERGENCY: { fr: "Urgence", en: "Emergency" },
	COURT_COMPETENCE: { fr: "Compétence judiciaire", en: "Judicial competence" },
	MAJORITY: { fr: "Majorité", en: "Majority" },
} as const satisfies CodeList;

/** Why an accepted handoff stands still. */
export const suspensionReasons = {
	RUNAWAY: { fr: "Fugue", en: "Runaway" },
	HOSPITAL: { fr: "Hospitalisation", en: "Hospital" },
	PLACED_ELSEWHERE: { fr: "Placement ailleurs", en: "Placement elsewhere" },
	DETENTION: { fr: "Incarcération", en: "Detention" },
	NOT_NOW: {
		fr: "Le jeune ne le souhaite pas à ce jour",
		en: "Young person does not wish it for now",
	},
	WAITING_PLACE: { fr: "Attente d'une place", en: "Waiting for a place" },
	JUDICIAL_ACT: { fr: "Acte judiciaire en attente", en: "Judicial act pending" },
	PROFESSIONAL_UNAVAILABLE: { fr: "Professionnel indisponible", en: "Professional unavailable" },
} as const satisfies CodeList;

/** How a handoff ended, as its recipient says it. */
export const handoffOutcomes = {
	SUPPORT_STARTED: { fr: "Accompagnement engagé", en: "Support started" },
	OBJECTIVE_REACHED: { fr: "Objectif atteint", en: "Objective reached" },
	PARTLY_REACHED: { fr: "Objectif atteint en partie", en: "Partly reached" },
	NEXT_STEP: { fr: "Passage à l'étape suivante", en: "Moved to the next step" },
	OTHER_TERRITORY: { fr: "Relais vers un autre territoire", en: "Relayed to another territory" },
	NOT_NOW: { fr: "Proposition non saisie à ce jour", en: "Not taken up for now" },
	NOT_REACHED: { fr: "Jeune non rencontré à ce stade", en: "Could not be reached" },
	MAJORITY_RELAY: { fr: "Majorité, avec relais", en: "Came of age and relayed" },
	COURT_MEASURE: { fr: "Une mesure judiciaire a pris le relais", en: "Judicial measure took over" },
	OTHER: { fr: "Autre, vu de vive voix", en: "Other, discussed by voice" },
} as const satisfies CodeList;

/** What was said to the young person before a handoff. */
export const informationToYoungPerson = {
	GIVEN: { fr: "Donnée et comprise", en: "Given and understood" },
	GIVEN_DISAGREES: { fr: "Donnée, désaccord exprimé", en: "Given, disagreement voiced" },
	NOT_POSSIBLE: { fr: "Impossible à ce stade", en: "Not possible" },
	WITHHELD: {
		fr: "Non donnée, dans l'intérêt de l'enfant",
		en: "Withheld in the child's interest",
	},
} as const satisfies CodeList;

/** What a recipient may ask the sender to make precise. */
export const missingItems = {
	AGE_BAND: { fr: "Tranche d'âge", en: "Age band" },
	CONCERN_LEVEL: { fr: "Niveau d'inquiétude", en: "Level of concern" },
	PROTECTION_STATUS: { fr: "Cadre de protection", en: "Protection framework" },
	FORMAL_ROUTE: { fr: "Voie officielle utilisée", en: "Official route used" },
	INFORMATION_GIVEN: {
		fr: "Information donnée au jeune",
		en: "Information given to the young person",
	},
	IDENTITY_BY_VOICE: {
		fr: "Identité, à donner de vive voix",
		en: "Identity, to be given by voice",
	},
} as const satisfies CodeList;

/** What a telephone call about a handoff gave. */
export const phoneAnswers = {
	WILL_ANSWER: { fr: "Joint : répondra", en: "Reached: will answer" },
	ACCEPTS: {
		fr: "Joint : accepte (à confirmer par la réception)",
		en: "Reached: accepts (reception to confirm)",
	},
	DECLINES: {
		fr: "Joint : décline (à confirmer par la réception)",
		en: "Reached: declines (reception to confirm)",
	},
	UNREACHABLE: { fr: "Non joint", en: "Could not be reached" },
} as const satisfies CodeList;

/** How the identity travelled between two professionals: never through the application. */
export const identityMeans = {
	PHONE: { fr: "Téléphone", en: "Telephone" },
	SECURE_MAIL: { fr: "Messagerie sécurisée de santé", en: "Secure health messaging" },
	BY_HAND: { fr: "Remise en main propre", en: "By hand" },
} as const satisfies CodeList;

/** Why a recipient does not take a line for the one that it was told of. */
export const mismatches = {
	NUMBER_DIFFERS: {
		fr: "Le numéro entendu n'est pas celui de cette ligne",
		en: "The number heard is not that of this line",
	},
	WORDS_DIFFER: {
		fr: "Les deux mots ne sont pas les mêmes sur les deux écrans",
		en: "The two words are not the same on both screens",
	},
	NO_CALL: { fr: "Personne n'a appelé", en: "Nobody called" },
	NO_IDENTITY: {
		fr: "L'identité n'est pas parvenue",
		en: "The identity has not arrived",
	},
	TOO_MANY_TRIES: {
		fr: "Trop de numéros qui ne correspondent pas",
		en: "Too many numbers that do not match",
	},
} as const satisfies CodeList;

/** How the first contact was made. */
export const contactMeans = {
	MET: { fr: "Rencontre", en: "Met" },
	PHONE: { fr: "Téléphone", en: "Telephone" },
	ONLINE: { fr: "En ligne", en: "Online" },
	RELATIVE: {
		fr: "Par un proche ou un adulte de confiance",
		en: "Through a relative or a trusted adult",
	},
} as const satisfies CodeList;

/** What a periodic review of a handoff found. */
export const reviewFindings = {
	GOES_WELL: { fr: "Avance", en: "Moving forward" },
	STANDS_STILL: { fr: "Marque le pas", en: "Standing still" },
	HARDER: { fr: "Plus difficile", en: "Harder" },
} as const satisfies CodeList;
