import { textKey } from "#app/i18n/text-key.ts";
import { type AuditAct, recordAudit } from "#db/audit.ts";
import type { Tx } from "#db/client.ts";
import {
	type Person,
	type Presented,
	present,
	presentationOf,
	readSecond,
	type SecondReading,
} from "#db/presentations.ts";
import { momentOf } from "./casework.server.ts";
import type { Member } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import type { Services } from "./services.server.ts";

/** Writes what the member's own structure says about itself, as far as the guard lets it. */
export function writePresentation(services: Services, member: Member, text: string): Presented {
	return services.db.transaction(
		(tx) => {
			const result = present(tx, member, text, personOf(services, member));
			if (result.state !== "refused") {
				note(tx, services, member, "PRESENTATION_WRITTEN", member.structureId);
			}
			return result;
		},
		{ behavior: "immediate" },
	);
}

/** What a second person says of the text that waits in a structure. */
export function answerSecond(
	services: Services,
	member: Member,
	structureId: string,
	{ act, read }: { act: "accept" | "refuse"; read: number },
): SecondReading {
	return services.db.transaction(
		(tx) => {
			const person = personOf(services, member);
			const accepts = act === "accept";
			const result = readSecond(tx, structureId, { accepts, read, person });
			if (result === "shown") note(tx, services, member, "TEXT_ACCEPTED", structureId);
			if (result === "taken-back") note(tx, services, member, "TEXT_REFUSED", structureId);
			return result;
		},
		{ behavior: "immediate" },
	);
}

/** Why a second reading was not taken, for the page. */
export function refusalOf(result: Exclude<SecondReading, "shown" | "taken-back">) {
	switch (result) {
		case "changed":
			return textKey("texts:reading.changed");
		case "same-person":
			return textKey("texts:reading.samePerson");
		case "nothing-waits":
			return textKey("texts:reading.none");
	}
}

/** What the page of a second reading shows; 404 where the reader's territory has no such structure. */
export function readingOf(services: Services, member: Member, structureId: string, url: string) {
	const found = presentationOf(services.db, structureId);
	if (found?.territoryId !== member.territoryId) return notFound();

	const { structureName, shown, proposal } = found;
	const saved = new URL(url).searchParams.get("saved");
	return {
		structureName,
		shown,
		proposal: proposal && {
			text: proposal.text,
			read: proposal.proposedAt,
			own: proposal.proposedByUser === member.userId,
			warnings: proposal.warnings.map(({ kind, seen }) => ({ kind, seen })),
		},
		saved: (["accepted", "refused"] as const).find((one) => one === saved) ?? null,
	};
}

function personOf({ clock }: Services, { memberId, userId }: Member): Person {
	return { memberId, userId, at: clock.now() };
}

function note(
	tx: Tx,
	services: Services,
	{ memberId, structureId, visit }: Member,
	act: AuditAct,
	subject: string,
): void {
	recordAudit(tx, momentOf(services), { actor: memberId, structureId, visit, act, subject });
}
