import { as, type TableEntry } from "./table-entry.ts";

const withAccount = {
	fr: "Avec le compte : suspendu après 90 jours d'absence, vidé après 365.",
	en: "With the account: suspended after 90 days of absence, emptied after 365.",
};
const systemOnly = { fr: "Le système seulement.", en: "The system only." };
const holderAndManager = {
	fr: "La personne elle-même, le responsable de sa structure, l'administration.",
	en: "The person, the manager of their structure, the administrator.",
};
const oneDay = { fr: "24 heures.", en: "24 hours." };

/** What is stored of professionals and of how they sign in. */
export const accountTables: TableEntry[] = [
	{
		store: "main",
		table: "user",
		about: "account",
		holds: { fr: "Le compte d'un professionnel.", en: "A professional's account." },
		why: { fr: "Savoir qui agit.", en: "To know who acts." },
		kept: withAccount,
		readers: holderAndManager,
		columns: {
			id: as("known_name", "Nom court.", "referente-a"),
			name: as("staff", "Nom."),
			email: as("staff", "Adresse professionnelle."),
			email_verified: as("yes_no", "Adresse vérifiée."),
			image: as("empty", "", null),
			created_at: as("instant_staff", "Création."),
			updated_at: as("instant_staff", "Dernier changement."),
			seen_day: as("bounded_int", "Dernier jour de présence, sans l'heure."),
			deleted_at: as("instant_staff", "Depuis quand plus rien de personnel n'est gardé."),
		},
	},
	{
		store: "main",
		table: "members",
		about: "account",
		holds: {
			fr: "La place d'une personne dans une structure.",
			en: "A person's place in a structure.",
		},
		why: {
			fr: "Savoir pour qui elle agit et ce qu'elle peut faire.",
			en: "To know for whom they act and what they may do.",
		},
		kept: withAccount,
		readers: {
			fr: "Les partenaires voient la fonction, jamais le nom.",
			en: "Partners see the function, never the name.",
		},
		columns: {
			id: as("known_name", "Nom court.", "referente-a"),
			user_id: as("fk", "Compte."),
			structure_id: as("fk", "Structure."),
			label: as("staff", "Fonction, comme « Référente A »."),
			reception: as("yes_no", "Peut accuser réception."),
			manager: as("yes_no", "Responsable de la structure."),
			second_contact: as("yes_no", "Second contact de la structure."),
			duty: as("enum", "Métier dans Relais."),
			active: as("yes_no", "Active.", 1),
			suspended: as("enum", "Pourquoi elle ne peut plus agir.", null),
		},
	},
	{
		store: "main",
		table: "invitations",
		about: "account",
		holds: { fr: "Une place qui attend un collègue.", en: "A place that waits for a colleague." },
		why: {
			fr: "Qu'aucun compte ne s'ouvre sans invitation.",
			en: "So that no account opens without an invitation.",
		},
		kept: {
			fr: "48 heures pour l'accepter ; l'adresse est effacée à la fin.",
			en: "48 hours to accept it; the address is erased at its end.",
		},
		readers: { fr: "Le responsable de la structure.", en: "The structure's manager." },
		columns: {
			id: as("known_name", "Identifiant.", "invitation-1"),
			secret_hash: as("hash", "Empreinte du lien.", "A".repeat(43)),
			structure_id: as("fk", "Structure."),
			label: as("staff", "Fonction proposée."),
			reception: as("yes_no", "Pourra accuser réception."),
			manager: as("yes_no", "Sera responsable."),
			duty: as("enum", "Métier dans Relais."),
			email: as("staff", "Adresse invitée, effacée à la fin.", null),
			inviter: as("enum", "À quel titre."),
			invited_by: as("fk", "Qui invite."),
			created_at: as("instant_staff", "Création."),
			expires_at: as("instant_staff", "Fin."),
			end: as("enum", "Comment elle a pris fin."),
			ended_at: as("instant_staff", "Quand."),
		},
	},
	{
		store: "main",
		table: "member_reviews",
		about: "account",
		holds: {
			fr: "Qu'un responsable a relu la liste de ses collègues.",
			en: "That a manager has read the list of their colleagues.",
		},
		why: { fr: "Qu'aucun accès ne dure par oubli.", en: "So that no access lasts by oversight." },
		kept: {
			fr: "Tant que la structure utilise Relais.",
			en: "As long as the structure uses Relais.",
		},
		readers: { fr: "Le responsable de la structure.", en: "The structure's manager." },
		columns: {
			structure_id: as("fk", "Structure."),
			reviewed_at: as("instant_staff", "Quand."),
			reviewed_by: as("fk", "Par qui."),
		},
	},
	{
		store: "main",
		table: "session",
		about: "account",
		holds: { fr: "Un navigateur connecté.", en: "A browser that is signed in." },
		why: {
			fr: "Reconnaître la personne, et pouvoir mettre fin à distance.",
			en: "To know the person, and to end it from elsewhere.",
		},
		kept: {
			fr: "12 heures au plus, 30 minutes sans activité.",
			en: "12 hours at most, 30 minutes without activity.",
		},
		readers: { fr: "La personne elle-même.", en: "The person." },
		columns: {
			id: as("secret", "Identifiant."),
			token: as("secret", "Jeton."),
			user_id: as("fk", "Compte."),
			expires_at: as("instant_staff", "Fin."),
			ip_address: as("empty", "", null),
			user_agent: as("empty", "", null),
			created_at: as("instant_staff", "Début."),
			updated_at: as("instant_staff", "Dernière activité."),
			way: as("enum", "Moyen de connexion."),
			proof: as("enum", "Un facteur ou deux."),
			proved_at: as("instant_staff", "Dernière preuve d'identité."),
			locked_at: as("instant_staff", "Écran verrouillé depuis."),
			system: as("enum", "Système, en un mot."),
			browser: as("enum", "Navigateur, en un mot."),
		},
	},
	{
		store: "main",
		table: "ended_sessions",
		about: "account",
		holds: { fr: "Pourquoi une session a pris fin.", en: "Why a session ended." },
		why: {
			fr: "Le dire à la personne quand elle revient.",
			en: "To tell the person when they come back.",
		},
		kept: { fr: "12 heures.", en: "12 hours." },
		readers: { fr: "La personne elle-même.", en: "The person." },
		columns: {
			token_hash: as("hash", "Empreinte du jeton.", "A".repeat(43)),
			reason: as("enum", "Raison."),
			ended_at: as("instant_staff", "Quand."),
		},
	},
	{
		store: "main",
		table: "tries",
		about: "account",
		holds: { fr: "Combien d'essais manqués d'un secret.", en: "How many wrong tries of a secret." },
		why: { fr: "Ralentir qui devine.", en: "To slow down who guesses." },
		kept: oneDay,
		readers: systemOnly,
		columns: {
			key: as("hash", "Empreinte à clé du compte ou du réseau.", "A".repeat(43)),
			count: as("bounded_int", "Nombre d'essais.", 1),
			started_at: as("instant_staff", "Premier essai."),
		},
	},
	{
		store: "main",
		table: "rate_limit",
		about: "account",
		holds: {
			fr: "Combien d'appels d'un réseau à la connexion.",
			en: "How many calls of a network to sign-in.",
		},
		why: { fr: "Ralentir qui attaque.", en: "To slow down attackers." },
		kept: oneDay,
		readers: systemOnly,
		columns: {
			id: as("setting", "Identifiant de la bibliothèque."),
			key: as("staff", "Réseau, tronqué à 24 ou 48 bits, et adresse appelée."),
			count: as("bounded_int", "Nombre d'appels.", 1),
			last_request: as("instant_staff", "Dernier appel."),
		},
	},
];
