import { expect, test } from "vitest";
import {
	defaultRetention,
	type RetentionField,
	retentionLimits,
} from "#protocols/retention/policy.ts";
import { brokenTrailEntry } from "./audit.ts";
import { changeRetention, retentionOf } from "./retention-policy.ts";
import { audit } from "./schema/audit.ts";
import { retentionPolicies } from "./schema/retention.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

const shorter = { ...defaultRetention, purgeDays: 30 };

test("a territory that chose nothing has the defaults, for ever", () => {
	const { db, territoryId } = smallTerritory();

	expect(retentionOf(db, territoryId)).toEqual({ policy: defaultRetention, since: 0 });
});

test("a change is kept with its instant, and said in the trail", () => {
	const territory = smallTerritory();

	expect(change(territory, shorter)).toEqual([]);

	const { db, territoryId } = territory;
	expect(retentionOf(db, territoryId)).toEqual({ policy: shorter, since: monday });
	expect(db.select().from(audit).all()).toMatchObject([
		{ act: "RETENTION_CHANGED", actor: "lead-member", structureId: "lead", situationPk: null },
	]);
	expect(brokenTrailEntry(db)).toBeUndefined();
});

test("sending the same again changes nothing, and holds nothing back for another week", () => {
	const territory = smallTerritory();
	change(territory, shorter);

	change(territory, shorter, monday + 1);

	expect(retentionOf(territory.db, territory.territoryId).since).toBe(monday);
	expect(territory.db.select().from(audit).all()).toHaveLength(1);
});

test("what the rules refuse changes nothing", () => {
	const territory = smallTerritory();

	const refusals = change(territory, { ...shorter, purgeDays: 1 });

	expect(refusals).toEqual([{ code: "too-short", field: "purgeDays", least: 30 }]);
	expect(retentionOf(territory.db, territory.territoryId).since).toBe(0);
	expect(territory.db.select().from(audit).all()).toEqual([]);
});

test.each(
	(Object.keys(retentionLimits) as RetentionField[]).flatMap((field) => [
		[field, retentionLimits[field].least - 1] as const,
		[field, retentionLimits[field].most + 1] as const,
	]),
)("the store itself refuses %s of %i days", (field, days) => {
	const longerReason = field === "purgeDays" && days > 90 ? "PROCEEDINGS" : null;
	const row = { ...defaultRetention, [field]: days, longerReason } as const;

	expect(() => store(row)).toThrow(/CHECK constraint failed/);
});

test.each([
	["stages too close to each other", { proposalDays: 70 }],
	["a longer purge without its reason", { purgeDays: 91 }],
	["a reason that nothing asks for", { longerReason: "PROCEEDINGS" as const }],
	["a reason of nobody's list", { purgeDays: 91, longerReason: "BECAUSE" as never }],
])("the store itself refuses %s", (_, wrong) => {
	expect(() => store({ ...defaultRetention, ...wrong })).toThrow(/CHECK constraint failed/);
});

test("what the rules allow, the store takes", () => {
	const longest = { ...defaultRetention, purgeDays: 730, longerReason: "PROCEEDINGS" as const };

	expect(() => store(longest)).not.toThrow();
	expect(() => store(defaultRetention)).not.toThrow();
});

function change(
	{ db, territoryId }: SmallTerritory,
	policy: typeof defaultRetention,
	now: number = monday,
) {
	const who = { actor: "lead-member", structureId: "lead" };
	return changeRetention(db, momentAt(now), { territoryId, ...who, policy });
}

function store(policy: typeof defaultRetention) {
	const { db, territoryId } = smallTerritory();
	db.insert(retentionPolicies)
		.values({ territoryId, ...policy, since: monday })
		.run();
}
