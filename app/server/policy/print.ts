import { type Language, languages, say, type Text } from "#protocols/language/text.ts";
import { acts, may, type Standing } from "../policy.server.ts";
import { type Audience, type Entry, type PolicedMethod, policedMethods } from "./entry.ts";
import { relations, type Subject } from "./relations.ts";
import { policyTable } from "./table.ts";

/*
 * The policy as a page, for a data-protection officer: written from the table that the application
 * asks, so that it cannot say anything else.
 */

type Duty = Standing["duty"];

const duties: Record<Duty, Text> = {
	professional: { fr: "professionnel", en: "professional" },
	coordinator: { fr: "coordination", en: "coordinator" },
	animator: { fr: "animation du réseau", en: "animator" },
	administrator: { fr: "administration", en: "administrator" },
	auditor: { fr: "protection des données", en: "auditor" },
};

const rights: Record<"reception" | "manager", Text> = {
	reception: { fr: "réception", en: "reception" },
	manager: { fr: "responsable de la structure", en: "manager of the structure" },
};

const audiences: Record<Exclude<Audience, { may: unknown }>, Text> = {
	anyone: { fr: "toute personne", en: "anybody" },
	"signed-out": { fr: "qui n'est pas connecté", en: "whoever is not signed in" },
	halfway: {
		fr: "qui doit encore prouver son identité",
		en: "whoever still has to prove who they are",
	},
	locked: { fr: "qui a verrouillé son écran", en: "whoever locked their screen" },
	member: { fr: "toute personne connectée", en: "anybody signed in" },
};

const methods: Record<PolicedMethod, Text> = {
	GET: { fr: "lire", en: "read" },
	POST: { fr: "agir", en: "act" },
};

const words = {
	fr: {
		title: "Qui peut quoi",
		intro:
			"Cette page est écrite par `npm run relais -- policy` à partir de la table que l'application interroge ; un test la compare à la table. Ce qui n'y figure pas est refusé. Une personne sans le lien exigé reçoit, octet pour octet, la réponse d'une adresse qui n'existe pas.",
		routes: ["Adresse", "Écran", "", "Qui", "Lien exigé", "Trace", "Condition de plus"],
		none: "personne",
		kept: "oui",
		actsTitle: "Ce que chaque fonction peut faire",
		act: "Acte",
		relationsTitle: "Les liens",
		subjects: {
			situation: "Situation",
			handoff: "Transmission",
			structure: "Structure",
			protocol: "Protocole",
			draft: "Brouillon de protocole",
			consultation: "Concertation",
			person: "Personne",
			link: "Lien envoyé",
			self: "Soi-même",
		},
	},
	en: {
		title: "Who may do what",
		intro:
			"This page is written by `npm run relais -- policy` from the table that the application asks; a test compares the two. What is not in it is refused. Somebody without the required relation gets, byte for byte, the answer of an address that does not exist.",
		routes: ["Address", "Screen", "", "Who", "Required relation", "Trail", "Further condition"],
		none: "nobody",
		kept: "yes",
		actsTitle: "What each duty may do",
		act: "Act",
		relationsTitle: "The relations",
		subjects: {
			situation: "Situation",
			handoff: "Handoff",
			structure: "Structure",
			protocol: "Protocol",
			draft: "Draft of a protocol",
			consultation: "Consultation",
			person: "Person",
			link: "Link that was sent",
			self: "Oneself",
		},
	},
} as const satisfies Record<
	Language,
	{ subjects: Record<Subject, string>; routes: readonly string[] } & Record<string, unknown>
>;

/** The whole page, in both languages. */
export function policyPage(): string {
	return languages.map(partIn).join("\n");
}

function partIn(language: Language): string {
	const { title, intro, routes, actsTitle, relationsTitle } = words[language];
	return [
		`# ${title}\n`,
		`${intro}\n`,
		table(
			routes,
			Object.entries(policyTable).flatMap((entry) => routeRows(entry, language)),
		),
		`## ${actsTitle}\n`,
		actTable(language),
		`## ${relationsTitle}\n`,
		relationList(language),
	].join("\n");
}

function routeRows([routeId, entry]: [string, Entry], language: Language): string[][] {
	const { kept } = words[language];
	return policedMethods.flatMap((method) => {
		const rule: { who: Audience; to: readonly string[] } | undefined = entry[method];
		if (!rule) return [];
		return [
			[
				`\`${addressOf(routeId)}\``,
				say(entry.words, language),
				say(methods[method], language),
				whoIn(rule.who, language),
				relationsIn(entry.about, rule.to, language),
				entry.reads ? kept : "",
				entry.further ? say(entry.further, language) : "",
			],
		];
	});
}

/** `routes/situations.$handle_.line` as people see it: `/situations/:handle/line`. */
function addressOf(routeId: string): string {
	if (routeId === "root") return "(root)";
	const parts = routeId
		.replace("routes/", "")
		.split(".")
		.map((part) => part.replace(/_$/, "").replace(/^\$$/, "*").replace(/^\$/, ":"));
	return `/${parts.filter((part) => part !== "_index").join("/")}`;
}

function whoIn(who: Audience, language: Language): string {
	if (typeof who === "string") return say(audiences[who], language);
	const alone = Object.keys(duties).filter((duty) => may(standing(duty as Duty), who.may));
	const names = alone.map((duty) => say(duties[duty as Duty], language));
	const { right, held = [] } = rightNeeded(who.may) ?? {};
	const withRight = held.map((duty) => {
		return `${say(duties[duty], language)} (${right ? say(rights[right], language) : ""})`;
	});
	return [...names, ...withRight].join(", ");
}

/** The right that an act asks beside a duty, and the duties that do it with that right. */
function rightNeeded(act: (typeof acts)[number]) {
	for (const right of ["reception", "manager"] as const) {
		const held = (Object.keys(duties) as Duty[]).filter(
			(duty) => may({ ...standing(duty), [right]: true }, act) && !may(standing(duty), act),
		);
		if (held.length > 0) return { right, held };
	}
}

function standing(duty: Duty): Standing {
	return { duty, reception: false, manager: false };
}

function relationsIn(about: Subject, to: readonly string[], language: Language): string {
	if (to.length === 0) return words[language].none;
	const known: Record<string, Text> = relations[about];
	return to.map((relation) => say(known[relation] ?? { fr: relation }, language)).join(" ; ");
}

function actTable(language: Language): string {
	const all = Object.keys(duties) as Duty[];
	const head = [words[language].act, ...all.map((duty) => say(duties[duty], language))];
	const rows = acts.map((act) => [`\`${act}\``, ...all.map((duty) => markOf(act, duty, language))]);
	return table(head, rows);
}

function markOf(act: (typeof acts)[number], duty: Duty, language: Language): string {
	if (may(standing(duty), act)) return words[language].kept;
	const needed = rightNeeded(act);
	return needed?.held.includes(duty) ? `+ ${say(rights[needed.right], language)}` : "";
}

function relationList(language: Language): string {
	const lines = (Object.keys(relations) as Subject[]).map((subject) => {
		const known: Record<string, Text> = relations[subject];
		const said = Object.values(known).map((relation) => say(relation, language));
		return `- **${words[language].subjects[subject]}** : ${said.join(" ; ")}`;
	});
	return `${lines.join("\n")}\n`;
}

function table(head: readonly string[], rows: readonly string[][]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}
