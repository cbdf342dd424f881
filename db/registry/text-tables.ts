import { as, type TableEntry } from "./table-entry.ts";

/** What is stored to keep names out of the texts that everybody reads. */
export const textTables: TableEntry[] = [
	{
		store: "main",
		table: "presentation_proposals",
		about: "network",
		holds: {
			fr: "Une présentation de structure qui attend une seconde lecture.",
			en: "A structure's presentation that waits for a second reading.",
		},
		why: {
			fr: "Qu'un texte où un nom a peut-être été écrit ne paraisse pas sur la parole d'une seule personne.",
			en: "So that a text in which a name may stand is not shown on one person's word.",
		},
		kept: {
			fr: "Jusqu'à la seconde lecture, ou au texte suivant.",
			en: "Until the second reading, or the next text.",
		},
		readers: {
			fr: "Les membres de la structure et la coordination du territoire.",
			en: "The members of the structure and the coordinator of the territory.",
		},
		columns: {
			structure_id: as("fk", "Structure."),
			text: as("public_text", "Texte proposé.", "Nous accueillons du lundi au vendredi."),
			proposed_by: as("fk", "Qui l'a écrit."),
			proposed_at: as("instant_staff", "Quand."),
		},
	},
	{
		store: "main",
		table: "text_acceptances",
		about: "network",
		holds: {
			fr: "Qu'une personne a relu un texte public et n'y a vu le nom de personne.",
			en: "That somebody read a public text and saw nobody's name in it.",
		},
		why: {
			fr: "Exiger deux personnes, et pouvoir le montrer.",
			en: "To ask for two people, and be able to show it.",
		},
		kept: { fr: "Sans limite.", en: "Without limit." },
		readers: { fr: "Le système seulement.", en: "The system only." },
		columns: {
			territory_id: as("fk", "Territoire."),
			text_hash: as("hash", "Empreinte à clé du texte ; le texte n'y est pas.", "0f".repeat(32)),
			member_id: as("fk", "Qui l'a relu."),
			kind: as("enum", "Protocole ou structure."),
			at: as("instant_staff", "Quand."),
		},
	},
	{
		store: "main",
		table: "text_findings",
		about: "network",
		holds: {
			fr: "Un endroit d'un texte publié qui désigne peut-être quelqu'un.",
			en: "A place of a published text that may point at somebody.",
		},
		why: {
			fr: "Que la coordination relise ce qu'un garde-fou plus récent voit dans des textes anciens.",
			en: "So that the coordinator reads again what a newer guard sees in older texts.",
		},
		kept: { fr: "Jusqu'au démarrage suivant.", en: "Until the next start." },
		readers: { fr: "La coordination du territoire.", en: "The coordinator of the territory." },
		columns: {
			territory_id: as("fk", "Territoire."),
			about: as("enum", "Protocole, structure ou commentaire."),
			subject_id: as("setting", "Lequel, ou laquelle.", "reference-a"),
			place: as("setting", "Chemin vers le texte.", "first-contact/guidance"),
			language: as("enum", "Langue du texte."),
			kind: as("enum", "Ce qui a été vu."),
			found_at: as("instant_staff", "Quand."),
		},
	},
];
