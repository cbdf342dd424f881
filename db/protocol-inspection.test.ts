import { expect, test } from "vitest";
import type { Protocol } from "#protocols/language/protocol.ts";
import { inspectProtocol, TextsRefused } from "./protocol-inspection.ts";
import { publishedProtocol, publishVersion } from "./protocol-versions.ts";
import { textAcceptances } from "./schema/public-texts.ts";
import { members, structures } from "./schema/structures.ts";
import { monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { acceptText } from "./text-acceptances.ts";

const named = "Comme pour Kezianne l'an dernier, appelez avant midi.";

test("a telephone number in a guidance stops the publication, and the step is told", () => {
	const small = smallTerritory();
	const protocol = withGuidance(small.protocol, "Appelez Inès au 06 39 98 12 34.");

	const { stops } = inspectProtocol(small.db, small.territoryId, protocol);

	expect(stops).toMatchObject([{ kind: "telephone", language: "fr", seen: "06 39 98 12 34" }]);
	expect(stops[0]?.place).toBe(`identification/${firstStep(protocol).id}/guidance`);
	expect(() => publish(small, protocol)).toThrow(TextsRefused);
	expect(publishedHash(small)).toBe(small.versionHash);
});

test("the refusal tells places and kinds, and never what stood there", () => {
	const small = smallTerritory();
	const protocol = withGuidance(small.protocol, `${named} Écrivez à kezi@exemple.fr.`);

	expect(() => publish(small, protocol)).toThrow(/guidance \(fr\): email/);
	expect(() => publish(small, protocol)).not.toThrow(/Kezianne|kezi@/);
});

test("the telephone of a structure of the territory may stand in its protocol", () => {
	const small = smallTerritory();
	small.db.update(structures).set({ phone: "01 99 00 10 03" }).run();
	const protocol = withGuidance(small.protocol, "Appelez la cellule au 01 99 00 10 03.");

	expect(() => publish(small, protocol)).not.toThrow();
});

test("a name waits for two people, and one of them is not enough", () => {
	const small = smallTerritory();
	const protocol = withGuidance(small.protocol, named);
	const [first, second] = twoMembers(small);

	expect(() => publish(small, protocol)).toThrow(TextsRefused);
	accept(small, named, first);
	accept(small, named, first);
	expect(() => publish(small, protocol)).toThrow(TextsRefused);

	accept(small, named, second);
	expect(publishedHash(small)).toBe(small.versionHash);
	expect(publish(small, protocol)).toBe(publishedHash(small));
});

test("a person who belongs to two structures is one person", () => {
	const small = smallTerritory();
	const protocol = withGuidance(small.protocol, named);
	const [first, second] = twoMembers(small);
	const again = { ...first, id: "same-person-elsewhere", structureId: second.structureId };
	small.db.insert(members).values(again).run();

	accept(small, named, first);
	accept(small, named, again);

	expect(() => publish(small, protocol)).toThrow(TextsRefused);
});

test("a text that was changed after it was accepted waits again", () => {
	const small = smallTerritory();
	const [first, second] = twoMembers(small);
	for (const member of [first, second]) accept(small, named, member);

	const changed = withGuidance(small.protocol, named.replace("midi", "minuit"));

	expect(() => publish(small, changed)).toThrow(TextsRefused);
});

test("what is kept of an acceptance holds no word of the text", () => {
	const small = smallTerritory();
	const [first] = twoMembers(small);

	accept(small, named, first);

	expect(JSON.stringify(small.db.select().from(textAcceptances).all())).not.toMatch(/Kezianne/i);
});

function publish({ db, territoryId }: SmallTerritory, protocol: Protocol): string {
	return publishVersion(db, { territoryId, protocol, at: monday });
}

function publishedHash({ db, territoryId, protocol }: SmallTerritory): string | undefined {
	return publishedProtocol(db, territoryId, protocol.id)?.hash;
}

function accept({ db, territoryId }: SmallTerritory, text: string, member: { id: string }): void {
	acceptText(db, { territoryId, text }, { memberId: member.id, kind: "protocol", at: monday });
}

function twoMembers({ db }: SmallTerritory) {
	const [first, second] = db.select().from(members).all();
	if (!first || !second) throw new Error("The small territory has members.");
	return [first, second] as const;
}

function firstStep({ phases }: Protocol) {
	const step = phases[0].steps[0];
	if (!step) throw new Error("The example has a first step.");
	return step;
}

/** The protocol, where the first step says something else in French. */
function withGuidance(protocol: Protocol, fr: string): Protocol {
	const [first, ...others] = protocol.phases;
	const steps = first.steps.map((step) => {
		return step === firstStep(protocol) ? { ...step, guidance: { ...step.guidance, fr } } : step;
	});
	return { ...protocol, phases: [{ ...first, steps }, others[0], others[1]] };
}
