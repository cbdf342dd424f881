import { factsOf, placed, type Situation } from "#protocols/casework/situation.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import type { OwnSituation, Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { historyOf, situationOf } from "./history.ts";
import { type OutcomeChoice, outcomesOf, questionsAsked } from "./outcome-choices.ts";
import { showAlias } from "./pseudonyms/alias.ts";

/** An entry of one's own to correct. */
export type CorrectionPage = {
	handle: string;
	alias: string;
	ageBand: Facts["age_band"];
	position: number;
	stepId: string;
	step: Text;
	questions: FieldCode[];
	answers: Facts;
	/** The outcome as it was given, and the others, while nothing has followed; empty afterwards. */
	outcome: string | null;
	outcomes: OutcomeChoice[];
	seen: number;
};

/** What one sees to correct an entry; undefined when it is not one's own, or is none. */
export function correctionPage(
	db: Db,
	own: OwnSituation,
	{ structureId }: Scope,
	position: number,
): CorrectionPage | undefined {
	const situation = situationOf(db, own.situationPk);
	const entry = situation.entries.find((one) => one.position === position);
	if (entry?.by !== structureId || situation.status === "closed") return undefined;

	const { step } = placed(situation, entry.step);
	const slip = slipAt(situation, position);
	const questions = slip ? questionsAsked(step) : (Object.keys(entry.answers) as FieldCode[]);
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		ageBand: factsOf(situation).age_band,
		position,
		stepId: step.id,
		step: step.title,
		questions,
		answers: entry.answers,
		outcome: slip ? outcomeAt(db, own.situationPk, position) : null,
		outcomes: slip ? outcomesOf(slip, step) : [],
		seen: situation.latestAct,
	};
}

/** The situation before an entry, while that entry is the latest thing that happened. */
export function slipAt(situation: Situation, position: number): Situation | undefined {
	const before = situation.beforeLatestAnswer;
	return before?.position === position ? before.situation : undefined;
}

function outcomeAt(db: Db, situationPk: number, position: number): string | null {
	const event = historyOf(db, situationPk)[position - 1];
	if (event?.type !== "step-answered" && event?.type !== "entry-corrected") return null;
	return event.outcome ?? null;
}
