import { randomBytes } from "node:crypto";
import { type Command, InvalidArgumentError, Option } from "commander";
import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { servedTerritories } from "#db/duties.ts";
import { askRecalculation } from "#db/recalculation.ts";
import { holidayRegions, territories } from "#db/schema/territories.ts";
import { openTerritory } from "#db/territory-opening.ts";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { withStore } from "./store.ts";

type Wish = {
	id: string;
	name: string;
	timeZone: string;
	holidays: (typeof holidayRegions)[number];
	coordination: string;
	protocol: Protocol[];
};

/** `relais territory`: opens a real territory, and lists those that are there. */
export function addTerritoryCommands(program: Command): void {
	const territory = program.command("territory").description("Opens and lists territories.");
	territory
		.command("create")
		.description("Opens a territory with its structure of coordination. Nobody is in it yet.")
		.requiredOption("--id <id>", "a short word of its own, such as d01", toId)
		.requiredOption("--name <name>", "its name, such as Ain", toName)
		.option("--time-zone <zone>", "where its clocks are", toTimeZone, "Europe/Paris")
		.addOption(
			new Option("--holidays <region>", "its public holidays")
				.choices(holidayRegions)
				.default("metropole"),
		)
		.option("--coordination <name>", "its structure of coordination", toName, "Coordination")
		.option("--protocol <model...>", "a model of the catalogue to publish", toModels, [])
		.action((wish: Wish) => {
			withStore(program, (db) => {
				const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
				const { protocol: protocols, ...territory } = wish;
				const moment = { now: Date.now(), random };
				if (!openTerritory(db, { ...territory, protocols }, moment)) {
					program.error(`There is a territory “${wish.id}” already: nothing was changed.`);
				}
				console.log(sentenceOf(wish));
			});
		});
	territory
		.command("recalculate")
		.description("Has the running delays of a territory computed again by its calendar.")
		.requiredOption("--id <id>", "the territory, such as d01", toId)
		.action(({ id }: { id: string }) => {
			withStore(program, (db) => {
				const known = db
					.select({ id: territories.id })
					.from(territories)
					.where(eq(territories.id, id));
				if (!known.get()) program.error(`There is no territory “${id}”.`);
				askRecalculation(db, id, Date.now());
				console.log("Asked. The running server computes them with its next sweep.");
			});
		});
	territory
		.command("list")
		.description("Lists the territories and who serves them, by what partners call them.")
		.action(() => {
			withStore(program, (db) => {
				for (const line of [...linesOf(db, false), ...linesOf(db, true)]) console.log(line);
			});
		});
}

function linesOf(db: Db, demonstration: boolean): string[] {
	const served = servedTerritories(db, { demonstration, now: Date.now() });
	return served.map(({ id, name, structures, holders }) => {
		const people = holders.map(({ label, duty }) => `${label} (${duty})`).join(", ");
		const kind = demonstration ? " [fictitious]" : "";
		return `${id}  ${name}${kind}: ${structures} structure(s). ${people}`.trimEnd();
	});
}

function sentenceOf({ id, name, protocol }: Wish): string {
	return [
		`The territory “${name}” is open, with ${protocol.length} published protocol(s) and nobody in it.`,
		`Next: relais accounts invite-administrator --territory ${id} --email <address>`,
	].join("\n");
}

function toId(word: string): string {
	if (/^[a-z][a-z0-9-]{1,39}$/.test(word)) return word;
	throw new InvalidArgumentError("Small letters, digits and dashes, a letter first.");
}

function toName(words: string): string {
	const name = words.trim();
	if (name !== "" && name.length <= 80) return name;
	throw new InvalidArgumentError("From 1 to 80 characters.");
}

function toTimeZone(zone: string): string {
	try {
		return new Intl.DateTimeFormat("fr", { timeZone: zone }).resolvedOptions().timeZone;
	} catch {
		throw new InvalidArgumentError("A time zone such as Europe/Paris or Indian/Reunion.");
	}
}

function toModels(id: string, before: Protocol[]): Protocol[] {
	const read = readProtocol(modelOf(id)?.document);
	if (read.ok) return [...before, read.protocol];
	throw new InvalidArgumentError("“relais protocol list” shows the models.");
}
