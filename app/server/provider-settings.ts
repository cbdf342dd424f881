import { z } from "zod";

/** How an OpenID provider knows this instance. */
export type ProviderSettings = {
	/** Who vouches for professionals: ProConnect, or another. */
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** What the button calls it. */
	label: string;
};

/** The variables that set a provider up. */
export const providerVariables = {
	RELAIS_OIDC_ISSUER: z.string().refine(isIssuer).optional(),
	RELAIS_OIDC_CLIENT_ID: z.string().optional(),
	RELAIS_OIDC_CLIENT_SECRET: z.string().optional(),
	RELAIS_OIDC_LABEL: z.string().max(40).default("ProConnect"),
};

/** What each of them must be. */
export const providerExpectations = {
	RELAIS_OIDC_ISSUER: "the https address of a provider, as its own configuration names it",
	RELAIS_OIDC_LABEL: "a name of at most 40 characters",
};

/** Why half a provider stops the start. */
export const incompleteProvider =
	"RELAIS_OIDC_ISSUER, RELAIS_OIDC_CLIENT_ID and RELAIS_OIDC_CLIENT_SECRET go together: set all three or none.";

/** A provider is set up whole, or not at all. */
export function providerOf(
	value: z.infer<z.ZodObject<typeof providerVariables>>,
): ProviderSettings | "incomplete" | undefined {
	const issuer = value.RELAIS_OIDC_ISSUER;
	const clientId = value.RELAIS_OIDC_CLIENT_ID;
	const clientSecret = value.RELAIS_OIDC_CLIENT_SECRET;
	if (issuer && clientId && clientSecret) {
		return { issuer, clientId, clientSecret, label: value.RELAIS_OIDC_LABEL };
	}
	return issuer || clientId || clientSecret ? "incomplete" : undefined;
}

/** Secrets travel to an issuer: by https, or within this machine for who tries Relais out. */
function isIssuer(text: string): boolean {
	const url = URL.parse(text);
	if (!url || url.search || url.hash || url.username) return false;
	const here = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
	return url.protocol === "https:" || (url.protocol === "http:" && here);
}
