/** The words of retention: how long what is kept, and what is asked when nobody acts. */
export const retention = {
	policy: {
		title: "Conservation des données",
		lead: "Combien de temps Relais garde ce qui concerne les situations de votre territoire. Vous pouvez tout raccourcir. Relais n'est le dossier de personne : les dossiers restent dans les structures.",
		saved: "Enregistré. Rien n'est clos ni effacé à cause de ce changement avant une semaine.",
		open: "Quand personne n'agit plus",
		openLead:
			"Tout acte d'un professionnel remet le compte à zéro. Une situation où court encore une transmission, une fugue, un danger ou un délai signalé ne se clôt jamais d'elle-même : elle vous est présentée.",
		closed: "Après la clôture",
		closedLead:
			"Les dates deviennent des semaines dès la clôture. À la fin, tout ce qui concerne la situation est effacé, et seuls restent des totaux annuels par classes.",
		reminderDays: "Rappel à qui tient la situation, après (jours)",
		proposalDays: "Proposition de clore, après (jours)",
		closureDays: "Clôture sans activité, après (jours)",
		purgeDays: "Effacement après la clôture (jours)",
		limits: "De {{least}} à {{most}} jours. Par défaut : {{usual}}.",
		limitsPurge:
			"De {{least}} à {{usual}} jours, ou jusqu'à {{most}} (24 mois) avec un motif écrit dans votre analyse d'impact.",
		longerReason: "Motif d'une conservation de plus de {{usual}} jours",
		longerHint:
			"Seulement au-delà de {{usual}} jours : l'analyse d'impact du territoire doit le dire.",
		noReason: "Aucun : {{usual}} jours au plus",
		submit: "Enregistrer ces durées",
		unchanged: "Rien n'est changé tant que vous n'avez pas enregistré.",
		before: "Rien n'est enregistré. Il reste à revoir :",
		notANumber: "Écrivez un nombre entier de jours.",
		tooShort: {
			reminderDays: "Un rappel plus tôt que 14 jours arriverait avant qu'on ait pu agir.",
			proposalDays: "Proposer de clore demande au moins 28 jours sans activité.",
			closureDays: "Une clôture sans activité demande au moins 56 jours.",
			purgeDays:
				"Il faut au moins 30 jours : pour lire un retour tardif, ou s'apercevoir d'une erreur.",
		},
		tooLong: {
			reminderDays: "60 jours au plus.",
			proposalDays: "90 jours au plus.",
			closureDays: "180 jours au plus.",
			purgeDays: "730 jours au plus : deux ans après le dernier contact.",
		},
		tooClose: {
			proposalDays: "Laissez au moins 14 jours entre le rappel et la proposition.",
			closureDays: "Laissez au moins 14 jours entre la proposition et la clôture.",
		},
		reasonMissing: "Choisissez le motif que votre analyse d'impact donne, ou 90 jours au plus.",
		reasonNeedless: "Un motif ne sert qu'au-delà de 90 jours : choisissez « Aucun ».",
		fixed: {
			title: "Ce qui est le même partout",
			trail: "Traçabilité : qui a lu quoi",
			trailKept: "12 mois, puis effacé ; il ne nomme plus une situation effacée.",
			forms: "Formulaires déjà reçus",
			formsKept: "7 jours, sous forme d'empreinte.",
			accounts: "Comptes que personne n'utilise",
			accountsKept: "Suspendus après 90 jours, effacés après un an.",
			totals: "Totaux annuels",
			totalsKept: "Sans limite : des classes, jamais une situation.",
		},
		why: {
			title: "Pourquoi ces plafonds",
			cnil: "Le référentiel de la CNIL pour la protection de l'enfance (20 janvier 2022) admet deux ans au plus après le dernier contact. Relais va bien en deçà, parce qu'il n'est pas le dossier.",
			least:
				"Les durées minimales laissent le temps de répondre : une erreur de réglage ne clôt ni n'efface rien d'un coup.",
			clock:
				"Une horloge déréglée non plus : rien n'est clos ni effacé avant que le serveur ait vécu une semaine de jours.",
		},
	},
	followUp: {
		title: "Cette situation continue-t-elle ?",
		lead: "Personne n'a rien inscrit depuis la semaine du {{week}}. Dire qu'elle continue remet le compte à zéro.",
		finding: "Où en est-on ?",
		missing: "Choisissez ce qui décrit le mieux la situation.",
		submit: "La situation continue",
		close: "Clore cette situation",
	},
	closing: {
		title: "Clore cette situation où elle en est",
		lead: "Rien n'est encore enregistré. Vérifiez que c'est bien la bonne situation.",
		reason: "Pourquoi se clôt-elle ?",
		missing: "Choisissez un motif.",
		effect:
			"Elle se clôt pour toutes les structures. La porte reste ouverte : si l'inquiétude revient, on en ouvre une nouvelle.",
		submit: "Clore la situation",
		back: "Revenir sans clore",
	},
} as const;
