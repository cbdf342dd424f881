import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Db, openDb } from "#db/client.ts";
import { type Auth, createAuth } from "./auth.server.ts";
import { type Environment, readSecret } from "./environment.server.ts";
import type { Fault } from "./faults.server.ts";
import { createLog, type Log } from "./log.server.ts";
import { type Mail, noMail } from "./mail.server.ts";

/** What routes and workers are given; nothing of it is global, so that tests can bring their own. */
export type Services = {
	environment: Environment;
	db: Db;
	auth: Auth;
	/** Milliseconds since 1970. */
	clock: { now(): number };
	random: { bytes(count: number): Uint8Array };
	mail: Mail;
	log: Log;
	/** Signs cookies and hides the keys of counters. */
	secret: string;
	version: string;
};

declare module "@remix-run/server-runtime" {
	interface AppLoadContext {
		services: Services;
		/** What the page's own scripts carry, new for each answer. */
		nonce: string;
		/** What `noteError` tells the process about this request. */
		fault: Fault;
	}
}

/** Puts the services together; whatever is given is used in place of the real one. */
export function createServices(
	environment: Environment,
	given: Partial<Omit<Services, "environment" | "auth">> = {},
): Services {
	const log = given.log ?? createLog(environment.logLevel);
	const db = given.db ?? openDb(join(environment.dataDirectory, "relais.db"));
	const secret = given.secret ?? readSecret(environment);
	const clock = given.clock ?? { now: () => Date.now() };
	return {
		environment,
		db,
		auth: createAuth({ environment, db, secret, log, clock }),
		clock,
		random: given.random ?? { bytes: (count) => new Uint8Array(randomBytes(count)) },
		mail: given.mail ?? noMail(log),
		log,
		secret,
		version: given.version ?? readVersion(),
	};
}

function readVersion(): string {
	const file = new URL("../../package.json", import.meta.url);
	return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
