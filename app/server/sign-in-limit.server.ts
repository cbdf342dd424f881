import type { Request, RequestHandler, Response } from "express";
import { rateLimit } from "express-rate-limit";
import { sendErrorPage } from "./error-page.server.ts";

/** The address that takes passwords. */
export const signInPath = "/sign-in";

/** Refused sign-ins that one network may make in a quarter of an hour. */
export const refusedSignIns = { most: 10, withinMs: 15 * 60 * 1000 };

/**
 * Slows down whoever tries passwords: counts the refused sign-ins of a network, not the good ones,
 * as a whole institution often comes from one address.
 */
export function limitSignIns(): RequestHandler {
	return rateLimit({
		windowMs: refusedSignIns.withinMs,
		limit: refusedSignIns.most,
		keyGenerator: (_request: Request, response: Response) => String(response.locals.network),
		skip: (request: Request) => request.method !== "POST",
		skipSuccessfulRequests: true,
		requestWasSuccessful: (_request: Request, response: Response) => response.statusCode < 400,
		standardHeaders: false,
		legacyHeaders: false,
		handler: (_request: Request, response: Response) => {
			response.set("Retry-After", String(refusedSignIns.withinMs / 1000));
			sendErrorPage(response, 429);
		},
	});
}
