import type { z } from "zod";
import type { publishForm } from "#app/features/agreement/publish-form.schema.ts";
import type { PublishView } from "#app/features/agreement/publish-page.tsx";
import type { SeenText } from "#app/features/agreement/seen-texts.tsx";
import type { WarningView } from "#app/features/agreement/warning-list.tsx";
import type { Language } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { recordAudit } from "#db/audit.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import type { Db } from "#db/client.ts";
import { type Consultation, consultationOfDraft } from "#db/consultations.ts";
import type { PlacedFinding, ProtocolInspection } from "#db/protocol-inspection.ts";
import { type PublicationState, publicationOf, publishConsulted } from "#db/publication.ts";
import { acceptText, hasAccepted } from "#db/text-acceptances.ts";
import { acceptWarning, placeOfWarning } from "#db/warning-acceptances.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import { warningReasons } from "#protocols/language/vocabulary/agreement-codes.ts";
import { momentOf } from "./casework.server.ts";
import { choicesOf, mayStandIn } from "./consultations.server.ts";
import type { DraftDoor } from "./draft-door.server.ts";
import { checkFor } from "./findings.server.ts";
import type { Member } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { may } from "./policy.server.ts";
import type { Services } from "./services.server.ts";

/** A manager comes here only where they may stand in for a second coordinator. */
export function requireApprover(db: Db, member: Member): void {
	if (!may(member, "publish-protocol") && !mayStandIn(db, member)) notFound();
}

/** The consultation of a draft that is on its way to publication. */
export function openFor(db: Db, { member, draft }: DraftDoor): Consultation | undefined {
	const latest = consultationOfDraft(db, member.territoryId, draft.id);
	return latest?.state === "open" ? latest : undefined;
}

/** Everything that stands between a draft and its publication; null without a consultation. */
export function publishView(db: Db, door: DraftDoor, language: Language): PublishView | null {
	const { member, draft } = door;
	const open = openFor(db, door);
	const state = open && stateOf(db, member, open);
	if (!state) return null;
	const { signed, needed, holds } = state.signatures;
	const texts = seenTexts(db, member, state.texts);
	const warnings = warningViews(state.warnings, language);
	return {
		draftId: draft.id,
		consultationId: state.consultation.id,
		writes: may(member, "design-protocol"),
		errors: state.errors.length,
		unaccepted: warnings.filter(({ accepted }) => !accepted).length,
		seenTexts: texts.length,
		signatures: { signed, needed, holds },
		approval: state.approval,
		warnings,
		texts,
		reasons: choicesOf(warningReasons, language),
		ready: state.ready,
		timeZone: workingCalendarOf(db, member.territoryId).timeZone,
	};
}

/** The protocol whose consultation this draft led to, once it is published. */
export function publishedBy(db: Db, { member, draft }: DraftDoor): { protocolId: string } | null {
	const latest = consultationOfDraft(db, member.territoryId, draft.id);
	return latest?.state === "published" ? { protocolId: latest.protocolId } : null;
}

/** Does what is asked on the page of publication; gives the words of what stands in the way. */
export function actOnPublication(
	services: Services,
	member: Member,
	consultation: Consultation,
	wish: z.output<typeof publishForm>,
) {
	const { db } = services;
	const asked = { territoryId: member.territoryId, consultationId: consultation.id };
	switch (wish.act) {
		case "warning":
			return reasonGiven(services, member, { consultation, wish });
		case "text":
			return textRead(services, member, { consultation, name: wish.text });
		case "publish": {
			if (wish.consultation !== consultation.id) return textKey("agreement:refusals.ended");
			const check = checkFor(db, member);
			const result = publishConsulted(db, momentOf(services), member, asked, check);
			return result.ok ? undefined : textKey(`agreement:refusals.${result.refusal}`);
		}
	}
}

type Wish<Act> = Extract<z.output<typeof publishForm>, { act: Act }>;

function reasonGiven(
	services: Services,
	member: Member,
	{ consultation, wish }: { consultation: Consultation; wish: Wish<"warning"> },
) {
	const { db } = services;
	const state = stateOf(db, member, consultation);
	const found = state?.warnings.find(({ finding }) => nameOf(finding) === wish.warning);
	if (!found) return textKey("agreement:refusals.changed-meanwhile");
	const accepted = acceptWarning(db, momentOf(services), member, {
		...{ territoryId: member.territoryId, consultationId: consultation.id },
		...{ warning: found.finding, reason: wish.reason },
	});
	return accepted ? undefined : textKey("agreement:refusals.ended");
}

function textRead(
	services: Services,
	member: Member,
	{ consultation, name }: { consultation: Consultation; name: string },
) {
	const { db, clock } = services;
	const { territoryId, memberId, structureId, visit } = member;
	const state = stateOf(db, member, consultation);
	const found = state?.texts.waiting.find((one) => placeOf(one) === name);
	if (!found) return textKey("agreement:refusals.changed-meanwhile");
	db.transaction(
		(tx) => {
			const said = { memberId, kind: "protocol" as const, at: clock.now() };
			acceptText(tx, { territoryId, text: found.text }, said);
			recordAudit(tx, momentOf(services), {
				...{ actor: memberId, structureId, visit },
				...{ act: "TEXT_ACCEPTED", subject: consultation.id },
			});
		},
		{ behavior: "immediate" },
	);
	return undefined;
}

function stateOf(
	db: Db,
	member: Member,
	{ id: consultationId }: Consultation,
): PublicationState<Finding> | undefined {
	const { territoryId } = member;
	return publicationOf(db, member, { territoryId, consultationId }, checkFor(db, member));
}

function nameOf(finding: Finding): string {
	return `${finding.code}@${placeOfWarning(finding)}`;
}

/** Each place once, with everything that the checker says of it. */
function warningViews(
	warnings: PublicationState<Finding>["warnings"],
	language: Language,
): WarningView[] {
	const views = new Map<string, WarningView>();
	for (const warning of warnings) {
		const view = warningView(warning, language);
		const same = views.get(view.name);
		views.set(view.name, { ...view, sentences: [...(same?.sentences ?? []), ...view.sentences] });
	}
	return [...views.values()];
}

function warningView(
	{ finding, accepted }: PublicationState<Finding>["warnings"][number],
	language: Language,
): WarningView {
	return {
		name: nameOf(finding),
		sentences: [finding.sentence[language]],
		accepted: accepted
			? { reason: warningReasons[accepted.reason][language], who: accepted.label, at: accepted.at }
			: null,
	};
}

function placeOf({ place, language }: PlacedFinding): string {
	return `${place}@${language}`;
}

/** Each text once, with everything that was seen in it. */
function seenTexts(
	db: Db,
	{ territoryId, userId }: Member,
	{ stops, waiting }: ProtocolInspection,
): SeenText[] {
	const found: PlacedFinding[] = [...stops, ...waiting];
	const names = [...new Set(found.map(placeOf))];
	return names.flatMap((name) => {
		const here = found.filter((one) => placeOf(one) === name);
		const [first] = here;
		if (!first) return [];
		const { text } = first;
		return [
			{
				...{ name, text, seen: here.map(({ seen }) => seen) },
				stops: stops.some((stop) => placeOf(stop) === name),
				own: hasAccepted(db, { territoryId, text }, userId),
			},
		];
	});
}
