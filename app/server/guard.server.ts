import type { NextFunction, Request, Response } from "express";
import { paths } from "#app/paths.ts";
import type { Environment } from "./environment.server.ts";

/** The longest body that a form may have. */
export const maxBodyBytes = 64 * 1024;

/** The longest body where a whole protocol is brought as text. */
export const maxFileBytes = 1024 * 1024;

/** The one address that takes a whole protocol as text. */
const filePath = paths.newDraft();

/** Why a request goes no further, as the log says it. */
export const refusalReasons = [
	"malformed-address",
	"method",
	"no-length",
	"too-long",
	"content-type",
	"foreign-origin",
	"cross-site",
	"no-origin",
] as const;

/** A request that goes no further. */
export type Refusal = {
	status: 400 | 403 | 405 | 411 | 413 | 415;
	reason: (typeof refusalReasons)[number];
};

/** What the guard looks at. */
export type Approach = {
	method: string;
	url: string;
	headers: Readonly<Record<string, string | string[] | undefined>>;
};

const readingMethods = ["GET", "HEAD"];
const methods = [...readingMethods, "POST"];

/** The methods that are answered, as the `Allow` header lists them. */
export const allowedMethods = methods.join(", ");

/**
 * Decides whether a request may reach the pages, before anything of it is believed.
 *
 * Remix's own check compares `Origin` with `Host`, does not see `?_data=` requests, and fails
 * with a 500: this one stands in front of it.
 *
 * @returns the refusal, or `undefined` when it may pass
 */
export function refusalOf(
	{ method, url, headers }: Approach,
	{ origins }: Pick<Environment, "origins">,
): Refusal | undefined {
	if (!isReadable(url)) return { status: 400, reason: "malformed-address" };
	if (!methods.includes(method)) return { status: 405, reason: "method" };
	if (readingMethods.includes(method)) return undefined;
	return refusalOfBody(headers, longestAt(url)) ?? refusalOfOrigin(headers, origins);
}

/** Libraries print an address that they cannot decode, and addresses do not belong in a log. */
function isReadable(url: string): boolean {
	try {
		return url.startsWith("/") && !decodeURIComponent(url.split("?")[0] ?? "").includes("\0");
	} catch {
		return false;
	}
}

function longestAt(url: string): number {
	return url.split("?")[0] === filePath ? maxFileBytes : maxBodyBytes;
}

function refusalOfBody(headers: Approach["headers"], longest: number): Refusal | undefined {
	// Node holds a body to its announced length: asking for one is what makes the limit certain.
	if (headers["content-length"] === undefined) return { status: 411, reason: "no-length" };
	if (Number(headers["content-length"]) > longest) return { status: 413, reason: "too-long" };

	const type = String(headers["content-type"] ?? "")
		.split(";")[0]
		?.trim()
		.toLowerCase();
	if (type !== "application/x-www-form-urlencoded") return { status: 415, reason: "content-type" };
}

function refusalOfOrigin(
	headers: Approach["headers"],
	origins: readonly string[],
): Refusal | undefined {
	const origin = headers.origin;
	const site = headers["sec-fetch-site"];
	if (origin === undefined && site === undefined) return { status: 403, reason: "no-origin" };
	if (site !== undefined && site !== "same-origin") return { status: 403, reason: "cross-site" };
	// Sec-Fetch-Site alone is believed: only a browser sends it, and no page can set it.
	if (origin !== undefined && !origins.includes(String(origin))) {
		return { status: 403, reason: "foreign-origin" };
	}
}

const forwarded = /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|x-original-.*|x-rewrite-.*)$/;

/** Forgets what a proxy would say about a request, unless a proxy that is known says it. */
export function forgetForwarded(request: Request, _response: Response, next: NextFunction): void {
	const trusts = request.app.get("trust proxy fn") as (address: string, hop: number) => boolean;
	const known = trusts(request.socket.remoteAddress ?? "", 0);
	for (const name of Object.keys(request.headers)) {
		const believed = known && name.startsWith("x-forwarded-");
		if (forwarded.test(name) && !believed) delete request.headers[name];
	}
	next();
}
