import type { DoctorWords } from "./words.ts";

/** What the doctor says in French. */
export const french: DoctorWords = {
	areas: {
		configuration: "Configuration",
		versions: "Versions",
		keys: "Clés",
		store: "Base",
		clock: "Horloge",
		mail: "Courrier",
		disk: "Disque",
		backups: "Sauvegardes",
		checkpoints: "Points de contrôle",
		incidents: "Incidents",
	},
	nothing: "rien à faire",
	must: "À FAIRE",
	should: "conseil",
	summary: ({ must, should }) => `${must} chose(s) à faire, ${should} conseil(s).`,
	findings: {
		"environment-wrong": ({ sentence }) => [
			`Relais ne démarrerait pas : ${sentence}`,
			"Corriger cette variable, puis redemander : rien d’autre n’a été examiné.",
		],
		"demonstration-beside-real": () => [
			"La démonstration est active à côté d’un territoire ou d’un compte réel : Relais ne démarrerait pas.",
			"Mettre RELAIS_DEMO=0.",
		],
		"demonstration-public": () => [
			"La démonstration est active à une adresse publique : chacun entre dans ses comptes d’un clic.",
			"Mettre RELAIS_DEMO=0, sauf s’il s’agit bien de la montrer.",
		],
		"origin-unset": () => [
			"Aucune adresse publique n’est réglée : les navigateurs d’autres machines ne pourraient rien envoyer.",
			"Régler RELAIS_ORIGIN, par exemple https://relais.example.org.",
		],
		"origin-not-https": ({ origin }) => [
			`${origin} n’est pas en https : les sessions pourraient être lues en chemin.`,
			"Placer devant un serveur mandataire avec TLS (docs/operations/install.md), puis régler RELAIS_ORIGIN en https://…",
		],
		"proxy-unset": () => [
			"Aucun serveur mandataire n’est cru : tout le monde semble venir de la même adresse et partage une limite d’essais.",
			"Régler TRUST_PROXY sur l’adresse du mandataire, par exemple 127.0.0.1.",
		],
		"secret-short": ({ file }) => [
			`Le secret de ${file} compte moins de 32 caractères : quelqu’un l’a modifié.`,
			"Arrêter Relais, supprimer ce fichier, redémarrer. Chacun se connecte de nouveau.",
		],
		"node-old": ({ version }) => [
			`Ceci est Node ${version} ; Relais est éprouvé avec Node 24.`,
			"Le lancer par « npm start » ou « npm run relais », qui apportent le leur.",
		],
		"wrapping-key-beside": ({ file }) => [
			`La clé maîtresse se trouve à côté des données (${file}) : qui copie les unes a l’autre.`,
			"Arrêter Relais, « relais keys make <fichier ailleurs> », « relais keys rotate --new <ce fichier> », régler RELAIS_KEY_FILE.",
		],
		"wrapping-key-unusable": ({ sentence }) => [
			`La clé maîtresse ne peut pas servir : ${sentence}`,
			"Remettre le bon fichier, lisible par le seul compte de Relais ; régler RELAIS_KEY_FILE.",
		],
		"wrapping-key-in-backups": ({ file }) => [
			`La clé maîtresse ${file} se trouve parmi les sauvegardes : qui les prend pourrait ouvrir les clés.`,
			"La déplacer ailleurs, puis régler RELAIS_KEY_FILE.",
		],
		"keys-missing": ({ file }) => [
			`La base des clés n’est pas à ${file} : aucun historique ne peut être lu.`,
			"La remettre depuis une sauvegarde, ou régler RELAIS_KEYS. Ne pas démarrer Relais avant.",
		],
		"keys-locked": () => [
			"La base des clés ne s’ouvre pas avec cette clé maîtresse.",
			"Régler RELAIS_KEY_FILE sur la clé avec laquelle elle a été fermée.",
		],
		"keys-lacking": ({ count }) => [
			`${count} situation(s) n’ont pas de clé, alors que personne ne l’a oubliée : leur historique ne peut être lu.`,
			"Restaurer la sauvegarde des clés la plus récente à côté de cette base, d’abord sur une autre machine.",
		],
		"store-none": ({ file }) => [
			`Il n’y a pas encore de base à ${file}.`,
			"Le premier démarrage la crée. S’il devait y en avoir une, vérifier DATA_DIR.",
		],
		"store-damaged": ({ file }) => [
			`Le fichier ${file} est endommagé.`,
			"Arrêter Relais, garder une copie du fichier, restaurer la dernière sauvegarde : docs/operations/backups.md.",
		],
		"references-broken": ({ count }) => [
			`${count} ligne(s) renvoient à une ligne absente.`,
			"Garder une copie, lancer « relais rebuild --check », puis restaurer la dernière sauvegarde si l’écart demeure.",
		],
		"schema-behind": ({ migrations }) => [
			`Il manque ${migrations} migration(s).`,
			"Faire une sauvegarde, puis « relais migrate », ou démarrer Relais.",
		],
		"schema-ahead": () => [
			"Cette base a été écrite par une version plus récente de Relais.",
			"Réinstaller cette version : une plus ancienne ne doit pas y écrire.",
		],
		"data-open": ({ directory, mode }) => [
			`Le répertoire ${directory} est ouvert à d’autres comptes (${mode}).`,
			`Lancer « chmod 700 ${directory} ».`,
		],
		"clock-behind": ({ instant }) => [
			`Une écriture porte l’instant ${instant}, que l’horloge donne pour à venir : elle a reculé.`,
			"Mettre l’horloge à l’heure par NTP (« timedatectl »). Aucun délai ne se déclenche avant qu’elle n’ait rattrapé.",
		],
		"clock-before-program": ({ instant }) => [
			`L’horloge indique une date antérieure au ${instant}, où ce programme a été installé : elle retarde.`,
			"La mettre à l’heure par NTP (« timedatectl set-ntp true ») avant de démarrer Relais.",
		],
		"clock-unkept": () => [
			"Rien ne semble tenir l’horloge de cette machine à l’heure.",
			"Lancer « timedatectl set-ntp true », ou installer chrony : les délais ne suivent que cette horloge.",
		],
		"mail-unset": () => [
			"Aucun serveur de courrier n’est réglé : les messages sont montrés sur la page de la boîte d’envoi, et personne n’en reçoit.",
			"Régler RELAIS_SMTP_URL et RELAIS_MAIL_FROM (docs/operations/messages.md).",
		],
		"mail-unreachable": ({ host, port }) => [
			`Le serveur de courrier ${host}:${port} ne répond pas, ou n’accepte pas Relais.`,
			"Vérifier nom, port, compte et mot de passe dans RELAIS_SMTP_URL, son certificat, et que cette machine peut sortir par ce port. Les messages attendent.",
		],
		"operator-unset": () => [
			"Personne n’est prévenu quand le serveur a besoin de quelqu’un.",
			"Régler RELAIS_OPERATOR_MAIL sur une adresse lue chaque jour.",
		],
		"disk-low": ({ megabytes }) => [
			`Il reste ${megabytes} Mo : un effacement ou une sauvegarde demande encore une fois la taille de la base.`,
			"Faire de la place ou agrandir le volume. Sans place, Relais répond 503 et ne perd rien.",
		],
		"log-large": ({ megabytes }) => [
			`Le journal d’écriture atteint ${megabytes} Mo : quelque chose lit sans fin, par exemple une copie bloquée.`,
			"Chercher l’autre processus qui a ouvert la base, et l’arrêter.",
		],
		"backups-unset": () => [
			"Aucune sauvegarde ne se fait d’elle-même.",
			"« relais backup keygen », puis régler RELAIS_BACKUP_DIR et RELAIS_BACKUP_RECIPIENTS.",
		],
		"backup-none": ({ directory }) => [
			`Il n’y a aucune sauvegarde dans ${directory}.`,
			"Démarrer Relais, ou lancer « relais backup » avec ce répertoire ; chercher worker-failed dans le journal technique.",
		],
		"backup-old": ({ instant }) => [
			`La dernière sauvegarde entière est du ${instant}.`,
			"Lancer « relais backup », et chercher worker-failed dans le journal technique. (Rien n’a changé depuis ? Alors tout va bien.)",
		],
		"backup-beside-data": ({ directory }) => [
			`${directory} est sur le même disque que les données : les deux seraient perdus ensemble.`,
			"Utiliser un autre disque, ou copier ce répertoire ailleurs chaque quart d’heure.",
		],
		"identity-beside-backups": ({ file }) => [
			`${file} ouvre les sauvegardes à côté desquelles il se trouve.`,
			"Le sortir de cette machine, et le détruire ici.",
		],
		"checkpoint-none": () => [
			"Aucun point de contrôle n’a encore été fait.",
			"Le premier démarrage en fait un. « relais audit checkpoint » en imprime un à garder dehors.",
		],
		"checkpoint-old": ({ instant }) => [
			`Le dernier point de contrôle est du ${instant} : il s’en fait un chaque jour quand Relais tourne.`,
			"Démarrer Relais ; s’il tourne, chercher worker-failed dans le journal technique.",
		],
		"incidents-open": ({ count }) => [
			`${count} incident(s) attendent quelqu’un.`,
			"Lancer « relais incidents list », ou ouvrir la page Exploitation.",
		],
	},
};
