import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Context } from "oidc-provider";

/** Somebody at the door of the provider, and how they prove who they are there. */
export type AtTheDoor = {
	subject: string;
	acr?: string;
	amr?: string[];
	/** When they proved it, in seconds since 1970; now when left out. */
	at?: number;
	/** They turn round instead. */
	givesUp?: boolean;
};

/** A real provider of identities on this machine. */
export type IdentityHouse = {
	issuer: string;
	/** Who comes next. */
	next: AtTheDoor;
	/** Answers nothing but 503. */
	closed: boolean;
	/** Changes what it signs, as a provider that is at fault or that was broken into would. */
	claims: ((honest: Claims) => Claims) | undefined;
	/** Signs with a key that it does not publish. */
	strangeKey: boolean;
	/** Where it says that codes are exchanged; its own address when left out. */
	exchange: string | undefined;
	stop(): void;
};

type Claims = Record<string, unknown>;

const rsa = { modulusLength: 2048 };
const ownKey = generateKeyPairSync("rsa", rsa).privateKey.export({ format: "jwk" });

/** What the provider and the application know of each other. */
export const houseClient = { id: "relais", secret: "a secret between the two of them" };

/**
 * Runs a provider on a free port. Whoever is sent to it is let in at once as `next`: what a person
 * would type there is no concern of ours, what it signs is.
 *
 * @param callback where it sends people back to
 */
export async function identityHouse(callback: string, home: string): Promise<IdentityHouse> {
	const server = createServer();
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const issuer = `http://127.0.0.1:${port}`;
	const provider = new Provider(issuer, settings(callback, home));
	const house: IdentityHouse = {
		issuer,
		next: { subject: "nobody" },
		closed: false,
		claims: undefined,
		strangeKey: false,
		exchange: undefined,
		stop() {
			server.closeAllConnections();
			server.close();
		},
	};

	const answer = provider.callback();
	server.on("request", (request, response) => {
		const url = request.url ?? "";
		if (house.closed) response.writeHead(503).end();
		else if (url.startsWith("/door/")) void letIn(provider, house.next, request, response);
		else {
			misbehave(house, url, response);
			answer(request, response);
		}
	});
	return house;
}

function misbehave(house: IdentityHouse, url: string, response: ServerResponse): void {
	if (url === "/token") signAnew(house, response);
	if (url === "/.well-known/openid-configuration") nameExchange(house, response);
}

/** Puts other claims, or another signature, in the answer that the provider is about to give. */
function signAnew({ claims, strangeKey }: IdentityHouse, response: ServerResponse): void {
	if (!claims && !strangeKey) return;
	const key = strangeKey
		? generateKeyPairSync("rsa", rsa).privateKey
		: createPrivateKey({ key: ownKey, format: "jwk" });
	change(response, (tokens) => {
		const [head = "", body = ""] = String(tokens.id_token).split(".");
		const honest = JSON.parse(Buffer.from(body, "base64url").toString()) as Claims;
		return { ...tokens, id_token: signed(head, claims?.(honest) ?? honest, key) };
	});
}

function nameExchange({ exchange }: IdentityHouse, response: ServerResponse): void {
	if (exchange) change(response, (metadata) => ({ ...metadata, token_endpoint: exchange }));
}

/** Has an answer say something else than the provider meant to. */
function change(response: ServerResponse, into: (answer: Claims) => Claims): void {
	const end = response.end.bind(response) as (body: string) => ServerResponse;
	response.end = ((body: string) => {
		const changed = JSON.stringify(into(JSON.parse(body) as Claims));
		response.setHeader("content-length", Buffer.byteLength(changed));
		return end(changed);
	}) as typeof response.end;
}

function signed(head: string, claims: Claims, key: KeyObject): string {
	const text = `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
	return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}

function letIn(
	provider: Provider,
	{ subject, acr, amr, at, givesUp }: AtTheDoor,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const result = givesUp
		? { error: "access_denied" }
		: { login: { accountId: subject, acr, amr, ts: at ?? Math.floor(Date.now() / 1000) } };
	return provider.interactionFinished(request, response, result);
}

function settings(callback: string, home: string) {
	return {
		clients: [
			{
				client_id: houseClient.id,
				client_secret: houseClient.secret,
				redirect_uris: [callback],
				post_logout_redirect_uris: [home],
				response_types: ["code"],
				token_endpoint_auth_method: "client_secret_post",
			},
		],
		jwks: { keys: [{ ...ownKey, kid: "own", alg: "RS256", use: "sig" }] },
		ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, IdToken: 60 },
		cookies: { keys: ["for the tests"] },
		features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
		claims: { acr: null, amr: null, auth_time: null, openid: ["sub"], email: ["email"] },
		acrValues: ["eidas1", "eidas2", "eidas3"],
		interactions: { url: (_context: Context, { uid }: { uid: string }) => `/door/${uid}` },
		findAccount: (_context: Context, subject: string) => ({
			accountId: subject,
			claims: () => ({ sub: subject }),
		}),
		/** Nobody is asked for consent: the operator of the instance gave it. */
		async loadExistingGrant({ oidc: { client, session, provider } }: Context) {
			const { accountId } = session;
			const grant = new provider.Grant({ accountId, clientId: client.clientId });
			grant.addOIDCScope("openid");
			grant.addOIDCClaims(["acr", "amr", "auth_time"]);
			await grant.save();
			return grant;
		},
	};
}
