/** The words of an emergency access: two people, a reason, four hours. */
export const glass = {
	reason: {
		REFERENT_ABSENT: "La personne référente est absente, personne ne peut la remplacer",
		RECEPTION_ABSENT: "Plus personne n'est à l'accueil de cette structure",
		STRUCTURE_CLOSED: "La structure est fermée sans l'avoir dit",
	},
	state: {
		asked: "Accès d'urgence demandé : sans accord d'ici au {{at}}, la demande s'éteint",
		agreed: "Accès d'urgence ouvert à la coordination jusqu'au {{at}}",
		refused: "La structure n'a pas accordé l'accès d'urgence",
		used: "La coordination a rendu cette transmission par un accès d'urgence",
	},
	ask: {
		title: "Demander un accès d'urgence",
		lead: "Pour rendre une transmission que la structure destinataire ne peut plus rendre elle-même, et la confier à une autre. Une personne responsable de cette structure doit l'accorder. L'accès dure quatre heures, il est tracé, les deux structures sont prévenues. Les réponses restent entre elles.",
		back: "La transmission",
		reason: "Pourquoi la structure ne peut-elle pas la rendre ?",
		missing: "Choisissez la raison.",
		submit: "Demander l'accord",
		act: "Rendre la transmission",
	},
	refusals: {
		"not-stuck":
			"Cette transmission n'a pas besoin d'un accès d'urgence : personne ne la porte, ou elle est terminée.",
		"already-asked": "Un accès d'urgence est déjà demandé ou ouvert.",
		"not-asked": "Cette demande n'attend plus : elle s'est éteinte, ou quelqu'un y a répondu.",
		"same-person": "Il faut deux personnes : qui demande n'accorde pas.",
	},
	decide: {
		title: "Accès d'urgence demandé",
		lead: "La coordination demande à rendre une transmission que votre structure porte. Téléphonez-lui avant de répondre.",
		back: "Ma journée",
		one: "Transmission {{number}}",
		askedAt: "demandé le {{at}}",
		what: "En accordant, vous la laissez rendre cette transmission et la confier à une autre structure, pendant quatre heures. Elle ne lit aucune réponse.",
		agree: "Accorder pour quatre heures",
		refuse: "Ne pas accorder",
		none: "Aucun accès d'urgence n'est demandé",
		noneNext: "Une demande de la coordination s'afficherait ici et dans Ma journée.",
		done: {
			agree: "C'est accordé pour quatre heures. Les deux structures sont prévenues.",
			refuse: "Ce n'est pas accordé. La coordination le voit.",
		},
	},
	asked: {
		title_one: "La coordination demande un accès d'urgence",
		title_other: "La coordination demande {{count}} accès d'urgence",
		link: "Lire et répondre",
	},
	banner: {
		ask: "Accès d'urgence",
		answers: "La coordination ne lit aucune réponse.",
	},
};
