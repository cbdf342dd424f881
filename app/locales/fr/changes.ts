export const changes = {
	kinds: {
		protocol: "Protocole",
		role: "Rôle",
		phase: "Phase",
		step: "Étape",
		group: "Groupe",
		track: "Axe",
		interruption: "À tout moment",
	},
	change: {
		added: "nouveau",
		removed: "retiré",
		moved: "déplacé",
		changed: "modifié",
	},
	news: {
		title: "Ce qui est nouveau",
		lead_one: "{{count}} partie a changé depuis la version publiée le {{date}}.",
		lead_other: "{{count}} parties ont changé depuis la version publiée le {{date}}.",
		show: "Voir ce qui est nouveau",
	},
	before: "avant\u00a0: {{words}}",
	after: "maintenant\u00a0: {{words}}",
	nothingBefore: "avant\u00a0: rien",
	nothingAfter: "maintenant\u00a0: rien",
	retire: "Retirer ce protocole",
} as const;
