import type { Professional } from "./professional.ts";

/** The protocol that most journeys follow. */
export const withCrip = "Protocole départemental de référence (avec CRIP)";

/** Opens a situation that nobody else knows, and stays on its page. */
export async function opened(street: Professional): Promise<void> {
	await street.opens(withCrip, {
		"Tranche d'âge": "15 à 17 ans",
		"Qui a remarqué en premier ?": "Prévention spécialisée, maraude",
	});
}

/** From the opening to the step that passes the report to the CRIP. */
export async function noticed(street: Professional): Promise<void> {
	await opened(street);
	await street.answers("Accueillir le signe et se poser", "Signe accueilli");
	await street.answers("Croiser les regards avec la grille de signes", "Risque de danger", {
		"Niveau d'inquiétude": "Risque de danger",
	});
	await street.answers("Parler avec le jeune et l'informer", "Échange tenu");
	await street.answers("Choisir la voie officielle", "Voie CRIP", {
		"Voie officielle utilisée": "Information préoccupante",
		"Information donnée": ["Jeune informé", "Titulaires de l'autorité parentale informés"],
	});
}
