import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Handler } from "express";
import { builtFiles } from "./app.server.ts";
import type { Environment } from "./environment.server.ts";
import { type Answer, remixAnswer } from "./remix-handler.server.ts";
import { type RouteOf, routeNames } from "./route-names.server.ts";

/** Where pages and files come from, and what the log calls them. */
export type Pages = {
	answer: Answer;
	files: Handler[];
	routeOf: RouteOf;
	close(): Promise<void>;
};

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The pages of the build; while developing, those that Vite makes at each request. */
export function pagesOf(environment: Environment, server: Server): Promise<Pages> {
	return environment.production ? builtPages() : vitePages(server);
}

async function builtPages(): Promise<Pages> {
	const entry = `${root}build/server/index.js`;
	if (!existsSync(entry)) throw new Error("There is no build: run “npm run build” first.");
	const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
	return {
		answer: remixAnswer(build, "production"),
		files: builtFiles(`${root}build/client`),
		routeOf: routeNames(build.routes),
		close: async () => {},
	};
}

async function vitePages(server: Server): Promise<Pages> {
	const { createServer } = await import("vite");
	// Its socket shares our port: by itself it would listen on every network of this machine.
	const vite = await createServer({ root, server: { middlewareMode: true, hmr: { server } } });
	const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
	return {
		answer: remixAnswer(build, "development"),
		files: [vite.middlewares],
		// Routes come and go while one develops.
		routeOf: () => undefined,
		close: () => vite.close(),
	};
}
