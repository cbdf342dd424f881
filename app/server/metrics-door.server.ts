import { createHash, timingSafeEqual } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { metricsText, metricsType } from "./metrics.server.ts";
import type { Services } from "./services.server.ts";

/** Where the figures are read by a program. */
export const metricsPath = "/metrics";

/**
 * Gives the figures to whoever shows the token of the configuration. For anybody else, and where no
 * token is set, there is nothing here: the pages answer as they do for any address that is not.
 *
 * An address of origin proves nothing: behind a proxy, everybody comes from this machine.
 */
export function metricsDoor(services: Services) {
	const { metricsToken } = services.environment;
	return (request: Request, response: Response, next: NextFunction): void => {
		if (metricsToken === undefined || !shows(request, metricsToken)) next();
		else response.type(metricsType).send(metricsText(services));
	};
}

function shows(request: Request, token: string): boolean {
	const shown = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
	return timingSafeEqual(digestOf(shown), digestOf(token));
}

function digestOf(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
