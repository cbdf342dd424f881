import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "#db/client.ts";
import { territories } from "#db/schema/territories.ts";
import { sentToCrip, type Told, tellInStore } from "#db/small-casework.ts";
import { type SmallTerritory, settleSmallTerritory } from "#db/small-territory.ts";
import { openStores, type Places, placesIn } from "#db/stores.ts";
import type { Log, LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/** A whole application whose store lies in files, where somebody may be entered with one click. */
export type StoreInFiles = {
	places: Places;
	services: Services;
	app: WholeApp;
	/** What the server noted. */
	noted: LogEvent[];
	/** Lets time pass. */
	pass(ms: number): void;
	/** Opens a situation in which the concern report is on its way to the CRIP. */
	sent(seed: number): Told;
	/** The cookies of somebody who was let in. */
	enter(memberId: string): Promise<string>;
	/** The fields of the last form of a page, the first choice taken everywhere. */
	form(path: string, cookie: string): Promise<[string, string][]>;
};

// Later than the machine: the library of sessions asks that clock too.
const startsAt = Date.UTC(2040, 0, 2, 8);

/** Serves a small territory from files in a directory of its own. */
export async function storeInFiles(
	directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data"),
): Promise<StoreInFiles> {
	const places = placesIn(directory);
	const db = openStores(places);
	migrate(db);
	const territory: SmallTerritory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	let now = startsAt + 3_600_000;
	const noted: LogEvent[] = [];
	const services = testServices({
		variables: { RELAIS_DEMO: "1" },
		given: { db, clock: { now: () => now }, log: logInto(noted) },
	});
	const app = await wholeApp(services);
	return {
		places,
		services,
		app,
		noted,
		pass(ms) {
			now += ms;
		},
		sent: (seed) => tellInStore(territory, sentToCrip, { seed, startsAt }),
		async enter(memberId) {
			const path = `/demonstration/${memberId}`;
			return cookiesOf(await app.ask({ method: "POST", path, form: {} }));
		},
		form: async (path, cookie) => fieldsOf(await app.ask({ path, cookie })),
	};
}

function logInto(noted: LogEvent[]): Log {
	const note = (event: LogEvent) => {
		noted.push(event);
	};
	return { debug() {}, info: note, warn: note, error: note };
}

function cookiesOf({ headers }: Answered): string {
	return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

function fieldsOf({ status, body }: Answered): [string, string][] {
	if (status !== 200) throw new Error(`There is no form: ${status}.`);
	const form = body.slice(body.lastIndexOf("<form"), body.lastIndexOf("</form>"));
	const fields: [string, string][] = [];
	for (const [tag] of form.matchAll(/<(?:input|select)\b[^>]*>/g)) {
		const { name = "", type = "", value = "", max = "" } = attributesOf(tag);
		if (type !== "hidden" && fields.some(([other]) => other === name)) continue;
		const chosen = tag.startsWith("<select") ? firstOption(form.slice(form.indexOf(tag))) : value;
		fields.push([name, type === "date" ? max : chosen]);
	}
	return fields;
}

function firstOption(after: string): string {
	const options = after.slice(0, after.indexOf("</select>"));
	return /<option[^>]*value="([^"]+)"/.exec(options)?.[1] ?? "";
}

function attributesOf(tag: string): Record<string, string> {
	const pairs = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
	return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value]));
}
