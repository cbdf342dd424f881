import { expect, test } from "vitest";
import {
	type Person,
	present,
	presentationOf,
	readSecond,
	waitingPresentations,
} from "./presentations.ts";
import { presentationProposals, textAcceptances } from "./schema/public-texts.ts";
import { members, structures } from "./schema/structures.ts";
import { monday, smallTerritory } from "./small-territory.ts";

const plain = "Nous accueillons les jeunes du lundi au vendredi, avec ou sans rendez-vous.";
const named = "Demandez Kezianne à l'accueil, du lundi au vendredi.";

test("a plain text is shown at once", () => {
	const stage = settled();

	expect(stage.write(plain)).toEqual({ state: "shown" });
	expect(stage.shown()).toBe(plain);
});

test("a text with an e-mail address is refused, and what was shown stays", () => {
	const stage = settled();
	stage.write(plain);

	const written = stage.write("Écrivez à accueil@exemple.fr.");

	expect(written).toMatchObject({ state: "refused", stops: [{ kind: "email" }] });
	expect(stage.shown()).toBe(plain);
	expect(stage.proposals()).toEqual([]);
});

test("the structure's own telephone may stand in it, and no other", () => {
	const stage = settled();
	stage.db.update(structures).set({ phone: "01 99 00 10 03" }).run();

	expect(stage.write("Appelez le 01 99 00 10 03.").state).toBe("shown");
	expect(stage.write("Appelez le 01 99 00 10 04.").state).toBe("refused");
});

test("a text that may name somebody waits, and what was shown stays meanwhile", () => {
	const stage = settled();
	stage.write(plain);

	const written = stage.write(named);

	expect(written).toMatchObject({ state: "waiting", warnings: [{ seen: "Kezianne" }] });
	expect(stage.shown()).toBe(plain);
	expect(waitingPresentations(stage.db, stage.territoryId)).toHaveLength(1);
});

test("a second person has it shown, and both are kept", () => {
	const stage = settled();
	stage.write(named);

	expect(stage.read(stage.second, true)).toBe("shown");
	expect(stage.shown()).toBe(named);
	expect(stage.proposals()).toEqual([]);
	const accepted = stage.db.select().from(textAcceptances).all();
	expect(accepted.map(({ memberId }) => memberId).sort()).toEqual(
		[stage.first.memberId, stage.second.memberId].sort(),
	);
});

test("whoever wrote it cannot be the second person, not even in another structure", () => {
	const stage = settled();
	stage.write(named);
	const elsewhere = { ...stage.second, userId: stage.first.userId };

	expect(stage.read(stage.first, true)).toBe("same-person");
	expect(stage.read(elsewhere, true)).toBe("same-person");
	expect(stage.shown()).toBeNull();
});

test("whoever wrote it may take it back, and a second person may refuse it", () => {
	const stage = settled();

	stage.write(named);
	expect(stage.read(stage.first, false)).toBe("taken-back");
	stage.write(named);
	expect(stage.read(stage.second, false)).toBe("taken-back");

	expect(stage.shown()).toBeNull();
	expect(stage.proposals()).toEqual([]);
});

test("nobody answers for a text that they did not read", () => {
	const stage = settled();
	stage.write(named);
	const read = stage.proposedAt();
	stage.write(`${named} Merci.`, monday + 60_000);

	expect(stage.read(stage.second, true, read)).toBe("changed");
	expect(stage.shown()).toBeNull();
});

test("a text that two people accepted once is shown at once when it is written again", () => {
	const stage = settled();
	stage.write(named);
	stage.read(stage.second, true);
	stage.write("");

	expect(stage.shown()).toBeNull();
	expect(stage.write(named)).toEqual({ state: "shown" });
});

test("the store itself keeps no longer text", () => {
	const stage = settled();

	expect(() => stage.write("très ".repeat(121))).toThrow(/CHECK/);
});

/** A structure of the small territory, and two people who may write and read for it. */
function settled() {
	const { db, territoryId } = smallTerritory();
	const people = db.select().from(members).all();
	const structureId = people[0]?.structureId ?? "";
	const [first, second] = people.map(({ id, userId }) => ({ memberId: id, userId, at: monday }));
	if (!first || !second) throw new Error("The small territory has members.");
	const proposals = () => db.select().from(presentationProposals).all();
	const proposedAt = () => proposals()[0]?.proposedAt ?? 0;
	return {
		...{ db, territoryId, first, second, proposals, proposedAt },
		shown: () => presentationOf(db, structureId)?.shown,
		write: (text: string, at = monday) =>
			db.transaction((tx) => present(tx, { structureId, territoryId }, text, { ...first, at })),
		read: (person: Person, accepts: boolean, read = proposedAt()) =>
			db.transaction((tx) => readSecond(tx, structureId, { accepts, read, person })),
	};
}
