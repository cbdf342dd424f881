/** The words of inviting somebody, and of the invitations that wait. */
export const invitations = {
	colleague: {
		title: "Inviter un ou une collègue",
		lead: "Vous recevrez un lien à lui remettre en main propre ou par votre messagerie professionnelle. Relais n'envoie rien lui-même.",
		back: "Membres de ma structure",
	},
	manager: {
		title: "Inviter la personne responsable",
		lead: "La première personne responsable de {{structure}} y invitera ensuite ses collègues. Elle tiendra aussi la réception, pour qu'une transmission trouve toujours quelqu'un.",
		back: "Tenue de l'annuaire",
		already:
			"Cette structure a déjà une personne responsable : c'est à elle d'inviter ses collègues.",
	},
	duty: {
		title: "Inviter pour une charge",
		lead: "Ces personnes servent tout un territoire. Aucune ne lit les réponses d'une situation.",
		back: "Comptes de l'instance",
		duty: "Charge",
		dutyMissing: "Choisissez la charge confiée.",
		territory: "Territoire",
		territoryMissing: "Choisissez un territoire.",
		hints: {
			coordinator:
				"Tient l'annuaire et le protocole, suit les délais ; répond de la structure de coordination.",
			animator: "Vérifie les ressources et prépare les nouvelles du réseau.",
			auditor: "Lit la trace des accès, jamais les réponses.",
			administrator: "Ouvre les territoires et les premiers comptes.",
		},
	},
	label: "Nom vu par les partenaires",
	labelHint:
		"Un métier et une lettre, jamais un nom de personne. Exemples : Infirmière A, Référent B.",
	labelMissing: "Écrivez le métier et une lettre.",
	labelLong: "C'est trop long : 40 caractères au plus.",
	labelOdd: "Des lettres et des espaces seulement. Exemple : Infirmière A",
	labelName:
		"Cela ressemble à un nom de personne. Les partenaires ne voient que le métier et une lettre.",
	labelTaken: "Quelqu'un porte déjà ce nom dans cette structure. Changez la lettre.",
	rights: "Droits",
	rightsHint: "Sans droit particulier, on suit les étapes de son rôle.",
	right: { reception: "Réception", manager: "Responsable de la structure" },
	rightHint: {
		reception: "Accuse réception des transmissions, les accepte ou les décline.",
		manager: "Invite et retire les collègues, tient la fiche, signe le protocole.",
	},
	submit: "Créer le lien",
	shown: {
		title: "Le lien à remettre",
		lead: "Pour : {{label}}",
		once: "Ce lien ne sera plus affiché. Copiez-le maintenant.",
		until: "Il sert une fois, jusqu'au {{until}}.",
		how: "Remettez-le en main propre, ou par votre messagerie professionnelle, à cette personne seulement. Quiconque l'ouvre peut prendre sa place.",
		link: "Lien",
		copy: "Copier le lien",
		copied: "Lien copié.",
		done: "C'est fait",
	},
	repeated:
		"Cette invitation a déjà été créée, et son lien ne se montre qu'une fois. S'il est perdu, retirez-la et recommencez.",
	pending: {
		title: "Invitations en attente",
		none: "Aucune invitation en attente.",
		to: "{{label}}, {{structure}}",
		until: "jusqu'au {{until}}",
		withdraw: "Retirer",
		withdrawFor: "l'invitation de {{label}}",
	},
} as const;
