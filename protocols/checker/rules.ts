import type { Rule } from "./rule.ts";
import { closureWithOpenHandoff } from "./rules/closure-with-open-handoff.ts";
import { dangerUnavailable } from "./rules/danger-unavailable.ts";
import { delayAboveLaw } from "./rules/delay-above-law.ts";
import { delayWithoutBasis } from "./rules/delay-without-basis.ts";
import { endlessLoop } from "./rules/endless-loop.ts";
import { externalWithoutDeclaredAcknowledgement } from "./rules/external-without-declared-acknowledgement.ts";
import { groupNeverCompletes } from "./rules/group-never-completes.ts";
import { handoffWithoutDelay } from "./rules/handoff-without-delay.ts";
import { incompleteConditions } from "./rules/incomplete-conditions.ts";
import { missingTranslation } from "./rules/missing-translation.ts";
import { namesAPerson } from "./rules/names-a-person.ts";
import { noResponsibleRole } from "./rules/no-responsible-role.ts";
import { outcomeNeverUsed } from "./rules/outcome-never-used.ts";
import { overlappingConditions } from "./rules/overlapping-conditions.ts";
import { phaseSkipped } from "./rules/phase-skipped.ts";
import { promiseExceeded } from "./rules/promise-exceeded.ts";
import { refusalWithoutWayOut } from "./rules/refusal-without-way-out.ts";
import { roleWithoutStructure } from "./rules/role-without-structure.ts";
import { runawayWithoutReturn } from "./rules/runaway-without-return.ts";
import { silentSide } from "./rules/silent-side.ts";
import { tooEntangled } from "./rules/too-entangled.ts";
import { tooManyQuestions } from "./rules/too-many-questions.ts";
import { tracksWaitForEachOther } from "./rules/tracks-wait-for-each-other.ts";
import { trap } from "./rules/trap.ts";
import { unreachableStep } from "./rules/unreachable-step.ts";

/** Every rule of the checker. */
export const rules: readonly Rule[] = [
	closureWithOpenHandoff,
	dangerUnavailable,
	delayAboveLaw,
	delayWithoutBasis,
	endlessLoop,
	externalWithoutDeclaredAcknowledgement,
	groupNeverCompletes,
	handoffWithoutDelay,
	incompleteConditions,
	missingTranslation,
	namesAPerson,
	noResponsibleRole,
	outcomeNeverUsed,
	overlappingConditions,
	phaseSkipped,
	promiseExceeded,
	refusalWithoutWayOut,
	roleWithoutStructure,
	runawayWithoutReturn,
	silentSide,
	tooEntangled,
	tooManyQuestions,
	tracksWaitForEachOther,
	trap,
	unreachableStep,
];
