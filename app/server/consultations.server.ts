import type { ConsultationView } from "#app/features/agreement/consultation-page.tsx";
import type { ConsultationRow } from "#app/features/agreement/consultations-page.tsx";
import type { OwnAnswer } from "#app/features/agreement/own-answer.tsx";
import { presentChanges, presentDifference } from "#app/features/agreement/present-difference.ts";
import type { Language } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Choice } from "#app/ui/select-field.tsx";
import { workingCalendarOf } from "#db/circumstances.ts";
import type { Db } from "#db/client.ts";
import {
	answersOf,
	type StructureAnswer,
	signaturesOf,
	waitingFor,
} from "#db/consultation-answers.ts";
import { commentsOf } from "#db/consultation-comments.ts";
import {
	type Consultation,
	consultationOf,
	consultationsOf,
	versionsOf,
} from "#db/consultations.ts";
import { draftOf } from "#db/drafts.ts";
import { knownStructures } from "#db/known-structures.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { coordinatorsOf } from "#db/publication.ts";
import { changesFor } from "#protocols/difference/changes-for.ts";
import { difference } from "#protocols/difference/difference.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { say } from "#protocols/language/text.ts";
import {
	agreementAnswers,
	agreementObjections,
} from "#protocols/language/vocabulary/agreement-codes.ts";
import type { CodeList } from "#protocols/language/vocabulary/code-list.ts";
import type { Member } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { may } from "./policy.server.ts";

/** A consultation of the reader's territory; 404 where there is none of that name. */
export function requireConsultation(db: Db, { territoryId }: Member, id: string): Consultation {
	return consultationOf(db, territoryId, id) ?? notFound();
}

/** The consultations of the reader's territory, each with what it awaits of their structure. */
export function consultationRows(db: Db, member: Member, language: Language): ConsultationRow[] {
	const waiting = new Map(
		waitingFor(db, member).map(({ consultationId, awaits }) => [consultationId, awaits]),
	);
	return consultationsOf(db, member.territoryId).map(
		({ id, territoryId, versionHash, state, openedAt, endedAt }) => ({
			...{ id, state, at: endedAt ?? openedAt },
			title: say(compiledVersion(db, territoryId, versionHash).protocol.title, language),
			awaits: waiting.get(id) ?? null,
		}),
	);
}

/** A consultation as a member of a partner structure reads it. */
export function consultationView(
	db: Db,
	member: Member,
	consultation: Consultation,
	language: Language,
): ConsultationView {
	const { version, former } = versionsOf(db, consultation);
	const parts = difference(former?.protocol, version.protocol);
	const answers = answersOf(db, consultation.id);
	const { signed, needed } = signaturesOf(consultation, answers);
	const open = consultation.state === "open";
	return {
		title: say(version.protocol.title, language),
		state: consultation.state,
		first: former === undefined,
		changes: presentChanges(changesFor(parts, member.roles), language),
		roles: rolesHeld([version.protocol, former?.protocol], member.roles, language),
		all: presentDifference(parts, language),
		own: ownAnswer(answers, member, language),
		signatures: { signed, needed },
		comments: commentsFor(db, member, consultation.id),
		maySign: may(member, "sign-protocol"),
		approval: open && mayStandIn(db, member) ? paths.draftPublication(consultation.draftId) : null,
		steering: steeringOf(db, member, consultation),
		choices: {
			answers: choicesOf(agreementAnswers, language),
			objections: choicesOf(agreementObjections, language),
		},
		timeZone: workingCalendarOf(db, consultation.territoryId).timeZone,
	};
}

/** Where the coordinator follows it in the studio, as long as its draft is kept. */
function steeringOf(
	db: Db,
	member: Member,
	{ territoryId, draftId }: Consultation,
): ConsultationView["steering"] {
	if (!may(member, "publish-protocol")) return null;
	return draftOf(db, { territoryId, draftId }) ? paths.draftConsultation(draftId) : null;
}

/** Whether somebody who coordinates nothing may approve in the place of a second coordinator. */
export function mayStandIn(db: Db, member: Member): boolean {
	if (may(member, "publish-protocol") || !may(member, "approve-protocol")) return false;
	return coordinatorsOf(db, member.territoryId) === 1;
}

/** The codes of a list as choices, in the reader's language. */
export function choicesOf(list: CodeList, language: Language): Choice[] {
	return Object.entries(list).map(([value, label]) => ({ value, label: label[language] }));
}

function rolesHeld(
	versions: readonly (Protocol | undefined)[],
	held: readonly string[],
	language: Language,
): string[] {
	const labels = new Map(
		versions
			.toReversed()
			.flatMap((version) =>
				(version?.roles ?? []).map(({ id, label }) => [id, say(label, language)] as const),
			),
	);
	return held.flatMap((role) => labels.get(role) ?? []);
}

function ownAnswer(
	answers: readonly StructureAnswer[],
	{ structureId }: Member,
	language: Language,
): OwnAnswer | null {
	const own = answers.find((answer) => answer.structureId === structureId);
	if (!own) return null;
	const { answer, objection, answeredAt, answeredByLabel, signedAt, signedByLabel } = own;
	return {
		mustSign: own.mustSign,
		given:
			answer && answeredAt !== null
				? {
						words: agreementAnswers[answer][language],
						objection: objection && agreementObjections[objection][language],
						...{ who: answeredByLabel ?? "", at: answeredAt },
					}
				: null,
		signed: signedAt === null ? null : { who: signedByLabel ?? "", at: signedAt },
	};
}

/** A structure whose name protects somebody is not named to those who do not work with it. */
function commentsFor(db: Db, member: Member, consultationId: string) {
	const known = knownStructures(db, member);
	const any = may(member, "publish-protocol");
	return commentsOf(db, consultationId).map(({ id, text, at, label, structureId, memberId }) => ({
		...{ id, text, at, label, removable: any || memberId === member.memberId },
		structure: known.get(structureId)?.name ?? null,
	}));
}
