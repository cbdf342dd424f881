import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { beginStory } from "#db/small-story.ts";
import type { Member } from "./member.server.ts";
import { keepReadingTogether, ReadingNotKept } from "./readings.server.ts";
import { testServices } from "./services.for-tests.ts";

test("readings that come at the same time are all kept, each once, and before anybody goes on", async () => {
	const { services, kept } = reading();
	const shown = { screen: "situation", situationPk: 1 } as const;

	const first = keepReadingTogether(services, member("spotter"), shown);
	const again = keepReadingTogether(services, member("spotter"), shown);
	const other = keepReadingTogether(services, member("crip"), shown);
	const before = kept();
	await Promise.all([first, again, other]);
	const after = kept();
	await keepReadingTogether(services, member("crip"), shown);

	expect(before).toEqual([]);
	expect(after).toEqual(["spotter", "crip"]);
	expect(kept()).toEqual(after);
});

test("where the trail takes nothing, nobody goes on", async () => {
	const { services, kept } = reading();
	services.db.$client.pragma("query_only = ON");

	const tried = keepReadingTogether(services, member("spotter"), {
		screen: "handoff",
		situationPk: 1,
		handoffId: "h".repeat(22),
	});

	await expect(tried).rejects.toThrow(ReadingNotKept);
	expect(kept()).toEqual([]);
});

function reading() {
	const { db } = beginStory();
	const services = testServices({ given: { db } });
	const kept = () =>
		db
			.select({ structure: audit.structureId })
			.from(audit)
			.orderBy(asc(audit.sequence))
			.all()
			.map(({ structure }) => structure);
	return { services, kept };
}

function member(structureId: string): Member {
	return {
		...{ userId: structureId, userName: structureId, memberId: `${structureId}-member` },
		...{ memberLabel: structureId, structureId, structureName: structureId, territoryId: "small" },
		...{ demonstration: false, reception: true, manager: false, duty: "professional", roles: [] },
		...{ visit: Buffer.alloc(16, structureId).toString("base64url"), memberships: [] },
	};
}
