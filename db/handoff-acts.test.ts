import { expect, test } from "vitest";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import { situationByHandle } from "./access.ts";
import { actChoices } from "./handoff-acts.ts";
import { preparationOf } from "./handoff-preparation.ts";
import {
	accepted,
	act,
	actingFor,
	coordinator,
	handedOff,
	heard,
	openedBy,
	situationToHandOff,
} from "./handoff-stage.for-tests.ts";
import { participations } from "./schema/situations.ts";
import { momentAt, monday, type SmallTerritory } from "./small-territory.ts";

const moment = momentAt(monday + 120_000);

test("accepting asks for one of the structure's people and a date within the limit", () => {
	const choices = choicesOf(handedOff(), "crip", "ACCEPT");

	expect(choices.refusal).toBeUndefined();
	expect(choices.referents).toEqual([{ id: "crip-member", label: "crip" }]);
	expect(choices.latest).toBeGreaterThan(monday);
});

test("an act that cannot be done says why, and never fails", () => {
	const territory = handedOff();

	expect(choicesOf(territory, "crip", "CONTACT").refusal?.code).toBe("act-not-allowed");
	expect(choicesOf(territory, "spotter", "ACKNOWLEDGE").refusal?.code).toBe("not-your-act");
});

test("what was done once is not offered again", () => {
	const territory = handedOff();
	const acting = actingFor("crip");
	act(territory, { act: "ACKNOWLEDGE", acting, ...heard });
	act(territory, { act: "ASK_INFO", acting, codes: { missing: ["AGE_BAND"] } });
	act(territory, { act: "GIVE_INFO", acting: actingFor("spotter") });

	expect(choicesOf(territory, "crip", "ASK_INFO").refusal?.code).toBe("only-once");
});

test("a coordinator may reroute to another structure of the role, not back to the two", () => {
	const territory = handedOff();
	const reason = { declineReason: "CAPACITY" } as const;
	act(territory, { act: "DECLINE", acting: actingFor("crip"), codes: reason });

	const { structures, refusal } = actChoices(territory.db, scopeOf(territory, "care-2"), {
		own: openedBy(territory, coordinator),
		acting: coordinator,
		act: "REROUTE",
		moment,
	});

	expect(refusal).toBeUndefined();
	const ids = structures.map(({ id }) => id);
	expect(ids).toContain("crip-2");
	expect(ids).not.toContain("crip");
	expect(ids).not.toContain("spotter");
});

test("recording a refusal offers the outcomes of the step that answer it", () => {
	const territory = handedOff();
	const reason = { declineReason: "CAPACITY" } as const;
	act(territory, { act: "DECLINE", acting: actingFor("crip"), codes: reason });

	const { outcomes, stays } = choicesOf(territory, "spotter", "RECORD_REFUSAL");

	expect(outcomes.map(({ code }) => code)).toEqual(["REFUSED"]);
	expect(stays).toBe(true);
});

test("preparing offers the structures of the role and one's own earlier answers", () => {
	const preparation = prepare(situationToHandOff(), "send-concern");

	expect(preparation?.refusal).toBeUndefined();
	const ids = preparation?.structures.map(({ id }) => id) ?? [];
	expect(ids.length).toBeGreaterThan(1);
	expect(ids.every((id) => id.startsWith("crip"))).toBe(true);
	expect(preparation?.danger).toEqual({ offered: true, running: false });
	expect(preparation?.ageBand).toBe("A15_17");
});

test("a step that was handed off, or is not open, says so; one that hands nothing off is nowhere", () => {
	expect(prepare(handedOff(), "send-concern")?.refusal?.code).toBe("already-handed-off");
	expect(prepare(accepted(), "send-concern")?.refusal?.code).toBe("step-not-open");
	expect(prepare(accepted(), "ask-care")).toBeUndefined();
	expect(prepare(situationToHandOff(), "watch")).toBeUndefined();
	expect(prepare(situationToHandOff(), "no-such-step")).toBeUndefined();
});

test("a draft waits where it was left", () => {
	const territory = handedOff(false);

	expect(prepare(territory, "send-concern")?.draft).toBe(territory.row.senderHandle);
});

function choicesOf(territory: ReturnType<typeof handedOff>, structure: string, wished: HandoffAct) {
	const acting = actingFor(structure);
	const own = openedBy(territory, acting);
	return actChoices(territory.db, scopeOf(territory, structure), {
		own,
		acting,
		act: wished,
		moment,
	});
}

function prepare(territory: SmallTerritory, stepId: string) {
	const { db } = territory;
	const scope = scopeOf(territory, "spotter");
	const part = db.select().from(participations).all()[0];
	const own = situationByHandle(db, scope, part?.handle ?? "");
	if (!own) throw new Error("The spotter opened the situation.");
	return preparationOf(db, scope, { own, acting: actingFor("spotter"), moment, stepId });
}

function scopeOf({ territoryId }: SmallTerritory, structureId: string) {
	return { territoryId, structureId };
}
