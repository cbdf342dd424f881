import { randomBytes } from "node:crypto";
import { actForms, slugOf } from "#app/features/handoffs/act-table.ts";
import { paths } from "#app/paths.ts";
import { drawCode, showCode } from "#db/pseudonyms/code.ts";
import { type HandoffAct, lifeStates, ruleOf } from "#protocols/casework/handoff/life.ts";
import { handoffAt, situationAt, within } from "./places.ts";
import { type Screen, seen, sent, type Where } from "./screen.ts";

const page = "routes/handoffs.$handle._index";
const act = "routes/handoffs.$handle.$act";
const prepare = "routes/situations.$handle_.handoffs.$stepId";

/** Somewhere nothing was sent yet, or everything came back. */
const notUnderWay = `not exists (select 1 from handoffs h where h.situation_pk = o.situation_pk
	and h.step_id = o.step_id and h.state not in ('draft', 'cancelled', 'enteredInError', 'discarded'))`;

const preparing =
	(stepId: string, also?: string): Where =>
	(store) =>
		within(situationAt(store, stepId, also), (handle) => paths.newHandoff(handle, stepId));

const free = preparing("send-concern", notUnderWay);

/** Preparing a handoff, its page at each point of its life, its slip. */
const pages: Screen[] = [
	seen("preparing a handoff", prepare, free),
	sent("preparing a handoff, with nothing answered", prepare, free, { status: 422, blank: true }),
	sent("preparing a handoff, in danger", prepare, free, {
		status: 200,
		changes: { danger: "NOW", stage: "look" },
	}),
	sent("a last look before sending", prepare, free, {
		status: 200,
		changes: { danger: "NO", stage: "look" },
	}),
	sent("sending from an outdated page", prepare, free, {
		status: 409,
		changes: { danger: "NO", stage: "send", seen: "0" },
	}),
	seen("a step that is handed off already", prepare, preparing("ask-relay"), 409),

	...lifeStates
		.filter((state) => state !== "discarded")
		.map((state) =>
			seen(`${state}, for its sender`, page, (store) => handoffAt(store, state, "sender")),
		),
	...lifeStates
		.filter((state) => state !== "draft" && state !== "discarded")
		.map((state) =>
			seen(`${state}, for its recipient`, page, (store) => handoffAt(store, state, "recipient")),
		),
	seen("a handoff without an answer, for the coordinator", page, (store) =>
		handoffAt(store, "unanswered", "coordinator"),
	),
	seen("asking for an emergency access", "routes/handoffs.$handle.emergency-access", (store) =>
		handoffAt(store, "accepted", "coordinator", { address: paths.emergencyAccess }),
	),
	seen("a handoff outside Relais", page, (store) =>
		handoffAt(store, "sent", "sender", { external: true }),
	),
	seen("a handoff outside Relais, answered", page, (store) =>
		handoffAt(store, "completed", "sender", { external: true }),
	),
	seen("the slip of a handoff", "routes/handoffs.$handle.slip", (store) =>
		handoffAt(store, "sent", "sender", { address: (handle) => paths.handoffAct(handle, "slip") }),
	),
];

/** Acts that wait for a clock, or for a protocol that the territory does not have: their page says why not. */
const notNow: HandoffAct[] = [
	"TAKE_BACK",
	"ARBITRATE_CANCEL",
	"ARBITRATE_MAINTAIN",
	"DECLARE_COMPLETED",
	"DECLARE_FAILED",
];

const formsOfActs: Screen[] = actForms.map(({ act: one }) =>
	seen(`the form of ${one}`, act, whereActing(one), notNow.includes(one) ? 409 : 200),
);

const accepting = actingOn("ACCEPT", "received.toStudy", "recipient");
const receiving = whereActing("ACKNOWLEDGE");
const declining = whereActing("DECLINE");

const answersToActs: Screen[] = [
	sent("accepting, with nothing answered", act, accepting, { status: 422, blank: true }),
	sent("acknowledging, with nothing answered", act, receiving, { status: 422, blank: true }),
	sent("acknowledging, with the number of another line", act, receiving, {
		status: 422,
		changes: { number: showCode(drawCode({ bytes: randomBytes })), stage: "record" },
	}),
	sent("accepting, looked at once more", act, accepting, {
		status: 200,
		changes: { stage: "look" },
	}),
	sent("accepting, from an outdated page", act, accepting, {
		status: 409,
		changes: { stage: "record", seen: "0" },
	}),
	sent("declining, with nothing answered", act, declining, { status: 422, blank: true }),
	sent("asking for what is missing, with nothing ticked", act, whereActing("ASK_INFO"), {
		status: 422,
		blank: true,
	}),
	seen("an act that cannot be done now", act, actingOn("CONTACT", "completed", "recipient"), 409),
];

/** Handoffs: every state for each side, every act with its answers. */
export const handoffScreens: Screen[] = [...pages, ...formsOfActs, ...answersToActs];

function whereActing(one: HandoffAct): Where {
	const { from, mode } = ruleOf(one);
	// Where the sender is still within their delay, later states have more to show.
	const later = notNow.includes(one) ? undefined : from.find((name) => name !== "accepted");
	const state = later ?? from[0];
	if (!state) throw new RangeError(`${one} starts nowhere.`);
	const external = mode === "external" && !notNow.includes(one);
	return actingOn(one, state, sideOf(one), external);
}

/** A side that may do an act: the sender before the others. */
function sideOf(one: HandoffAct): "sender" | "recipient" | "coordinator" {
	const { by } = ruleOf(one);
	if (by.includes("sender")) return "sender";
	if (by.includes("coordinator")) return "coordinator";
	const recipients = ["participant", "reception", "referent"] as const;
	return recipients.some((party) => by.includes(party)) ? "recipient" : "sender";
}

function actingOn(
	one: HandoffAct,
	state: (typeof lifeStates)[number],
	side: "sender" | "recipient" | "coordinator",
	external = false,
): Where {
	const address = (handle: string) => paths.handoffAct(handle, slugOf(one));
	return (store) => handoffAt(store, state, side, { external, address });
}
