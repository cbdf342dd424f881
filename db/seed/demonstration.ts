import { isNull } from "drizzle-orm";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Db } from "../client.ts";
import { publishModel } from "../model-versions.ts";
import { outbox } from "../schema/journal.ts";
import { territories } from "../schema/territories.ts";
import { seedAgreement } from "./agreement.ts";
import { repeatableChance } from "./chance.ts";
import { publishEarlier } from "./earlier-version.ts";
import { playStories } from "./play.ts";
import { settle } from "./settlement.ts";
import { earlierOf } from "./stories.ts";

export const demonstrationId = "demonstration";

const dayMs = 86_400_000;

/** What the seed put into the store. */
export type Seeded = { territoryId: string; situations: number };

/**
 * Fills a store with a made-up territory: its directory, its accounts, the three reference
 * protocols, the next version of one of them in consultation, and situations at every stage, told
 * by the real writer. All of it or nothing; the same for the same instant, to the byte.
 *
 * @param now the present of the demonstration, in milliseconds since 1970: history lies before it
 */
export function seedDemonstration(db: Db, { now }: { now: number }): Seeded {
	return db.transaction(
		() => {
			settle(db, demonstrationId, now);
			const versions = publishModels(db, now);
			const random = repeatableChance(demonstrationId);
			const situations = playStories(db, { territoryId: demonstrationId, versions, random, now });
			const versionHash = versions.get("reference-b");
			if (versionHash) seedAgreement(db, { territoryId: demonstrationId, versionHash, now });
			// What happened before the seed is no news to anybody.
			db.update(outbox).set({ sentAt: now }).where(isNull(outbox.sentAt)).run();
			return { territoryId: demonstrationId, situations };
		},
		{ behavior: "immediate" },
	);
}

/** Whether the store has no territory yet: only then is it filled. */
export function isUninhabited(db: Db): boolean {
	return db.select({ id: territories.id }).from(territories).limit(1).get() === undefined;
}

/** The protocol that has replaced another since. */
const improved = "reference-a";

/** Publishes the reference protocols; gives the version of each model, and the one before it. */
function publishModels(db: Db, now: number): Map<string, string> {
	const versions = new Map<string, string>();
	for (const { id, document } of catalogue.filter((model) => model.id.startsWith("reference-"))) {
		const read = readProtocol(document);
		if (!read.ok) throw new Error(`The model ${id} cannot be read.`);
		const version = { territoryId: demonstrationId, protocol: read.protocol };
		const first = now - 365 * dayMs;
		if (id === improved) versions.set(earlierOf(id), publishEarlier(db, { ...version, at: first }));
		const at = id === improved ? now - 45 * dayMs : first;
		versions.set(id, publishModel(db, { ...version, at }));
	}
	return versions;
}
