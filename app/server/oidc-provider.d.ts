/** What the tests use of a provider of identities; the package has no types of its own. */
declare module "oidc-provider" {
	import type { IncomingMessage, ServerResponse } from "node:http";

	type Grant = {
		addOIDCScope(scope: string): void;
		addOIDCClaims(claims: string[]): void;
		save(): Promise<string>;
	};

	export type Context = {
		oidc: {
			client: { clientId: string };
			session: { accountId: string };
			provider: { Grant: new (of: { accountId: string; clientId: string }) => Grant };
		};
	};

	// biome-ignore lint/style/noDefaultExport: this says what the package does
	export default class Provider {
		constructor(issuer: string, configuration: Record<string, unknown>);
		callback(): (request: IncomingMessage, response: ServerResponse) => void;
		interactionFinished(
			request: IncomingMessage,
			response: ServerResponse,
			result: Record<string, unknown>,
		): Promise<void>;
	}
}
