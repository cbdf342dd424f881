import { type ColumnClassDefinition, columnClasses, textClasses } from "./column-classes.ts";
import { type Subject, subjects, type TableEntry } from "./table-entry.ts";

const subjectTitles: Record<Subject, string> = {
	situation: "Autour d'une situation",
	protocol: "Les protocoles",
	network: "Le territoire et ses partenaires",
	account: "Les comptes des professionnels",
	upkeep: "La marche du serveur",
};

/** The register as a page of documentation: in French, then a summary in English. */
export function tellRegister(register: readonly TableEntry[]): string {
	return [
		"# Ce que Relais enregistre",
		"",
		"Cette page est écrite par `npm run relais -- privacy` à partir du registre que les tests confrontent à la base elle-même : une colonne qui n'y figure pas fait échouer les tests. Elle s'adresse au délégué à la protection des données. *An English summary is at the end.*",
		"",
		...inShort(register),
		...neverStored,
		...classes(),
		...textColumns(register),
		...subjects.flatMap((subject) => [
			`## ${subjectTitles[subject]}`,
			"",
			...register.filter(({ about }) => about === subject).flatMap(tableSection),
		]),
		...englishSummary(register),
	].join("\n");
}

function inShort(register: readonly TableEntry[]): string[] {
	const near = register.filter(({ about }) => about === "situation");
	const all = register.flatMap(({ columns }) => Object.values(columns));
	const ofSituations = near.flatMap(({ columns }) => Object.values(columns));
	return [
		"## En bref",
		"",
		`- ${register.length} tables, ${all.length} colonnes. Chacune porte une classe.`,
		`- ${near.length} tables touchent une situation, de près ou de loin. Leurs ${ofSituations.length} colonnes ne contiennent que des codes de listes fermées, des nombres bornés, des instants, des valeurs tirées au hasard, des empreintes et du chiffré. **Aucune n'accepte une phrase, un nom, un téléphone, une adresse ni une date de naissance** : la base les refuse d'elle-même, et un test l'essaie colonne par colonne. Ce qui est chiffré ne l'est qu'après être passé par la même porte : les événements n'ont pas de champ où un mot saisi tiendrait.`,
		"- Reste dit franchement : par sa seule forme, un « nom connu » accepterait un mot sans espace ni accent. L'application n'y écrit que des noms du protocole, des structures et des comptes, et des tests le vérifient ligne par ligne. Et rien n'empêche deux professionnels de convenir d'un sens caché à une réponse permise.",
		"- Rien ne dérive de l'identité d'un mineur, pas même une empreinte. Les données restent **pseudonymisées** : les structures, elles, savent de qui il s'agit.",
		"",
	];
}

const neverStored = [
	"## Ce qui n'est jamais enregistré d'un mineur",
	"",
	"Nom, initiales, surnom, compte de réseau social, téléphone, adresse, photo, voix ; date de naissance, âge exact ; commune, école, lieu d'accueil ; nationalité, origine, religion ; diagnostic, grossesse, traitement ; auteur, client, hôtel, véhicule, plateforme, prix ; numéro de procédure ou de dossier ; composition de la famille ; texte libre, pièce jointe.",
	"",
	"L'identité passe de vive voix entre deux professionnels. Le lien entre un code et une personne n'existe que dans le registre de chaque structure.",
	"",
];

function classes(): string[] {
	const all: ColumnClassDefinition[] = Object.values(columnClasses);
	return [
		"## Les classes",
		"",
		"| Classe | Ce qu'elle contient | Près d'une situation |",
		"|---|---|---|",
		...all.map(
			({ name, means, nearSituation }) =>
				`| ${name.fr} | ${means.fr} | ${nearSituation ? "permise" : "interdite"} |`,
		),
		"",
	];
}

/** Every column that something other than a form or a number fits into. */
function textColumns(register: readonly TableEntry[]): string[] {
	const open = register.flatMap(({ table, columns }) =>
		Object.entries(columns)
			.filter(([, { class: own }]) => textClasses.includes(own))
			.map(([name, { class: own }]) => ({ where: `${table}.${name}`, own })),
	);
	return [
		"## Où du texte peut se trouver",
		"",
		"Nulle part ailleurs que dans ces colonnes, dont aucune n'est liée à une situation :",
		"",
		...textClasses.map((own) => {
			const columns = open
				.filter((column) => column.own === own)
				.map(({ where }) => `\`${where}\``);
			return `- ${columnClasses[own].name.fr} : ${columns.join(", ")}.`;
		}),
		"",
	];
}

function tableSection({ table, store, holds, why, kept, readers, columns }: TableEntry): string[] {
	return [
		`### \`${table}\`${store === "keys" ? " (fichier des clés)" : ""}`,
		"",
		`- **Quoi.** ${holds.fr}`,
		`- **Pourquoi.** ${why.fr}`,
		`- **Combien de temps.** ${kept.fr}`,
		`- **Qui.** ${readers.fr}`,
		"",
		"| Colonne | Classe | Contenu |",
		"|---|---|---|",
		...Object.entries(columns).map(
			([name, { class: own, holds: content }]) =>
				`| \`${name}\` | ${columnClasses[own].name.fr} | ${content} |`,
		),
		"",
	];
}

function englishSummary(register: readonly TableEntry[]): string[] {
	return [
		"## Summary in English",
		"",
		"Written by `npm run relais -- privacy` from the register that the tests hold against the store itself. No table that a situation reaches can hold a word that somebody typed: closed lists, bounded numbers, instants, random values, digests and sealed content only. The data is pseudonymised, never anonymous.",
		"",
		"| Table | What | Why | How long | Who reads it |",
		"|---|---|---|---|---|",
		...register.map(
			({ table, holds, why, kept, readers }) =>
				`| \`${table}\` | ${holds.en} | ${why.en} | ${kept.en} | ${readers.en} |`,
		),
		"",
		"| Class | What it holds | Near a situation |",
		"|---|---|---|",
		...(Object.values(columnClasses) as ColumnClassDefinition[]).map(
			({ name, means, nearSituation }) =>
				`| ${name.en} | ${means.en} | ${nearSituation ? "allowed" : "forbidden"} |`,
		),
		"",
	];
}
