import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { errorStyles, errorStylesPath, sendErrorPage } from "./error-page.server.ts";
import { noteError, storeFaultOf } from "./faults.server.ts";
import { allowedMethods, forgetForwarded, refusalOf } from "./guard.server.ts";
import { setSecurityHeaders } from "./headers.server.ts";
import { metricsDoor, metricsPath } from "./metrics-door.server.ts";
import { networkOf } from "./network.server.ts";
import { type Answer, passTo } from "./remix-handler.server.ts";
import type { RouteOf } from "./route-names.server.ts";
import type { Services } from "./services.server.ts";

/** What the application is made of. */
export type Ingredients = {
	services: Services;
	/** Answers with the pages. */
	answer: Answer;
	/** Serves files: from the build, or from Vite while developing. */
	files?: express.Handler[];
	/** What the log calls an address. */
	routeOf?: RouteOf;
};

/**
 * The application: headers first, then the guard, then files and pages.
 * The order is the protection; see `docs/` before moving a line.
 */
export function createApp(ingredients: Ingredients): Express {
	const { services, answer, files = [], routeOf = () => undefined } = ingredients;
	const { environment, log, incidents } = services;
	const app = express();
	app.disable("x-powered-by");
	app.disable("etag");
	app.set("trust proxy", [...environment.trustedProxies]);

	app.use(setSecurityHeaders(environment.production));
	app.use(noteAnswer(services, routeOf));
	app.use(forgetForwarded);
	app.use(guard(services));
	app.use(knowNetwork);
	app.use(compression());
	app.get(errorStylesPath, (_request, response) => {
		response.set("Cache-Control", "public, max-age=3600").type("css").send(errorStyles);
	});
	app.get(metricsPath, metricsDoor(services));
	for (const file of files) app.use(file);
	app.use((request, response, next) => {
		passTo(answer, environment.origins, () => ({
			services,
			nonce: String(response.locals.nonce),
			fault: { store: false, routeOf },
		}))(request, response).catch(next);
	});
	app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
		// Somebody who left in the middle of an answer is no fault of ours.
		if (response.destroyed) return;
		sendErrorPage(response, statusOf(error));
		if (statusOf(error) >= 500) noteError(error, { log, incidents, fault: { store: false } });
	});
	return app;
}

/** Serves the built files: those with a hash in their name never change. */
export function builtFiles(directory: string): express.Handler[] {
	const options = { index: false, redirect: false, etag: true } as const;
	return [
		express.static(directory, {
			...options,
			setHeaders(response, path) {
				const kept = path.includes("/assets/") ? "max-age=31536000, immutable" : "max-age=3600";
				response.setHeader("Cache-Control", `public, ${kept}`);
			},
		}),
	];
}

function guard({ environment, log }: Services) {
	return (request: Request, response: Response, next: NextFunction): void => {
		const refusal = refusalOf(request, environment);
		if (!refusal) {
			next();
			return;
		}
		log.warn({ event: "refused", status: refusal.status, reason: refusal.reason });
		if (refusal.status === 405) response.set("Allow", allowedMethods);
		// The body was not read: the connection cannot carry another request.
		response.set("Connection", "close");
		sendErrorPage(response, refusal.status);
	};
}

/** Tells sign-in from which network it is asked; a client cannot say it of itself. */
function knowNetwork(request: Request, response: Response, next: NextFunction): void {
	response.locals.network = networkOf(request.ip);
	request.headers["x-client-ip"] = response.locals.network;
	next();
}

const loggedMethods = ["GET", "HEAD", "POST"] as const;

/** Notes each answer by the file of its route: an address names a situation, and stays out of the log. */
function noteAnswer({ log, vitals }: Services, routeOf: RouteOf) {
	return (request: Request, response: Response, next: NextFunction): void => {
		const began = performance.now();
		response.on("finish", () => {
			const route = routeOf(request.path);
			vitals.noteAnswer(route, response.statusCode);
			log.debug({
				event: "answered",
				method: loggedMethods.find((known) => known === request.method) ?? "other",
				status: response.statusCode,
				milliseconds: Math.round(performance.now() - began),
				route,
			});
		});
		next();
	};
}

function statusOf(error: unknown): number {
	if (storeFaultOf(error)) return 503;
	const { status } = (error ?? {}) as { status?: unknown };
	if (typeof status === "number" && status >= 400 && status < 500) return status;
	// An address that cannot be read is the sender's mistake.
	return error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL"
		? 400
		: 500;
}
