import {
	type AppLoadContext,
	createReadableStreamFromReadable,
	createRequestHandler,
	type ServerBuild,
	writeReadableStreamToWritable,
} from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { sendErrorPage } from "./error-page.server.ts";
import { securityHeaderNames } from "./headers.server.ts";
import { policyGate } from "./policy/gate.server.ts";

/** Answers one request with the pages. Tests bring a simpler one. */
export type Answer = (request: Request, context: AppLoadContext) => Promise<Response>;

/** The pages, as Remix built them; those of which the policy knows nothing are refused. */
export function remixAnswer(
	build: ServerBuild | (() => Promise<ServerBuild>),
	mode: string,
): Answer {
	return policyGate(createRequestHandler(build, mode), build);
}

/**
 * Stands between Express and the pages. Ours rather than `@remix-run/express`, for three reasons:
 * the address comes from our own settings, never from a header; an answer cannot weaken the
 * security headers; and a fault of the store becomes a 503.
 */
export function passTo(
	answer: Answer,
	origins: readonly string[],
	contextOf: (response: ExpressResponse) => AppLoadContext,
) {
	return async (request: ExpressRequest, response: ExpressResponse): Promise<void> => {
		const context = contextOf(response);
		const answered = await answer(webRequest(request, response, origins), context);
		if (context.fault.store) {
			await answered.body?.cancel();
			sendErrorPage(response, 503);
			return;
		}
		await send(answered, response);
	};
}

function webRequest(
	request: ExpressRequest,
	response: ExpressResponse,
	origins: readonly string[],
): Request {
	const aborted = new AbortController();
	response.on("close", () => {
		if (!response.writableFinished) aborted.abort();
	});
	const origin =
		origins.find((known) => new URL(known).host === request.headers.host) ?? origins[0];
	const reads = request.method === "GET" || request.method === "HEAD";
	return new Request(`${origin}${request.originalUrl}`, {
		method: request.method,
		headers: webHeaders(request, origin),
		signal: aborted.signal,
		body: reads ? null : createReadableStreamFromReadable(request),
		...(reads ? {} : { duplex: "half" }),
	});
}

function webHeaders(request: ExpressRequest, origin: string | undefined): Headers {
	const headers = new Headers();
	for (const [name, value] of Object.entries(request.headers)) {
		if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
	}
	// The guard has judged the origin; Remix compares it once more, with these two.
	const posted = request.headers.origin ?? origin;
	headers.delete("x-forwarded-host");
	if (posted) headers.set("host", new URL(posted).host);
	return headers;
}

async function send(answered: Response, response: ExpressResponse): Promise<void> {
	response.status(answered.status);
	if (answered.statusText) response.statusMessage = answered.statusText;
	for (const [name, value] of answered.headers) {
		if (name === "set-cookie") response.append(name, value);
		else if (!isOurs(name)) response.setHeader(name, value);
	}
	if (!answered.body) {
		response.end();
		return;
	}
	await writeReadableStreamToWritable(answered.body, response);
}

/** A page may say how long it can be kept; it may not touch the other headers of the process. */
function isOurs(name: string): boolean {
	return (
		name !== "cache-control" && securityHeaderNames.some((ours) => ours.toLowerCase() === name)
	);
}
