/** What a class of columns means, for whoever reads the register and for whoever proves it. */
export type ColumnClassDefinition = {
	name: { fr: string; en: string };
	means: { fr: string; en: string };
	/** Whether a table that a situation reaches may hold it. */
	nearSituation: boolean;
	/** How the store may keep it. */
	storedAs: readonly ("INTEGER" | "TEXT" | "BLOB")[];
	/** What in the schema itself keeps identities out: the type alone, a CHECK, a list, a reference. */
	proof: "type" | "check" | "list" | "reference" | "none";
};

const whole = ["INTEGER"] as const;
const spelt = ["TEXT"] as const;
const bytes = ["BLOB"] as const;
const either = ["TEXT", "BLOB"] as const;
const any = ["INTEGER", "TEXT", "BLOB"] as const;

/**
 * Every column of every table has one of these classes. A table that a situation reaches holds
 * only those into which nothing fits that tells who somebody is; the store refuses it by itself.
 */
export const columnClasses = {
	pk: {
		name: { fr: "numéro interne", en: "internal number" },
		means: {
			fr: "Numéro de ligne que donne la base. Il ne quitte jamais le serveur.",
			en: "A number that the store gives. It never leaves the server.",
		},
		nearSituation: true,
		storedAs: whole,
		proof: "type",
	},
	fk: {
		name: { fr: "renvoi", en: "reference" },
		means: {
			fr: "Renvoi à une ligne d'une autre table : la base refuse ce qui n'y existe pas.",
			en: "A reference to a row of another table: the store refuses what is not there.",
		},
		nearSituation: true,
		storedAs: any,
		proof: "reference",
	},
	random: {
		name: { fr: "tiré au hasard", en: "random" },
		means: {
			fr: "Code, alias, numéro ou adresse tirés au hasard, de forme fixe, qui ne dérivent de rien.",
			en: "A code, alias, number or address drawn by chance, of a fixed form, derived from nothing.",
		},
		nearSituation: true,
		storedAs: spelt,
		proof: "check",
	},
	known_name: {
		name: { fr: "nom connu", en: "known name" },
		means: {
			fr: "Nom court, sans espace ni accent, d'une étape, d'un rôle, d'une structure ou d'un compte.",
			en: "A short name, without space or accent, of a step, a role, a structure or an account.",
		},
		nearSituation: true,
		storedAs: spelt,
		proof: "check",
	},
	enum: {
		name: { fr: "liste fermée", en: "closed list" },
		means: {
			fr: "Un mot d'une liste fermée, écrite dans la base elle-même.",
			en: "A word of a closed list that is written in the store itself.",
		},
		nearSituation: true,
		storedAs: spelt,
		proof: "list",
	},
	yes_no: {
		name: { fr: "oui ou non", en: "yes or no" },
		means: { fr: "Oui ou non.", en: "Yes or no." },
		nearSituation: true,
		storedAs: whole,
		proof: "check",
	},
	bounded_int: {
		name: { fr: "nombre borné", en: "bounded number" },
		means: {
			fr: "Nombre entier entre deux bornes que la base contrôle.",
			en: "A whole number between two limits that the store checks.",
		},
		nearSituation: true,
		storedAs: whole,
		proof: "check",
	},
	iso_week: {
		name: { fr: "semaine", en: "week" },
		means: { fr: "Une semaine, sans jour ni heure.", en: "A week, without day or hour." },
		nearSituation: true,
		storedAs: whole,
		proof: "check",
	},
	instant_open: {
		name: { fr: "instant d'une situation", en: "instant of a situation" },
		means: {
			fr: "Date et heure d'un acte des professionnels, ramenées à la semaine à la clôture.",
			en: "When professionals acted; brought back to the week when the situation closes.",
		},
		nearSituation: true,
		storedAs: whole,
		proof: "check",
	},
	cipher: {
		name: { fr: "chiffré", en: "sealed" },
		means: {
			fr: "Contenu chiffré (AES-256-GCM) par la clé de la situation ; illisible une fois la clé oubliée.",
			en: "Content sealed (AES-256-GCM) with the situation's key; unreadable once the key is forgotten.",
		},
		nearSituation: true,
		storedAs: bytes,
		proof: "type",
	},
	hash: {
		name: { fr: "empreinte", en: "digest" },
		means: {
			fr: "Empreinte cryptographique de longueur fixe. Jamais celle d'une identité de mineur.",
			en: "A cryptographic digest of fixed length. Never one of a minor's identity.",
		},
		nearSituation: true,
		storedAs: either,
		proof: "check",
	},
	empty: {
		name: { fr: "toujours vide", en: "always empty" },
		means: {
			fr: "Colonne qu'une bibliothèque exige et que la base garde vide.",
			en: "A column that a library asks for and that the store keeps empty.",
		},
		nearSituation: true,
		storedAs: spelt,
		proof: "check",
	},
	instant_staff: {
		name: { fr: "instant d'un compte", en: "instant of an account" },
		means: {
			fr: "Date et heure d'un acte d'un professionnel sur son compte, sa session ou sa structure.",
			en: "When a professional did something with an account, a session or a structure.",
		},
		nearSituation: false,
		storedAs: whole,
		proof: "type",
	},
	date: {
		name: { fr: "jour du calendrier", en: "calendar day" },
		means: {
			fr: "Jour de fermeture d'un service. Jamais une date qui concerne un mineur.",
			en: "A day when offices are closed. Never a date about a minor.",
		},
		nearSituation: false,
		storedAs: spelt,
		proof: "check",
	},
	setting: {
		name: { fr: "réglage", en: "setting" },
		means: {
			fr: "Réglage d'un territoire ou d'une bibliothèque, fait par la coordination ou l'exploitant.",
			en: "A setting of a territory or a library, made by the coordinator or the operator.",
		},
		nearSituation: false,
		storedAs: any,
		proof: "none",
	},
	staff: {
		name: { fr: "donnée d'un professionnel", en: "about a professional" },
		means: {
			fr: "Donnée personnelle d'un professionnel qui a un compte : nom, adresse, fonction.",
			en: "Personal data of a professional with an account: name, address, function.",
		},
		nearSituation: false,
		storedAs: spelt,
		proof: "none",
	},
	secret: {
		name: { fr: "secret", en: "secret" },
		means: {
			fr: "Secret de connexion d'un professionnel, haché ou chiffré, ou jeton de sa session.",
			en: "A professional's means to sign in, hashed or sealed, or the token of a session.",
		},
		nearSituation: false,
		storedAs: either,
		proof: "none",
	},
	public_text: {
		name: { fr: "texte public", en: "public text" },
		means: {
			fr: "Texte que lisent tous les partenaires : protocole, annuaire. Aucun mineur n'y figure.",
			en: "Text that all partners read: protocol, directory. No minor appears in it.",
		},
		nearSituation: false,
		storedAs: spelt,
		proof: "none",
	},
} as const satisfies Record<string, ColumnClassDefinition>;

export type ColumnClass = keyof typeof columnClasses;

/** The classes in which free text stands: everything else is closed by its form. */
export const textClasses: readonly ColumnClass[] = ["setting", "staff", "secret", "public_text"];
