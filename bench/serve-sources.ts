import { createServer } from "node:http";
import { createApp } from "#app/server/app.server.ts";
import { readEnvironment } from "#app/server/environment.server.ts";
import { remixAnswer } from "#app/server/remix-handler.server.ts";
import { routeNames } from "#app/server/route-names.server.ts";
import { createServices } from "#app/server/services.server.ts";
import { buildFromSources } from "#app/server/whole-app.for-tests.ts";

/*
 * Serves the pages from their sources, for the test that keeps the bench from rotting: it must not
 * depend on a build.
 */
const read = readEnvironment(process.env);
if (!read.ok) throw new Error(read.sentence);
const services = createServices(read.environment);
const { build } = await buildFromSources();
const answer = remixAnswer(build, "production");
createServer(createApp({ services, answer, routeOf: routeNames(build.routes) })).listen(
	read.environment.port,
	read.environment.host,
);
process.on("SIGTERM", () => process.exit(0));
