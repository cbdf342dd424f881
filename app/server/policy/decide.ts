import { type Act, may, type Standing } from "../policy.server.ts";
import type { Audience, PolicedMethod } from "./entry.ts";
import { policyTable } from "./table.ts";

/** Who asks, as far as the policy looks: nobody known, somebody halfway in, a locked screen, a member. */
export type Asker = "nobody" | "halfway" | "locked" | Standing;

/**
 * What becomes of a question: it opens; who asks is led to the door, or to the start; it is absent,
 * like what does not exist; it cannot be asked in this way; or nobody ever said who may, and it is
 * refused.
 */
export type Verdict = "opens" | "led" | "absent" | "wrong-way" | "refused";

/** What the policy answers to a question about a route, by somebody of a standing and a relation. */
export function verdictOf(
	routeId: string,
	method: PolicedMethod,
	asker: Asker,
	relation: string,
): Verdict {
	const entry = Object.hasOwn(policyTable, routeId) ? policyTable[routeId] : undefined;
	if (!entry) return "refused";
	const rule: { who: Audience; to: readonly string[] } | undefined = entry[method];
	if (!rule) return "wrong-way";
	const heard = hear(rule.who, asker);
	if (heard !== "opens") return heard;
	return rule.to.includes(relation) ? "opens" : "absent";
}

function hear(who: Audience, asker: Asker): Verdict {
	switch (who) {
		case "anyone":
			return "opens";
		case "signed-out":
			return typeof asker === "string" ? "opens" : "led";
		case "halfway":
		case "locked":
			return asker === who ? "opens" : "led";
		default:
			return hearMember(who, asker);
	}
}

function hearMember(who: "member" | { may: Act }, asker: Asker): Verdict {
	if (typeof asker === "string") return "led";
	return who === "member" || may(asker, who.may) ? "opens" : "absent";
}
