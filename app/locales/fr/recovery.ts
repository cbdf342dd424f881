/** The words of the ways back into an account. */
export const recovery = {
	list: {
		title: "Aider quelqu'un à revenir",
		lead: "Un mot de passe oublié, un téléphone perdu. Assurez-vous de vive voix que c'est bien la personne.",
		back: "Mon compte",
		nobody: "Il n'y a personne que vous puissiez aider à revenir.",
		waits: "attend une seconde personne",
		given: "un lien est en cours",
	},
	one: {
		back: "Aider quelqu'un à revenir",
		lead: "{{structure}}. Assurez-vous de vive voix que c'est bien la personne : elle ne doit rien vous dire de son mot de passe.",
		waiting: "Une demande attend depuis le {{when}}",
		waitingBy:
			"Demandée par {{label}}. Il faut l'accord d'une seconde personne, de la coordination ou de l'administration.",
		agreeLead:
			"En accordant, vous effacez les clés d'accès, les codes et le mot de passe de ce compte ; ses sessions se terminent. Le lien devient le seul chemin.",
		agree: "Accorder et faire le lien",
		givenTitle: "Un lien est en cours jusqu'au {{until}}",
		givenLead: "S'il s'est perdu, retirez-le et recommencez.",
		withdraw: "Retirer",
		title: "Que s'est-il passé ?",
		reason: {
			forgotten: "Mot de passe oublié",
			lost: "Téléphone ou clé d'accès perdus",
			stolen: "Téléphone ou clé d'accès volés",
			broken: "Téléphone ou clé d'accès hors d'usage",
			replaced: "Nouveau téléphone, sans l'ancien",
		},
		hint: {
			forgotten: "Un lien suffit. Le second facteur reste demandé.",
			lost: "Deux personnes doivent s'accorder ; la personne commence à neuf.",
			stolen: "Deux personnes doivent s'accorder ; la personne commence à neuf.",
			broken: "Deux personnes doivent s'accorder ; la personne commence à neuf.",
			replaced: "Deux personnes doivent s'accorder ; la personne commence à neuf.",
		},
		missing: "Choisissez ce qui s'est passé.",
		submit: "Continuer",
		asked: "C'est demandé. Une seconde personne doit maintenant l'accorder.",
		withdrawn: "C'est retiré.",
	},
	refusals: {
		over: "Cette demande n'attend plus : elle a été accordée, retirée ou a expiré.",
		"needs-two":
			"Ce compte n'a pas encore de second facteur : choisissez une perte, il faut deux personnes.",
		"same-person":
			"Une seconde personne doit l'accorder, et l'une des deux être de la coordination ou de l'administration.",
	},
	shown: {
		title: "Le lien de {{label}}",
		lead: "Il sert une seule fois. Remettez-le vous-même à la personne, de la main à la main si vous le pouvez.",
		once: "Ce lien n'est montré que maintenant",
		until: "Il ouvre jusqu'au {{until}}.",
		link: "Lien à remettre",
		done: "C'est fait",
	},
	open: {
		title: "Retrouver votre compte",
		lead: "Choisissez un nouveau mot de passe. Le second facteur vous sera demandé ensuite, comme d'habitude.",
		leadAnew:
			"Choisissez un nouveau mot de passe. Vous choisirez ensuite ce qui montrera que c'est bien vous.",
		password: "Nouveau mot de passe",
		passwordHint: "Quinze caractères au moins : une phrase que vous retenez convient.",
		passwordEasy:
			"Ce mot de passe est trop facile à deviner. Essayez une phrase de quatre mots sans lien.",
		submit: "Enregistrer le mot de passe",
		goneTitle: "Ce lien n'ouvre plus rien",
		gone: "Il a servi, a été retiré, ou a plus de deux jours. Demandez-en un autre à la personne responsable de Relais dans votre structure.",
		goneBack: "Revenir à la connexion",
	},
	password: {
		title: "Changer de mot de passe",
		lead: "Vos autres sessions se terminent.",
		back: "Mon compte",
		current: "Mot de passe actuel",
		currentMissing: "Écrivez votre mot de passe actuel.",
		currentWrong: "Ce n'est pas votre mot de passe actuel.",
		tooMany: "Trop d'essais. Attendez un quart d'heure, puis réessayez.",
		submit: "Changer",
		done: "Votre mot de passe est changé",
		doneLead: "Vos autres sessions sont terminées.",
	},
} as const;
