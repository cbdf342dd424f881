/** The words of the proof that some acts ask for again. */
export const proof = {
	title: "Confirmez que c'est bien vous",
	why: "Par précaution, Relais vérifie qui est devant l'écran. Une confirmation vaut cinq minutes.",
	code: "Code de votre application",
	codeHint: "Six chiffres, ou l'un de vos codes de secours.",
	tick: "C'est bien moi",
	tickHint: "Dans la démonstration, cette case remplace la clé d'accès ou le code.",
	or: "Ou, plus simplement :",
	passkey: "Confirmer avec ma clé d'accès",
	passkeyDone: "C'est confirmé. Vous pouvez enregistrer.",
	passkeyScript:
		"Votre clé d'accès demande JavaScript. Activez-le dans ce navigateur, puis rechargez la page.",
	provider: "Vous vous connectez avec ProConnect.",
	providerAct: "Me reconnecter avec ProConnect (nouvel onglet)",
	providerThen: "Revenez ensuite à cette page et enregistrez : ce que vous avez écrit y reste.",
	wrong: "Ce code ne convient pas, ou il a déjà servi. Attendez le suivant et écrivez-le.",
	tooMany: "Trop d'essais. Attendez un quart d'heure, ou confirmez autrement.",
	missing: {
		tick: "Cochez la case pour confirmer que c'est bien vous. Ce que vous avez écrit est gardé.",
		code: "Écrivez un code pour confirmer que c'est bien vous. Ce que vous avez écrit est gardé.",
		passkey:
			"Confirmez avec votre clé d'accès, puis enregistrez. Ce que vous avez écrit est gardé.",
		provider:
			"Reconnectez-vous avec ProConnect, puis enregistrez. Ce que vous avez écrit est gardé.",
	},
} as const;
