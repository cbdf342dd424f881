import { closureReasons } from "./closure-reasons.ts";
import type { CodeList } from "./code-list.ts";

/** A closed question about a situation: what it asks, which answers it takes, who may read them. */
export type Field = {
	label: { fr: string; en: string };
	/** `core` runs a protocol; `stat` serves the observatory; `option` is off until a territory's impact assessment says otherwise. */
	tier: "core" | "stat" | "option";
	/** How many answers at once, at most. */
	most: number;
	visibleTo: readonly ("participants" | "coordinator")[];
	/** The value can reveal health or sexual life (GDPR, article 9). */
	art9: boolean;
	codes: CodeList;
};

/**
 * The closed fields of a situation.
 *
 * @see docs/glossary.md for the words; the lists are a proposal that a territory may shorten
 */
export const fields = {
	age_band: {
		label: { fr: "Tranche d'âge", en: "Age band" },
		tier: "core",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			U15: { fr: "Moins de 15 ans", en: "Under 15" },
			A15_17: { fr: "15 à 17 ans", en: "15 to 17" },
			A18_20: { fr: "18 à 20 ans (suite d'accompagnement)", en: "18 to 20 (follow-on support)" },
			UNK: { fr: "Non connue", en: "Unknown" },
		},
	},
	majority_horizon: {
		label: { fr: "Horizon de la majorité", en: "Majority horizon" },
		tier: "core",
		most: 1,
		visibleTo: ["participants"],
		art9: false,
		codes: {
			GT12M: { fr: "Plus de 12 mois", en: "More than 12 months" },
			M6_12: { fr: "6 à 12 mois", en: "6 to 12 months" },
			LT6M: { fr: "Moins de 6 mois", en: "Less than 6 months" },
			REACHED: { fr: "Majorité atteinte", en: "Majority reached" },
			UNK: { fr: "Non connu", en: "Unknown" },
		},
	},
	protection_status: {
		label: { fr: "Cadre de protection actuel", en: "Current protection framework" },
		tier: "core",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			NONE_KNOWN: { fr: "Aucun connu", en: "None known" },
			IP_OPEN: { fr: "Information préoccupante en cours", en: "Concern report under assessment" },
			ADMIN: { fr: "Aide administrative (AED, accueil provisoire)", en: "Administrative support" },
			OPEN_JUD: {
				fr: "Milieu ouvert judiciaire (AEMO, MJIE)",
				en: "Court-ordered community measure",
			},
			PLACED: { fr: "Mineur confié (ASE, tiers, établissement)", en: "Child placed in care" },
			PJJ: { fr: "Suivi par la PJJ", en: "Followed by youth judicial services" },
			ADULT_FOLLOWON: { fr: "Jeune majeur accompagné", en: "Young adult support" },
			UNK: { fr: "Non connu", en: "Unknown" },
		},
	},
	concern_level: {
		label: { fr: "Niveau d'inquiétude", en: "Level of concern" },
		tier: "core",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			L0_NONE: { fr: "Inquiétude levée", en: "Concern lifted" },
			L1_WATCH: { fr: "Veille", en: "Watch" },
			L2_RISK: { fr: "Risque de danger", en: "Risk of danger" },
			L3_DANGER: { fr: "Danger", en: "Danger" },
			L4_IMMINENT: { fr: "Danger grave et immédiat", en: "Serious and immediate danger" },
		},
	},
	situation_stage: {
		label: { fr: "Nature de la situation", en: "Nature of the situation" },
		tier: "core",
		most: 1,
		visibleTo: ["participants"],
		art9: true,
		codes: {
			SIGNS: { fr: "Signes à comprendre", en: "Signs to be understood" },
			EXPOSURE: {
				fr: "Exposition ou conduites pré-prostitutionnelles",
				en: "Exposure or pre-prostitution conducts",
			},
			EXPLOITATION: {
				fr: "Exploitation sexuelle dite ou établie",
				en: "Sexual exploitation disclosed or established",
			},
			AFTERCARE: { fr: "Suites et reconstruction", en: "Aftermath and recovery" },
			UNK: { fr: "Non qualifiée", en: "Not qualified" },
		},
	},
	runaway_status: {
		label: { fr: "Fugue", en: "Runaway status" },
		tier: "core",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			NONE: { fr: "Pas de fugue en cours", en: "Not missing" },
			CURRENT: { fr: "Fugue en cours", en: "Currently missing" },
			RETURNED: { fr: "De retour depuis moins de 7 jours", en: "Returned less than 7 days ago" },
			UNK: { fr: "Non connu", en: "Unknown" },
		},
	},
	adhesion: {
		label: {
			fr: "Position du jeune à l'égard de l'aide",
			en: "Young person's position towards help",
		},
		tier: "core",
		most: 1,
		visibleTo: ["participants"],
		art9: false,
		codes: {
			ASKS: { fr: "Demande de l'aide", en: "Asks for help" },
			ACCEPTS: { fr: "Accepte le lien", en: "Accepts contact" },
			AMBIVALENT: { fr: "Hésite", en: "Hesitates" },
			NOT_NOW: { fr: "Ne souhaite pas d'aide à ce jour", en: "Does not want help for now" },
			NOT_MET: { fr: "Pas encore rencontré", en: "Not met yet" },
		},
	},
	information_given: {
		label: { fr: "Information donnée", en: "Information given" },
		tier: "core",
		most: 2,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			MINOR_YES: { fr: "Jeune informé", en: "Young person informed" },
			MINOR_NOT_YET: { fr: "Jeune pas encore informé", en: "Young person not yet informed" },
			HOLDERS_YES: {
				fr: "Titulaires de l'autorité parentale informés",
				en: "Holders of parental authority informed",
			},
			HOLDERS_NOT_INTEREST: {
				fr: "Non informés : contraire à l'intérêt de l'enfant",
				en: "Not informed: against the child's interest",
			},
			HOLDERS_NOT_YET: { fr: "Pas encore informés", en: "Not yet informed" },
		},
	},
	formal_route: {
		label: { fr: "Voie officielle utilisée", en: "Official route used" },
		tier: "core",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			NONE: { fr: "Aucune à ce jour", en: "None so far" },
			IP: { fr: "Information préoccupante", en: "Concern report to CRIP" },
			SIGNAL: { fr: "Signalement au parquet", en: "Report to the prosecutor" },
			BOTH: { fr: "Les deux", en: "Both" },
			JUDGE_NOTE: { fr: "Note au juge des enfants", en: "Note to the children's judge" },
		},
	},
	source_type: {
		label: { fr: "Origine du repérage", en: "Who first noticed" },
		tier: "stat",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			SCHOOL: { fr: "Éducation", en: "School" },
			CARE_HOME: { fr: "Lieu d'accueil ou ASE", en: "Care home or ASE" },
			OUTREACH: { fr: "Prévention spécialisée, maraude", en: "Street or online outreach" },
			HEALTH: { fr: "Santé", en: "Health" },
			POLICE_JUSTICE: { fr: "Police, gendarmerie, justice, PJJ", en: "Police or justice" },
			SPECIALIST: { fr: "Association spécialisée", en: "Specialist association" },
			FAMILY_PEER: { fr: "Famille, proches, pairs", en: "Family or peers" },
			MINOR: { fr: "Le jeune lui-même", en: "The young person" },
			HELPLINE: { fr: "119, 116 000, 3018", en: "Helpline" },
			OTHER: { fr: "Autre", en: "Other" },
		},
	},
	sign_family: {
		label: { fr: "Familles de signes (trois au plus)", en: "Families of signs (three at most)" },
		tier: "stat",
		most: 3,
		visibleTo: ["participants"],
		art9: true,
		codes: {
			ABSENCE: { fr: "Fugues, absences, découcher", en: "Running away, absences, nights out" },
			SCHOOL_LINK: {
				fr: "Éloignement de l'école ou des activités",
				en: "Drifting from school or activities",
			},
			RELATIONS: {
				fr: "Nouvelles fréquentations, emprise, isolement",
				en: "New contacts, hold, isolation",
			},
			MATERIAL: {
				fr: "Argent, objets, déplacements sans explication",
				en: "Unexplained money, goods, travel",
			},
			DIGITAL: { fr: "Usages numériques inquiétants", en: "Worrying digital use" },
			WELLBEING: {
				fr: "Santé, corps, mal-être, substances",
				en: "Health, body, distress, substances",
			},
			WORDS: { fr: "Paroles du jeune ou d'un pair", en: "Words of the young person or a peer" },
			THIRD_PARTY: {
				fr: "Élément transmis par un tiers",
				en: "Element passed on by a third party",
			},
		},
	},
	exposure_context: {
		label: { fr: "Contexte dominant", en: "Main context" },
		tier: "option",
		most: 1,
		visibleTo: ["participants"],
		art9: true,
		codes: {
			ONLINE: { fr: "En ligne", en: "Online" },
			OFFLINE: { fr: "Hors ligne", en: "Offline" },
			BOTH: { fr: "Les deux", en: "Both" },
			UNK: { fr: "Non connu", en: "Unknown" },
		},
	},
	gender: {
		label: { fr: "Genre", en: "Gender" },
		tier: "option",
		most: 1,
		visibleTo: ["participants"],
		art9: false,
		codes: {
			F: { fr: "Fille", en: "Girl" },
			M: { fr: "Garçon", en: "Boy" },
			X: { fr: "Autre ou non dit", en: "Other or not stated" },
		},
	},
	other_territory: {
		label: { fr: "Autre territoire concerné", en: "Other territory involved" },
		tier: "core",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: {
			NO: { fr: "Non", en: "No" },
			YES: { fr: "Oui", en: "Yes" },
			UNK: { fr: "Non connu", en: "Unknown" },
		},
	},
	closure_reason: {
		label: { fr: "Motif de clôture", en: "Reason for closing" },
		tier: "core",
		most: 1,
		visibleTo: ["participants", "coordinator"],
		art9: false,
		codes: closureReasons,
	},
} as const satisfies Record<string, Field>;

export type FieldCode = keyof typeof fields;

export const fieldCodes = Object.keys(fields) as [FieldCode, ...FieldCode[]];
