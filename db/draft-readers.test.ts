import { expect, test } from "vitest";
import { noteReader, othersAt, readerLastsMs } from "./draft-readers.ts";
import { draftStage, writers } from "./draft-stage.for-tests.ts";
import { draftReaders } from "./schema/drafts.ts";
import { monday } from "./small-territory.ts";

const watch = { kind: "step", id: "watch" } as const;

test("each sees who else has the draft open, and where, but not themselves", () => {
	const { db, key } = draftStage();
	noteReader(db, { ...key, by: writers.first, part: { kind: "protocol" }, at: monday });
	noteReader(db, { ...key, by: writers.second, part: watch, at: monday + 1 });

	expect(othersAt(db, { ...key, by: writers.first, at: monday + 2 })).toEqual([
		{ memberId: "crip-member", label: "crip", part: watch, seenAt: monday + 1 },
	]);
	expect(othersAt(db, { ...key, by: writers.second, at: monday + 2 })).toHaveLength(1);
});

test("whoever is silent for two minutes is not there, and is forgotten with the next news", () => {
	const { db, key } = draftStage();
	noteReader(db, { ...key, by: writers.second, part: watch, at: monday });
	const others = (at: number) => othersAt(db, { ...key, by: writers.first, at });

	expect(others(monday + readerLastsMs - 1)).toHaveLength(1);
	expect(others(monday + readerLastsMs)).toEqual([]);

	noteReader(db, { ...key, by: writers.first, part: watch, at: monday + readerLastsMs });
	const kept = db.select({ memberId: draftReaders.memberId }).from(draftReaders).all();
	expect(kept).toEqual([{ memberId: writers.first }]);
});

test("news of the same page move its row", () => {
	const { db, key } = draftStage();
	noteReader(db, { ...key, by: writers.second, part: watch, at: monday });
	noteReader(db, { ...key, by: writers.second, part: { kind: "protocol" }, at: monday + 5 });

	expect(othersAt(db, { ...key, by: writers.first, at: monday + 6 })).toMatchObject([
		{ part: { kind: "protocol" }, seenAt: monday + 5 },
	]);
});

test("a draft of another territory has no readers, and gets none", () => {
	const { db, key } = draftStage();
	const elsewhere = { ...key, territoryId: "elsewhere" };
	noteReader(db, { ...elsewhere, by: writers.second, part: watch, at: monday });

	expect(db.select().from(draftReaders).all()).toEqual([]);
	noteReader(db, { ...key, by: writers.second, part: watch, at: monday });
	expect(othersAt(db, { ...elsewhere, by: writers.first, at: monday })).toEqual([]);
});
