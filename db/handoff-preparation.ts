import { and, eq, isNull, sql } from "drizzle-orm";
import { decide } from "#protocols/casework/decide.ts";
import type { Refusal, RefusalCode } from "#protocols/casework/refusal.ts";
import { sightOf } from "#protocols/casework/sight.ts";
import {
	factsOf,
	placed,
	runningInterruptions,
	type Situation,
} from "#protocols/casework/situation.ts";
import type { Acting } from "#protocols/casework/story.ts";
import type { HandoffTerms, Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { OwnSituation, Scope } from "./access.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { type StructureChoice, structureChoices } from "./handoff-choices.ts";
import { situationOf } from "./history.ts";
import type { Moment } from "./journal.ts";
import { handoffs } from "./schema/handoffs.ts";

/** What a structure needs to prepare a handoff from a step. */
export type Preparation = {
	/** Why nothing can be prepared here now; nothing when it can. */
	refusal: Refusal | undefined;
	step: Step;
	terms: HandoffTerms;
	/** The role that is asked. */
	role: Text;
	structures: StructureChoice[];
	ageBand: Facts["age_band"];
	/** The latest answers that the structure itself gave to the questions of the step. */
	ownAnswers: Facts;
	/** The protocol offers the danger interruption, and whether it runs already. */
	danger: { offered: boolean; running: boolean };
	draft: string | null;
	seen: number;
};

/** Refusals that stand in the way whatever the form would say. */
const obstacles: readonly RefusalCode[] = [
	"situation-closed",
	"step-not-open",
	"role-not-bound",
	"not-your-step",
	"already-handed-off",
];

/** What is needed to prepare a handoff; undefined when no such handoff step is in sight. */
export function preparationOf(
	db: Db,
	scope: Scope,
	{ own, acting, moment, stepId }: Asked,
): Preparation | undefined {
	const situation = situationOf(db, own.situationPk);
	const reader = { structureId: scope.structureId, coordinator: acting.coordinator };
	if (!sightOf(situation, reader)(stepId)) return undefined;
	const { step } = placed(situation, stepId);
	const terms = step.handoff;
	if (!terms) return undefined;
	const role = situation.compiled.protocol.roles.find(({ id }) => id === terms.to);
	return {
		refusal: obstacle(db, scope, situation, { acting, moment, stepId }),
		step,
		terms,
		role: role?.label ?? { fr: terms.to },
		structures: terms.mode === "external" ? [] : recipients(db, scope, terms.to, moment.now),
		ageBand: factsOf(situation).age_band,
		ownAnswers: ownAnswers(situation, step, scope),
		danger: dangerOf(situation),
		draft: latestHandle(db, scope, own.situationPk, stepId, true),
		seen: situation.latestAct,
	};
}

/** Whoever may be asked; alone in its role, a structure passes the part between its own teams. */
function recipients(db: Db, scope: Scope, roleId: string, now: number): StructureChoice[] {
	const holding = structureChoices(db, scope, { roleId, except: [], now });
	const others = holding.filter(({ id }) => id !== scope.structureId);
	return others.length > 0 ? others : holding;
}

type Asked = { own: OwnSituation; acting: Acting; moment: Moment; stepId: string };

/** The sender's address of its latest handoff from a step: where to go once it is prepared. */
export function latestHandle(
	db: Db,
	{ structureId }: Scope,
	situationPk: number,
	stepId: string,
	draftsOnly = false,
): string | null {
	const row = db
		.select({ handle: handoffs.senderHandle })
		.from(handoffs)
		.where(
			and(
				eq(handoffs.situationPk, situationPk),
				eq(handoffs.stepId, stepId),
				eq(handoffs.senderId, structureId),
				draftsOnly ? and(eq(handoffs.state, "draft"), isNull(handoffs.sentAt)) : undefined,
			),
		)
		.orderBy(sql`rowid desc`)
		.limit(1)
		.get();
	return row?.handle ?? null;
}

/** Asks the decision itself, with an empty form: what it then misses can be filled in. */
function obstacle(
	db: Db,
	scope: Scope,
	situation: Situation,
	{ acting, moment, stepId }: Omit<Asked, "own">,
): Refusal | undefined {
	const decision = decide(
		situation,
		{
			type: "prepare-handoff",
			acting,
			seen: situation.latestAct,
			step: stepId,
			to: [],
			answers: {},
			information: "NOT_POSSIBLE",
			send: false,
		},
		circumstancesOf(db, scope.territoryId, moment),
	);
	if (decision.accepted || !obstacles.includes(decision.refusal.code)) return undefined;
	return decision.refusal;
}

function ownAnswers(situation: Situation, { questions }: Step, { structureId }: Scope): Facts {
	const own = situation.entries.filter(({ by }) => by === structureId);
	const latest: Facts = Object.assign({}, ...own.map(({ answers }) => answers));
	return Object.fromEntries(questions.map((field) => [field, latest[field]]));
}

function dangerOf(situation: Situation) {
	const id = "immediate-danger";
	return {
		offered: situation.compiled.protocol.interruptions.some((one) => one.id === id),
		running: runningInterruptions(situation).includes(id),
	};
}
