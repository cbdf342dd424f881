/** Two situations of the same young person, brought together by voice. */
export const duplicates = {
	link: "La même situation qu'une autre ?",
	title: "Une même situation ?",
	lead: "Deux structures suivent parfois le même jeune sans le savoir. Seule la voix le dit : ici, rien n'est cherché ni comparé.",
	concerned: "Votre situation",
	alias: "Votre alias",
	age: "Tranche d'âge",
	steps: "Étapes en cours",
	how: {
		title: "Comment faire",
		call: "Téléphonez-vous, chaque personne devant sa propre situation.",
		number: "L'une demande un numéro et le dit ; l'autre le tape.",
		words: "Vous lisez les deux mêmes mots, et chacune confirme.",
		who: "L'une des deux personnes agit pour la CRIP, l'ASE ou la coordination : elles seules connaissent les deux jeunes.",
		what: "La situation la plus ancienne reste. L'autre est close comme doublon : ce qui y court encore continue dans la première, avec les mêmes personnes et les mêmes délais. Aucune réponse n'est recopiée.",
	},
	offer: {
		title: "Vous appelez, ou l'on vous appelle",
		lead: "Demandez un numéro à six chiffres et dites-le. Il vaut dix minutes et ne sert qu'une fois.",
		submit: "Obtenir un numéro à dire",
	},
	offered: {
		title: "Votre numéro",
		waiting: "Votre numéro attend d'être tapé",
		once: "Dites-le au téléphone. Il ne sera plus montré.",
		until: "Il vaut jusqu'à {{until}}, une seule fois.",
		look: "Voir si l'autre personne l'a tapé",
		another: "Demander un autre numéro",
		stop: "Abandonner",
	},
	take: {
		title: "On vous dit un numéro",
		label: "Le numéro que vous entendez",
		hint: "Six chiffres.",
		submit: "J'ai entendu ce numéro",
		missing: "Tapez le numéro que vous entendez.",
		malformed: "Il faut six chiffres, et rien d'autre.",
		nowhere:
			"Ce numéro ne mène à rien : mal entendu, périmé, déjà tapé, ou dit pour cette même situation. Demandez-en un autre.",
		tooMany: "Trop de numéros ne mènent à rien. Attendez un quart d'heure, puis réessayez.",
	},
	words: {
		title: "Vous lisez les deux mêmes mots",
		compare: "Dites-vous ces deux mots à voix haute, avant de confirmer.",
		remains: "Votre situation reste : l'autre la rejoint.",
		closes:
			"Votre situation sera close comme doublon. La suite sera sous un autre alias, que vous verrez ici.",
		mine: "Vous avez confirmé",
		notMine: "À vous de confirmer",
		theirs: "L'autre personne a confirmé",
		notTheirs: "L'autre personne n'a pas encore confirmé",
		until: "Sans vos deux confirmations avant {{until}}, rien ne se passe.",
		confirm: "Mêmes mots : c'est la même situation",
		look: "Voir si l'autre personne a confirmé",
		refuse: "Ce n'est pas la même, ou les mots diffèrent",
	},
	refused: {
		title: "Rien n'a été rapproché",
		lead: "L'une de vous deux a dit que ce n'était pas la même situation, ou a recommencé.",
	},
	continues: "La suite est dans : {{alias}}",
	continuesLead:
		"C'est la même situation. Reportez ce nouvel alias et son code dans votre registre.",
	beside: "Vous êtes ici par une situation rapprochée",
	besideLead:
		"Vos transmissions continuent ici, avec les mêmes personnes et les mêmes délais. Le reste revient à ceux qui suivent cette situation.",
} as const;
