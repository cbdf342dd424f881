/**
 * The letters: constant texts, filled in with nothing but the address of the site. Whoever reads
 * over a shoulder learns that somebody has an account here, and no more.
 */
export const letters = {
	waiting: {
		subject: "{{name}} : quelque chose vous attend",
		body: "Bonjour,\n\nQuelque chose vous attend dans votre espace professionnel. Ce message ne dit pas quoi : connectez-vous pour le lire.\n\n{{site}}\n\nCet avis part le matin et en début d'après-midi, seulement s'il y a lieu. Vous choisissez vos avis dans votre compte.\n\nNe répondez pas à ce message : personne ne lirait votre réponse.\n",
	},
	urgent: {
		subject: "{{name}} : à regarder dès maintenant",
		body: "Bonjour,\n\nQuelque chose d'urgent vous attend dans votre espace professionnel. Ce message ne dit pas quoi : connectez-vous dès que possible pour le lire.\n\n{{site}}\n\nSi vous ne pouvez pas vous connecter, demandez à un collègue de votre structure de le faire.\n\nNe répondez pas à ce message : personne ne lirait votre réponse.\n",
	},
	weekly: {
		subject: "{{name}} : votre semaine",
		body: "Bonjour,\n\nLes chiffres de votre semaine vous attendent dans votre espace professionnel : ce qui reste à faire et ce qui est en retard. Connectez-vous pour les lire, page « Ma semaine ».\n\n{{site}}\n\nCet avis part une fois par semaine, seulement s'il y a lieu. Vous choisissez vos avis dans votre compte.\n\nNe répondez pas à ce message : personne ne lirait votre réponse.\n",
	},
	operator: {
		subject: "{{name}} : le serveur a besoin de vous",
		body: "Bonjour,\n\nLe serveur a rencontré quelque chose qu'il ne peut pas régler seul. Ce message ne dit pas quoi : regardez la page de l'exploitant, ou lancez « relais doctor » et « relais incidents » sur la machine.\n\n{{site}}\n\nNe répondez pas à ce message : personne ne lirait votre réponse.\n",
	},
} as const;
