import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { cookieName } from "./auth-options.server.ts";
import type { Services } from "./services.server.ts";

/** What holds one way to the provider and the way back together. */
export type Trip = { state: string; nonce: string; verifier: string };

/** What somebody goes to the provider for. */
export const tripPurposes = ["sign-in", "link", "join"] as const;

/** Draws what nobody can guess: it has to come back, or be known here alone. */
export function tripAt({ bytes }: { bytes(count: number): Uint8Array }): Trip {
	const draw = () => Buffer.from(bytes(32)).toString("base64url");
	return { state: draw(), nonce: draw(), verifier: draw() };
}

const drawn = z.string().regex(/^[\w-]{43}$/);
const purpose = z.discriminatedUnion("for", [
	z.strictObject({ for: z.literal("sign-in") }),
	z.strictObject({ for: z.literal("link"), userId: z.string() }),
	z.strictObject({ for: z.literal("join"), secret: drawn }),
]);

/** What for, and for whom: bound into the cookie, so that one trip serves nothing else. */
export type Purpose = z.infer<typeof purpose>;

const underway = z.strictObject({
	purpose,
	trip: z.strictObject({ state: drawn, nonce: drawn, verifier: drawn }),
});
const arrived = z.strictObject({ purpose, key: drawn, secondFactor: z.boolean() });

/** Somebody on their way to the provider. */
export type Underway = z.infer<typeof underway>;

/** Somebody who is back, vouched for, and has still to say yes on a page of ours. */
export type Arrived = z.infer<typeof arrived>;

/**
 * A cookie that carries something for a few minutes, signed.
 *
 * `site` is `Lax` where the browser comes back from the provider, which is another site: a `Strict`
 * cookie would stay behind, and the answer could not be held against what was asked.
 */
type Box<Content> = {
	name: string;
	site: "Lax" | "Strict";
	lastsMs: number;
	schema: z.ZodType<Content>;
};

const aMinuteMs = 60 * 1000;

const boxes = {
	underway: {
		name: "relais_to_provider",
		site: "Lax",
		lastsMs: 10 * aMinuteMs,
		schema: underway,
	} satisfies Box<Underway>,
	arrived: {
		name: "relais_from_provider",
		site: "Strict",
		lastsMs: 5 * aMinuteMs,
		schema: arrived,
	} satisfies Box<Arrived>,
};

type Keeping = Pick<Services, "environment" | "clock" | "secret">;

/** The `Set-Cookie` header of somebody who leaves for the provider. */
export const keepUnderway = (services: Keeping, content: Underway) =>
	keep(services, boxes.underway, content);

/** Who left from this browser, while it is not too long ago. */
export const readUnderway = (services: Keeping, headers: Headers) =>
	read<Underway>(services, boxes.underway, headers);

/** The header that forgets it: an answer of the provider is taken once. */
export const forgetUnderway = (services: Keeping) => cookie(services, boxes.underway, "");

/** The `Set-Cookie` header of somebody who is back. */
export const keepArrived = (services: Keeping, content: Arrived) =>
	keep(services, boxes.arrived, content);

/** Who came back to this browser, while it is not too long ago. */
export const readArrived = (services: Keeping, headers: Headers) =>
	read<Arrived>(services, boxes.arrived, headers);

/** The header that forgets it. */
export const forgetArrived = (services: Keeping) => cookie(services, boxes.arrived, "");

function keep<Content>(services: Keeping, box: Box<Content>, content: Content): string {
	const until = services.clock.now() + box.lastsMs;
	const text = Buffer.from(JSON.stringify({ until, content })).toString("base64url");
	return cookie(services, box, `${text}.${sign(services, box.name, text)}`);
}

function read<Content>(
	services: Keeping,
	box: Box<Content>,
	headers: Headers,
): Content | undefined {
	const prefix = `${cookieName(box.name, services.environment)}=`;
	const pair = (headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(prefix));
	const [text = "", signature = ""] = (pair?.slice(prefix.length) ?? "").split(".");
	if (!isSame(signature, sign(services, box.name, text))) return undefined;

	// Signed by us: it can be read without fear.
	const { until, content } = JSON.parse(Buffer.from(text, "base64url").toString()) as {
		until: number;
		content: unknown;
	};
	return services.clock.now() < until ? box.schema.safeParse(content).data : undefined;
}

function cookie<Content>({ environment }: Keeping, box: Box<Content>, value: string): string {
	const age = value === "" ? 0 : box.lastsMs / 1000;
	const secure = environment.secure ? "; Secure" : "";
	const name = cookieName(box.name, environment);
	return `${name}=${value}; Max-Age=${age}; Path=/; HttpOnly; SameSite=${box.site}${secure}`;
}

function sign({ secret }: Keeping, name: string, text: string): string {
	return createHmac("sha256", secret).update(`${name}\0${text}`).digest("base64url");
}

function isSame(one: string, other: string): boolean {
	const [first, second] = [Buffer.from(one), Buffer.from(other)];
	return first.length === second.length && timingSafeEqual(first, second);
}
