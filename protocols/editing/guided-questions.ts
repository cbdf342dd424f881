import { z } from "zod";

/** One question in plain words, with its closed answers; the first is the usual one. */
export type GuidedQuestion = {
	ask: { fr: string; en: string };
	/** What the answer changes in the protocol. */
	help: { fr: string; en: string };
	options: readonly { value: string; label: { fr: string; en: string } }[];
};

const yesNo = [
	{ value: "yes", label: { fr: "Oui", en: "Yes" } },
	{ value: "no", label: { fr: "Non, pas pour l'instant", en: "No, not for now" } },
] as const;

const days = [
	{ value: "1", label: { fr: "1 jour ouvré", en: "1 working day" } },
	{ value: "2", label: { fr: "2 jours ouvrés", en: "2 working days" } },
	{ value: "3", label: { fr: "3 jours ouvrés", en: "3 working days" } },
] as const;

/** What a territory is asked that writes its first protocol, in the order of a situation. */
export const guidedQuestions = {
	sorts: {
		ask: {
			fr: "Quand un professionnel repère un signe, qui regarde la situation avec lui et décide de transmettre ?",
			en: "When a professional notices a sign, who looks at it with them and decides to pass it on?",
		},
		help: {
			fr: "Cette personne croise les regards, tient la veille et transmet.",
			en: "This person compares views, keeps the watch and passes it on.",
		},
		options: [
			{
				value: "ref-struct",
				label: { fr: "Un référent dans chaque structure", en: "A referent in each structure" },
			},
			{
				value: "reperant",
				label: { fr: "Le professionnel lui-même", en: "The professional themselves" },
			},
		],
	},
	receives: {
		ask: {
			fr: "Qui reçoit les informations préoccupantes ?",
			en: "Who receives concern reports?",
		},
		help: {
			fr: "C'est ce service qui accuse réception, qualifie et demande l'accompagnement.",
			en: "This service acknowledges, sets the level and asks for the support.",
		},
		options: [
			{ value: "crip", label: { fr: "La CRIP du département", en: "The département's CRIP" } },
			{
				value: "ref-dept",
				label: {
					fr: "Le référent départemental, qui saisit la CRIP",
					en: "The département referent, who refers to the CRIP",
				},
			},
		],
	},
	acknowledges: {
		ask: {
			fr: "En combien de temps accuse-t-on réception d'une information préoccupante ?",
			en: "Within how long is a concern report acknowledged?",
		},
		help: {
			fr: "Passé ce délai sans accusé, la transmission est relancée par téléphone.",
			en: "After this time without acknowledgement, the handoff is followed up by telephone.",
		},
		options: days,
	},
	accompanies: {
		ask: {
			fr: "Qui accompagne le jeune dans la durée ?",
			en: "Who supports the young person over time?",
		},
		help: {
			fr: "Ce service va vers le jeune, bâtit le plan avec lui et tient les points d'étape.",
			en: "This service reaches out to the young person, builds the plan with them and holds the reviews.",
		},
		options: [
			{ value: "ref-parcours", label: { fr: "Un référent de parcours", en: "A lead worker" } },
			{
				value: "asso-spe",
				label: { fr: "Une association spécialisée", en: "A specialist association" },
			},
			{
				value: "prev-spe",
				label: { fr: "La prévention spécialisée", en: "The street outreach team" },
			},
			{
				value: "milieu-ouvert",
				label: { fr: "Le service de milieu ouvert", en: "The community-based measure service" },
			},
		],
	},
	answers: {
		ask: {
			fr: "En combien de temps ce service, et les autres partenaires, accusent-ils réception ?",
			en: "Within how long do this service, and the other partners, acknowledge?",
		},
		help: {
			fr: "Le même délai pour tous au départ ; chaque étape peut ensuite avoir le sien.",
			en: "The same time for all to begin with; each step can have its own later.",
		},
		options: days,
	},
	care: {
		ask: { fr: "Qui facilite l'accès au soin ?", en: "Who eases access to care?" },
		help: {
			fr: "Ouvre un axe « Soin » pendant l'accompagnement.",
			en: 'Opens a "Care" track during the support.',
		},
		options: [
			{ value: "soin", label: { fr: "Un acteur de soin", en: "A care actor" } },
			{ value: "uaped", label: { fr: "L'UAPED", en: "The paediatric unit (UAPED)" } },
			{ value: "none", label: { fr: "Personne pour l'instant", en: "Nobody for now" } },
		],
	},
	schooling: {
		ask: {
			fr: "L'Éducation nationale est-elle partenaire ?",
			en: "Is the school service a partner?",
		},
		help: {
			fr: "Ouvre un axe « Scolarité et insertion ».",
			en: 'Opens a "Schooling and insertion" track.',
		},
		options: yesNo,
	},
	justice: {
		ask: {
			fr: "Une association d'aide aux victimes est-elle partenaire ?",
			en: "Is a victim-support association a partner?",
		},
		help: {
			fr: "Ouvre un axe « Justice et droits ».",
			en: 'Opens a "Justice and rights" track.',
		},
		options: yesNo,
	},
	reports: {
		ask: {
			fr: "En danger immédiat, une fois les secours appelés, qui signale au parquet ?",
			en: "In immediate danger, once the emergency services are called, who reports to the prosecutor?",
		},
		help: {
			fr: "Tout le monde appelle d'abord le 17, le 15, le 112 ou le 114 ; cette question ne porte que sur le signalement.",
			en: "Everybody first calls 17, 15, 112 or 114; this question is only about the report.",
		},
		options: [
			{
				value: "ref-struct",
				label: { fr: "Le référent de la structure", en: "The structure's referent" },
			},
			{ value: "reperant", label: { fr: "Qui a repéré", en: "Whoever noticed" } },
			{
				value: "ref-dept",
				label: { fr: "Le référent départemental", en: "The département referent" },
			},
		],
	},
	shelter: {
		ask: {
			fr: "L'astreinte de l'ASE peut-elle être appelée, la nuit aussi, pour une mise à l'abri ?",
			en: "Can the ASE on-call duty be called, also at night, to find shelter?",
		},
		help: {
			fr: "Ajoute la mise à l'abri à côté du signalement.",
			en: "Adds finding shelter beside the report.",
		},
		options: yesNo,
	},
	runaway: {
		ask: { fr: "Le protocole prévoit-il la fugue ?", en: "Does the protocol cover running away?" },
		help: {
			fr: "Ajoute ce que chacun fait pendant l'absence et au retour.",
			en: "Adds what everyone does during the absence and on the return.",
		},
		options: yesNo,
	},
	majority: {
		ask: {
			fr: "Le protocole prépare-t-il la majorité ?",
			en: "Does the protocol prepare for coming of age?",
		},
		help: {
			fr: "Ajoute la préparation des relais, avec la mission locale ou l'insertion.",
			en: "Adds the preparation of relays, with the youth employment service.",
		},
		options: yesNo,
	},
} as const satisfies Record<string, GuidedQuestion>;

export type GuidedQuestionCode = keyof typeof guidedQuestions;

/** The answer to each question: one of its own. */
export type GuidedAnswers = {
	[Code in GuidedQuestionCode]: (typeof guidedQuestions)[Code]["options"][number]["value"];
};

/** The answers as a form sends them. */
export const guidedAnswers = z.strictObject(
	Object.fromEntries(
		Object.entries(guidedQuestions).map(([code, { options }]) => [
			code,
			z.enum(options.map(({ value }) => value)),
		]),
	),
) as unknown as z.ZodType<GuidedAnswers>;
