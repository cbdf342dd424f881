import * as client from "openid-client";
import type { ProviderSettings } from "./provider-settings.ts";

const timeoutSeconds = 5;

/** The network, or the provider itself, gives no answer. A TypeError: the library lets it through. */
export class Unreachable extends TypeError {}

/** Looks a provider up at its own address. @throws TypeError, ClientError when it cannot be */
export function discoverIssuer({ issuer, clientId, clientSecret }: ProviderSettings) {
	const server = new URL(issuer);
	const insecure = server.protocol === "http:" ? [client.allowInsecureRequests] : [];
	return client.discovery(server, clientId, undefined, client.ClientSecretPost(clientSecret), {
		execute: [...insecure, client.enableNonRepudiationChecks],
		timeout: timeoutSeconds,
		[client.customFetch]: (url, options) => askIssuer(server, url, options),
	});
}

/** The only request that leaves this machine: to the issuer that the operator set up, and no other. */
async function askIssuer(
	issuer: URL,
	url: string,
	options: client.CustomFetchOptions,
): Promise<Response> {
	if (new URL(url).origin !== issuer.origin) {
		throw new TypeError("The provider names an address that is not its own.");
	}
	const answer = await fetch(url, options as RequestInit).catch((cause: unknown) => {
		throw new Unreachable("The provider does not answer.", { cause });
	});
	if (answer.status >= 500) throw new Unreachable(`The provider answers ${answer.status}.`);
	return answer;
}
