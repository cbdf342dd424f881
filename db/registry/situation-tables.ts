import { defaultRetention, fixedRetention } from "#protocols/retention/policy.ts";
import { as, type TableEntry } from "./table-entry.ts";

const { closureDays, purgeDays } = defaultRetention;

const untilPurge = {
	fr: `Jusqu'à la purge : ${purgeDays} jours après la clôture ; une situation sans acte est close au bout de ${closureDays} jours. Un territoire peut raccourcir.`,
	en: `Until the purge: ${purgeDays} days after the closure; a situation without any act is closed after ${closureDays} days. A territory may shorten.`,
};

const takingPart = {
	fr: "Les professionnels des structures qui y prennent part, chacun pour ce que son étape demande.",
	en: "Professionals of the structures that take part, each as far as their step needs.",
};

/** What is stored of a situation, for lists and pages. */
export const situationTables: TableEntry[] = [
	{
		store: "main",
		table: "situations",
		about: "situation",
		holds: {
			fr: "Une situation : où elle en est, jamais de qui il s'agit.",
			en: "A situation: where it stands, never whom it is about.",
		},
		why: {
			fr: "Savoir ce qui attend, sous quelle version du protocole, et ne perdre personne.",
			en: "To know what waits, under which version of the protocol, and to lose nobody.",
		},
		kept: untilPurge,
		readers: takingPart,
		columns: {
			pk: as("pk", "Numéro de la situation dans la base."),
			territory_id: as("fk", "Territoire."),
			version_hash: as("fk", "Version du protocole suivie."),
			status: as("enum", "Ouverte ou close."),
			phase: as("enum", "Phase du parcours."),
			position: as("bounded_int", "Nombre d'événements de son histoire."),
			latest_act: as("bounded_int", "Rang du dernier acte d'une personne."),
			lead_id: as("fk", "Structure qui est le fil rouge."),
			opened_at: as("instant_open", "Ouverture."),
			changed_at: as("instant_open", "Dernier changement."),
			active_at: as("instant_open", "Dernier acte d'une personne."),
			inactivity: as("enum", "Ce qui a été relevé depuis, si personne n'agit."),
			closed_at: as("instant_open", "Semaine de la clôture."),
			closed_by: as("enum", "Close par des personnes ou par le système."),
			merged_week: as("iso_week", "Semaine d'un rapprochement avec un doublon.", 345_600_000),
			counted: as("yes_no", "Déjà ajoutée aux comptes de l'année."),
		},
	},
	{
		store: "main",
		table: "participations",
		about: "situation",
		holds: {
			fr: "Comment une structure nomme une situation : un code et un alias qui ne servent qu'à elle.",
			en: "What one structure calls a situation: a code and an alias that serve nobody else.",
		},
		why: {
			fr: "Retrouver la situation sans nommer personne ; deux structures ne peuvent pas croiser leurs codes.",
			en: "To find the situation without naming anybody; two structures cannot match their codes.",
		},
		kept: untilPurge,
		readers: {
			fr: "Les professionnels de cette structure seulement.",
			en: "Professionals of that structure only.",
		},
		columns: {
			situation_pk: as("fk", "Situation."),
			structure_id: as("fk", "Structure."),
			handle: as("random", "Adresse de la page : 128 bits au hasard.", "wPq0Z3nYb2Kx7TgVfHc1Rw"),
			code: as("random", "Code de la situation pour cette structure.", "7KWM39TXHQ"),
			alias: as("random", "Alias : la place de deux mots dans une liste.", "12-845"),
			takes_part: as("yes_no", "Prend part, ou a seulement été sollicitée."),
			beside: as("yes_no", "Prend part seulement par ce qui est venu d'un doublon."),
		},
	},
	{
		store: "main",
		table: "pairings",
		about: "situation",
		holds: {
			fr: "Deux professionnels au téléphone, qui pensent suivre la même situation.",
			en: "Two professionals on the telephone who think that they follow the same situation.",
		},
		why: {
			fr: "Rapprocher deux situations sans que rien ne soit cherché ni comparé ici.",
			en: "To bring two situations together without anything being searched or compared here.",
		},
		kept: {
			fr: "Dix minutes, vingt au plus, quoi qu'il en advienne.",
			en: "Ten minutes, twenty at most, whatever comes of it.",
		},
		readers: {
			fr: "Ces deux professionnels, chacun depuis sa propre situation.",
			en: "These two professionals, each from their own situation.",
		},
		columns: {
			id: as("random", "Identifiant interne.", "wPq0Z3nYb2Kx7TgVfHc1Rw"),
			territory_id: as("fk", "Territoire."),
			number_hash: as("hash", "Empreinte à clé du numéro de six chiffres.", "0f".repeat(32)),
			state: as("enum", "Où ils en sont."),
			first_pk: as("fk", "Situation du premier."),
			first_member_id: as("fk", "Le premier."),
			second_pk: as("fk", "Situation du second.", null),
			second_member_id: as("fk", "Le second.", null),
			words: as("random", "Deux mots que chacun a sous les yeux.", "12-845"),
			first_confirmed: as("yes_no", "Le premier a confirmé."),
			second_confirmed: as("yes_no", "Le second a confirmé."),
			expires_at: as("instant_open", "Fin."),
		},
	},
	{
		store: "main",
		table: "open_steps",
		about: "situation",
		holds: { fr: "Une étape qui attend une réponse.", en: "A step that waits for an answer." },
		why: {
			fr: "Montrer à chaque équipe ce qui l'attend, et les retards.",
			en: "To show each team what waits for it, and what is late.",
		},
		kept: {
			fr: "Jusqu'à la réponse à l'étape.",
			en: "Until the step is answered.",
		},
		readers: takingPart,
		columns: {
			situation_pk: as("fk", "Situation."),
			step_id: as("known_name", "Étape du protocole.", "first-analysis"),
			part: as("known_name", "Partie : le parcours, un axe, une interruption.", "track:care"),
			role_id: as("known_name", "Rôle qui répond.", "crip"),
			structure_id: as("fk", "Structure qui porte ce rôle."),
			entered_at: as("instant_open", "Début de l'étape."),
			due_at: as("instant_open", "Fin du délai de l'équipe."),
			overdue: as("yes_no", "Délai dépassé."),
			paused: as("yes_no", "Délai en pause."),
		},
	},
	{
		store: "main",
		table: "holders",
		about: "situation",
		holds: { fr: "Qui tient une partie ouverte.", en: "Who holds an open part." },
		why: {
			fr: "Qu'il y ait toujours quelqu'un, et un seul, qui tienne.",
			en: "So that somebody, and only one, always holds.",
		},
		kept: {
			fr: "Tant que la partie est ouverte ; jusqu'à la purge là où le système a clos.",
			en: "As long as the part is open; until the purge where the system closed.",
		},
		readers: takingPart,
		columns: {
			situation_pk: as("fk", "Situation."),
			part: as("known_name", "Partie tenue.", "course"),
			structure_id: as("fk", "Structure qui tient."),
			since: as("instant_open", "Depuis quand."),
		},
	},
	{
		store: "main",
		table: "timers",
		about: "situation",
		holds: { fr: "Le prochain signal d'un délai.", en: "The next strike of a clock." },
		why: {
			fr: "Rappeler et alerter à temps, même si personne ne regarde.",
			en: "To remind and alert in time, even when nobody looks.",
		},
		kept: { fr: "Tant que le délai court.", en: "As long as the clock runs." },
		readers: { fr: "Le système seulement.", en: "The system only." },
		columns: {
			situation_pk: as("fk", "Situation."),
			clock: as("known_name", "Délai d'une étape ou d'une transmission.", "step:first-analysis"),
			stage: as("enum", "Ce qu'il dira : bientôt, dépassé, signalé."),
			fire_at: as("instant_open", "Quand."),
			rung: as("enum", "Ce qu'il a dit en dernier."),
			rung_at: as("instant_open", "Quand."),
			due_at: as("instant_open", "Fin du délai."),
			twice_at: as("instant_open", "Fin du double du délai."),
		},
	},
	{
		store: "main",
		table: "idempotency_keys",
		about: "situation",
		holds: { fr: "Un formulaire déjà enregistré.", en: "A form that was already recorded." },
		why: {
			fr: "Qu'un envoi répété n'enregistre rien deux fois.",
			en: "So that sending again records nothing twice.",
		},
		kept: {
			fr: `${fixedRetention.sendingDays} jours.`,
			en: `${fixedRetention.sendingDays} days.`,
		},
		readers: { fr: "Le système seulement.", en: "The system only." },
		columns: {
			member_id: as("known_name", "Compte qui a envoyé.", "referente-a"),
			key: as(
				"random",
				"Clé du formulaire, tirée quand la page est montrée.",
				"wPq0Z3nYb2Kx7TgVfHc1Rw",
			),
			body_hash: as("hash", "Empreinte à clé de ce qui a été envoyé.", "0f".repeat(32)),
			outcome: as("random", "Adresse où menait la réponse, ou rien.", "wPq0Z3nYb2Kx7TgVfHc1Rw"),
			at: as("instant_open", "Quand."),
		},
	},
];
