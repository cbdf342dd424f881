import { expect, test } from "vitest";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import { createDraft, dropDraft } from "./drafts.ts";
import {
	continuePlay,
	endPlay,
	forgetPlays,
	mostPlays,
	playOf,
	playsKeptMs,
	playsOf,
	startPlay,
} from "./plays.ts";
import {
	type adoptScenarios,
	deleteScenario,
	keepScenarios,
	saveScenario,
	scenariosOf,
	scenariosOfVersion,
} from "./scenarios.ts";
import { plays } from "./schema/plays.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

const person = { memberId: "spotter-member", structureId: "spotter" };
/** Each draft is drawn from another chance. */
let drawn = 0;
const start = { by: "spotter", answers: "receive-sign", outcome: "WATCH" };

test("a draft made from a model brings the model's scenarios along", () => {
	const small = smallTerritory();
	const { db } = small;
	const draftId = draftFrom(small, { kind: "model", id: "example" });

	expect(scenariosOf(db, draftId)).toEqual(modelOf("example")?.scenarios);
	expect(scenariosOf(db, draftFrom(small, { kind: "skeleton" }))).toEqual([]);
});

test("scenarios stay with the version that a draft becomes, and come back with its next draft", () => {
	const small = smallTerritory();
	const { db, territoryId, versionHash: hash } = small;
	const draftId = draftFrom(small, { kind: "model", id: "example" });
	deleteScenario(db, draftId, "silence");
	db.transaction((tx) => keepScenarios(tx, { territoryId, draftId, hash }));
	dropDraft(db, momentAt(monday), person, { territoryId, draftId });

	const next = draftFrom(small, { kind: "version", hash });

	expect(scenariosOfVersion(db, { territoryId, hash }).map(({ id }) => id)).toEqual([
		"straight",
		"runaway-across-handoff",
	]);
	expect(scenariosOf(db, next)).toEqual(scenariosOfVersion(db, { territoryId, hash }));
	expect(scenariosOf(db, draftId)).toEqual([]);
});

test("what is saved is read back as it was, last, under a name of its own", () => {
	const small = smallTerritory();
	const { db } = small;
	const draftId = draftFrom(small, { kind: "model", id: "example" });
	const story = {
		title: { fr: "On surveille", en: "Watching" },
		shows: { fr: "Rien ne presse." },
		opensWith: ["runaway"],
		acts: [start],
		ends: { closed: false, open: ["watch"] },
	};

	const saved = db.transaction((tx) => saveScenario(tx, draftId, story));
	const again = db.transaction((tx) => saveScenario(tx, draftId, story));

	expect([saved, again]).toEqual([
		{ ok: true, name: "scenario" },
		{ ok: true, name: "scenario-2" },
	]);
	expect(scenariosOf(db, draftId).slice(-2)).toEqual([
		{ id: "scenario", ...story },
		{ id: "scenario-2", ...story },
	]);
});

test("a text that may point at somebody is refused, and nothing is saved", () => {
	const small = smallTerritory();
	const draftId = draftFrom(small, { kind: "skeleton" });
	const ends = { closed: false, open: ["watch"] };
	const title = { fr: "Rappeler au 06 12 34 56 78" };
	const shows = { fr: "Léa Martin appelle." };

	const saved = small.db.transaction((tx) =>
		saveScenario(tx, draftId, { title, shows, acts: [start], ends }),
	);

	expect(saved).toEqual({ ok: false, suspects: ["titleFr", "showsFr"] });
	expect(scenariosOf(small.db, draftId)).toEqual([]);
});

test("the store takes no sentence as a story", () => {
	const small = smallTerritory();
	const draftId = draftFrom(small, { kind: "skeleton" });
	const row = { id: "A".repeat(22), territoryId: small.territoryId, memberId: person.memberId };
	const write = (story: string) => () =>
		small.db
			.insert(plays)
			.values({ ...row, draftId, story, startedAt: monday, touchedAt: monday })
			.run();

	expect(write('{"acts":["Elle dort dehors."]}')).toThrow(/CHECK/);
	expect(write("{}{")).toThrow(/CHECK/);
	expect(write('{"acts":[]}')).not.toThrow();
});

test("a play goes on from what its page showed, and is its player's alone", () => {
	const small = smallTerritory();
	const { db, territoryId } = small;
	const draftId = draftFrom(small, { kind: "skeleton" });
	const player = { territoryId, memberId: person.memberId, draftId };
	const id = "B".repeat(22);
	startPlay(db, player, { id, story: { acts: [] }, at: monday });

	const first = continuePlay(db, player, { id, story: { acts: [start] }, seen: 0, at: monday + 1 });
	const outdated = continuePlay(db, player, { id, story: { acts: [] }, seen: 0, at: monday + 2 });
	const other = { ...player, memberId: "crip-member" };

	expect([first, outdated]).toEqual(["continued", "changed-meanwhile"]);
	expect(playOf(db, player, id, monday)?.story.acts).toEqual([start]);
	expect(playOf(db, other, id, monday)).toBeUndefined();
	expect(continuePlay(db, other, { id, story: { acts: [] }, seen: 1, at: monday })).toBe("absent");
	endPlay(db, other, id);
	expect(playsOf(db, player, monday)).toHaveLength(1);
	endPlay(db, player, id);
	expect(playsOf(db, player, monday)).toEqual([]);
});

test("a play is forgotten two weeks after its last act; of too many, the oldest", () => {
	const small = smallTerritory();
	const { db, territoryId } = small;
	const draftId = draftFrom(small, { kind: "skeleton" });
	const player = { territoryId, memberId: person.memberId, draftId };
	for (let number = 0; number <= mostPlays; number += 1) {
		const id = String(number).padStart(22, "C");
		startPlay(db, player, { id, story: { acts: [] }, at: monday + number });
	}
	const kept = playsOf(db, player, monday);
	const late = monday + mostPlays + playsKeptMs;

	expect(kept).toHaveLength(mostPlays);
	expect(kept.some(({ id }) => id === "0".padStart(22, "C"))).toBe(false);
	expect(playsOf(db, player, late - 1)).toHaveLength(1);
	expect(playsOf(db, player, late)).toEqual([]);
	forgetPlays(db, late + 1);
	expect(db.select().from(plays).all()).toEqual([]);
});

function draftFrom(
	{ db, territoryId, protocol }: SmallTerritory,
	origin: Parameters<typeof adoptScenarios>[2]["origin"],
): string {
	drawn += 1;
	return createDraft(db, momentAt(monday, drawn), person, { territoryId, origin, protocol });
}
