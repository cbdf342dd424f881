/** The words of the locked screen. */
export const lock = {
	title: "Écran verrouillé",
	lead: "Votre session attend. Montrez que c'est bien vous pour la reprendre.",
	coverLead:
		"Personne n'a touché cette page depuis quelques minutes. Montrez que c'est bien vous : ce que vous écriviez est toujours là.",
	password: "Mot de passe",
	passwordMissing: "Écrivez votre mot de passe.",
	code: "Code de votre application",
	codeMissing: "Écrivez le code que montre votre application.",
	wrong: "Cela ne convient pas. Vérifiez, puis réessayez.",
	tooMany: "Trop d'essais. Attendez un quart d'heure, ou terminez la session.",
	resume: "Reprendre",
	passkey: "Reprendre avec ma clé d'accès",
	passkeyScript: "Votre clé d'accès demande JavaScript.",
	demonstration: "Dans la démonstration, un geste suffit.",
	provider: "Vous vous connectez par ProConnect : terminez cette session, puis reconnectez-vous.",
	notYou: "Ce n'est pas votre session ? Terminez-la, puis connectez-vous.",
	end: "Terminer la session",
	failed: "Pas de réponse de Relais. Vérifiez la connexion, puis réessayez.",
} as const;
