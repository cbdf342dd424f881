import type { z } from "zod";
import type { StructureRow } from "#app/features/agreement/answer-table.tsx";
import type { consultForm } from "#app/features/agreement/consult-form.schema.ts";
import type { ConsultView } from "#app/features/agreement/consult-page.tsx";
import type { Language } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import type { Db } from "#db/client.ts";
import { answersOf, type StructureAnswer, signaturesOf } from "#db/consultation-answers.ts";
import {
	type Consultation,
	consultationOfDraft,
	openConsultation,
	withdrawConsultation,
} from "#db/consultations.ts";
import { structuresToConsult } from "#db/consulted-structures.ts";
import { publishedProtocol, versionHash } from "#db/protocol-versions.ts";
import { signatureRuleOf } from "#db/signature-rule.ts";
import {
	agreementAnswers,
	agreementObjections,
} from "#protocols/language/vocabulary/agreement-codes.ts";
import { momentOf } from "./casework.server.ts";
import type { DraftDoor } from "./draft-door.server.ts";
import type { Services } from "./services.server.ts";

/** Where a draft stands with the partners, as its coordinator sees it. */
export function consultView(db: Db, { member, draft }: DraftDoor, language: Language): ConsultView {
	const { territoryId } = member;
	const latest = consultationOfDraft(db, territoryId, draft.id);
	const former = publishedProtocol(db, territoryId, draft.protocolId)?.protocol;
	const versions = [draft.protocol, ...(former ? [former] : [])];
	const rule = signatureRuleOf(db, territoryId);
	return {
		draftId: draft.id,
		seen: draft.revision,
		running:
			latest?.state === "open"
				? running(db, latest, { hash: versionHash(draft.protocol), language })
				: null,
		ended: endOf(latest),
		asked: structuresToConsult(db, territoryId, { versions, rule }),
		timeZone: workingCalendarOf(db, territoryId).timeZone,
	};
}

function endOf(latest: Consultation | undefined): ConsultView["ended"] {
	if (!latest || latest.state === "open" || latest.endedAt === null) return null;
	return { state: latest.state, at: latest.endedAt };
}

function running(
	db: Db,
	consultation: Consultation,
	{ hash, language }: { hash: string; language: Language },
): ConsultView["running"] {
	const answers = answersOf(db, consultation.id);
	const { signed, needed, holds } = signaturesOf(consultation, answers);
	return {
		id: consultation.id,
		openedAt: consultation.openedAt,
		movedOn: consultation.versionHash !== hash,
		rows: answers.map((answer) => structureRow(answer, language)),
		signatures: { signed, needed, holds },
	};
}

function structureRow(row: StructureAnswer, language: Language): StructureRow {
	const { structureId, structureName, mustSign, active, answer, objection } = row;
	const { signedAt, signedByLabel } = row;
	return {
		...{ structureId, name: structureName, mustSign, active },
		said: answer && {
			words: agreementAnswers[answer][language],
			objection: objection && agreementObjections[objection][language],
		},
		signed: signedAt === null ? null : { who: signedByLabel ?? "", at: signedAt },
	};
}

/** Opens or withdraws a consultation; gives the words of what stands in the way. */
export function actOnDraft(
	services: Services,
	{ member, draft }: DraftDoor,
	wish: z.output<typeof consultForm>,
) {
	const { db } = services;
	const { territoryId } = member;
	const moment = momentOf(services);
	if (wish.act === "open") {
		const asked = { territoryId, draftId: draft.id, seen: wish.seen };
		const opened = openConsultation(db, moment, member, asked);
		return opened.ok ? undefined : textKey(`agreement:refusals.${opened.refusal}`);
	}
	const asked = { territoryId, consultationId: wish.consultation };
	const withdrawn = withdrawConsultation(db, moment, member, asked);
	return withdrawn ? undefined : textKey("agreement:refusals.ended");
}
