import { randomBytes } from "node:crypto";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/client.ts";
import { openStores } from "#db/stores.ts";
import { type Auth, createAuth } from "./auth.server.ts";
import { type ClockWatch, createClockWatch } from "./clock-watch.server.ts";
import { type Environment, readSecret } from "./environment.server.ts";
import type { Fault } from "./faults.server.ts";
import { createIncidentDesk, type IncidentDesk } from "./incident-desk.server.ts";
import { createLog, type Log } from "./log.server.ts";
import { type Mail, noMail } from "./mail.server.ts";
import { relayMail } from "./mail-relay.server.ts";
import { createProvider, type Provider } from "./provider.server.ts";
import { readVersion } from "./version.ts";
import { createVitals, type Vitals } from "./vitals.server.ts";
import { createWitness, type Witness } from "./witness.server.ts";

/** What routes and workers are given; nothing of it is global, so that tests can bring their own. */
export type Services = {
	environment: Environment;
	db: Db;
	auth: Auth;
	/** Milliseconds since 1970. */
	clock: { now(): number };
	random: { bytes(count: number): Uint8Array };
	mail: Mail;
	/** Who vouches for professionals; absent where nobody is set up to. */
	provider: Provider | undefined;
	log: Log;
	/** Looks after what nobody may change unseen. */
	witness: Witness;
	/** Where unexpected errors are brought. */
	incidents: IncidentDesk;
	/** What the process knows of itself. */
	vitals: Vitals;
	/** Watches the clock itself. */
	clockWatch: ClockWatch;
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
	given: Partial<Omit<Services, "environment" | "auth" | "incidents" | "clockWatch">> = {},
): Services {
	const log = given.log ?? createLog(environment.logLevel);
	const db = given.db ?? openStores(environment.places);
	const secret = given.secret ?? readSecret(environment);
	const clock = given.clock ?? { now: () => Date.now() };
	const random = given.random ?? { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
	const incidents = createIncidentDesk(db, clock);
	return {
		environment,
		db,
		auth: createAuth({ environment, db, secret, log, clock }),
		witness: given.witness ?? createWitness({ db, clock, log, incidents }),
		incidents,
		vitals: given.vitals ?? createVitals(),
		clockWatch: createClockWatch({ db, clock, log, incidents }),
		clock,
		random,
		mail: given.mail ?? mailFor(environment),
		provider: given.provider ?? providerFor(environment, { clock, random }),
		log,
		secret,
		version: given.version ?? readVersion(),
	};
}

/** What sends letters, as it was set up. */
export function mailFor({ mail, origins }: Environment): Mail {
	return mail.relay ? relayMail(mail.relay, { site: origins[0] }) : noMail;
}

function providerFor(
	{ provider, origins }: Environment,
	given: Pick<Services, "clock" | "random">,
): Provider | undefined {
	const callback = `${origins[0]}${paths.providerCallback()}`;
	return provider && createProvider(provider, { callback, ...given });
}
