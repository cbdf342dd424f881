import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Protocol } from "#protocols/language/protocol.ts";
import { answerConsultation, countersign } from "./consultation-answers.ts";
import { withdrawConsultation } from "./consultations.ts";
import { publishedProtocol, versionHash } from "./protocol-versions.ts";
import { type Approver, type Checked, publicationOf, publishConsulted } from "./publication.ts";
import { retireProtocol } from "./retirement.ts";
import { audit } from "./schema/audit.ts";
import { consultations } from "./schema/consultations.ts";
import { drafts } from "./schema/drafts.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { members } from "./schema/structures.ts";
import { changeSignatureRule, usualRule } from "./signature-rule.ts";
import { approver, consulted, type SmallAgreement, smallAgreement } from "./small-agreement.ts";
import { momentAt, monday } from "./small-territory.ts";
import { acceptText } from "./text-acceptances.ts";
import { acceptWarning } from "./warning-acceptances.ts";

const fine = (): Checked[] => [];
const warning: Checked = {
	...{ code: "delay-without-basis", severity: "warning" },
	path: ["phases", 0, "steps", 0],
};

test("an agreed version is published by a second person, retires the one before, and says so", () => {
	const agreement = smallAgreement();
	const { db, territoryId, protocol, changed, versionHash: former } = agreement;
	const consultationId = signed(agreement);

	const published = publish(agreement, consultationId, approver("coordinator-b"));

	expect(published).toEqual({ ok: true, hash: versionHash(changed) });
	expect(publishedProtocol(db, territoryId, protocol.id)?.hash).toBe(versionHash(changed));
	expect(statusOf(agreement, former)).toBe("retired");
	expect(lastActs(agreement)).toEqual([
		{ act: "RETIRED", subject: former, actor: "coordinator-b" },
		{ act: "PUBLISHED", subject: versionHash(changed), actor: "coordinator-b" },
	]);
	expect(publish(agreement, consultationId, approver("coordinator-b"))).toEqual({
		...{ ok: false, refusal: "ended" },
	});
});

test("who made the last edits does not approve them, in whichever place they act", () => {
	const agreement = smallAgreement();
	const consultationId = signed(agreement);

	for (const author of [
		approver("coordinator-a"),
		{ ...approver("crip-member", "crip"), userId: "coordinator-a" },
	]) {
		expect(publish(agreement, consultationId, author)).toEqual({
			...{ ok: false, refusal: "not-ready" },
		});
	}
});

test("the store itself refuses that the author is the one who published", () => {
	const agreement = smallAgreement();
	const consultationId = signed(agreement);
	const end = (endedBy: string) =>
		agreement.db
			.update(consultations)
			.set({ state: "published", endedBy, endedAt: monday })
			.where(eq(consultations.id, consultationId))
			.run();

	expect(() => end("coordinator-a")).toThrow(/consultations_two_people/);
	expect(() => end("coordinator-b")).not.toThrow();
});

test("a manager stands in where one person alone coordinates, and nowhere else", () => {
	const agreement = smallAgreement();
	const consultationId = signed(agreement);
	const manager = approver("crip-member", "crip");

	expect(publish(agreement, consultationId, manager)).toMatchObject({ refusal: "not-ready" });
	agreement.db
		.update(members)
		.set({ active: false, suspended: "disabled" })
		.where(eq(members.id, "coordinator-b"))
		.run();
	expect(publish(agreement, consultationId, manager)).toMatchObject({ ok: true });
});

test("an error of the checker holds the version back", () => {
	const agreement = smallAgreement();
	const consultationId = signed(agreement);
	const error = (): Checked[] => [{ ...warning, severity: "error" }];

	expect(publish(agreement, consultationId, approver("coordinator-b"), error)).toMatchObject({
		refusal: "not-ready",
	});
});

test("each warning wants a reason, for its own place", () => {
	const agreement = smallAgreement();
	const { db, territoryId } = agreement;
	const consultationId = signed(agreement);
	const second = approver("coordinator-b");
	const check = () => [warning];
	const accept = (step: number) =>
		acceptWarning(db, momentAt(monday), second, {
			...{ territoryId, consultationId, reason: "KNOWN" },
			warning: { ...warning, path: ["phases", 0, "steps", step] },
		});

	accept(1);
	expect(publish(agreement, consultationId, second, check)).toMatchObject({ ok: false });
	accept(0);
	expect(publish(agreement, consultationId, second, check)).toMatchObject({ ok: true });
});

test("a missing signature holds the version back", () => {
	const agreement = smallAgreement();
	const consultationId = signed(agreement);
	answerConsultation(agreement.db, momentAt(monday), approver("crip-member", "crip"), {
		...{ consultationId, saying: { answer: "agree", objection: null } },
	});

	expect(publish(agreement, consultationId, approver("coordinator-b"))).toMatchObject({
		refusal: "not-ready",
	});
});

test("a text that may name somebody waits for two people, one that holds a number for its author", () => {
	const named = withGuidance("Voir avec Kezianne Belrachid demain.");
	const numbered = withGuidance("Appelez le 06 39 98 12 34 le soir.");
	const second = approver("coordinator-b");
	const text = "Voir avec Kezianne Belrachid demain.";
	const accept = (memberId: string) =>
		acceptText(
			named.agreement.db,
			{ territoryId: "small", text },
			{ memberId, kind: "protocol", at: monday },
		);

	accept("coordinator-a");
	expect(publish(named.agreement, named.consultationId, second)).toMatchObject({ ok: false });
	accept("coordinator-b");
	expect(publish(named.agreement, named.consultationId, second)).toMatchObject({ ok: true });
	expect(publish(numbered.agreement, numbered.consultationId, second)).toMatchObject({ ok: false });
});

test("a version that was retired may be agreed on again, and goes back when that is withdrawn", () => {
	const agreement = smallAgreement();
	const { db, territoryId, protocol, draftId, versionHash: first } = agreement;
	publish(agreement, signed(agreement), approver("coordinator-b"));
	db.update(drafts)
		.set({ document: JSON.stringify(protocol) })
		.where(eq(drafts.id, draftId))
		.run();
	const consultationId = signed(agreement, 5);
	expect(statusOf(agreement, first)).toBe("consultation");

	const asked = { territoryId, consultationId };
	withdrawConsultation(db, momentAt(monday), approver("coordinator-a"), asked);
	expect(statusOf(agreement, first)).toBe("retired");
	publish(agreement, signed(agreement, 9), approver("coordinator-b"));
	expect(statusOf(agreement, first)).toBe("published");
});

test("a protocol that is retired opens nothing any more, and only once", () => {
	const { db, territoryId, protocol, versionHash: hash } = smallAgreement();
	const asked = { territoryId, protocolId: protocol.id, hash };
	const retire = () => retireProtocol(db, momentAt(monday), approver("coordinator-a"), asked);

	expect(retire()).toBe(true);
	expect(publishedProtocol(db, territoryId, protocol.id)).toBeUndefined();
	expect(retire()).toBe(false);
});

test("what another territory consults about is absent", () => {
	const agreement = smallAgreement();
	const consultationId = signed(agreement);
	const asked = { territoryId: "elsewhere", consultationId };

	expect(publicationOf(agreement.db, approver("coordinator-b"), asked, fine)).toBeUndefined();
});

/** Opens the consultation under a rule that asks one structure, which agrees and signs. */
function signed(agreement: SmallAgreement, seed = 1): string {
	const { db, territoryId, draftId } = agreement;
	const rule = { ...usualRule, scope: "chosen" as const, structures: ["crip"] };
	const change = { territoryId, actor: "coordinator-a", structureId: "coordination", rule };
	changeSignatureRule(db, momentAt(monday), change);
	const consultationId = consulted({ ...agreement, draftId }, seed);
	const person = approver("crip-member", "crip");
	answerConsultation(db, momentAt(monday), person, {
		...{ consultationId, saying: { answer: "agree", objection: null } },
	});
	countersign(db, momentAt(monday), person, { consultationId, read: monday });
	return consultationId;
}

function publish(
	{ db, territoryId }: SmallAgreement,
	consultationId: string,
	by: Approver,
	check = fine,
) {
	return publishConsulted(db, momentAt(monday + 1), by, { territoryId, consultationId }, check);
}

function withGuidance(fr: string) {
	const agreement = smallAgreement();
	const { db, changed } = agreement;
	const [first, ...others] = changed.phases;
	const [step, ...steps] = first.steps;
	const phases = [{ ...first, steps: [{ ...step, guidance: { fr } }, ...steps] }, ...others];
	const document = JSON.stringify({ ...changed, phases } as Protocol);
	db.update(drafts).set({ document }).run();
	return { agreement, consultationId: signed(agreement) };
}

function statusOf({ db }: SmallAgreement, hash: string): string | undefined {
	return db.select().from(protocolVersions).where(eq(protocolVersions.hash, hash)).get()?.status;
}

function lastActs({ db }: SmallAgreement) {
	return db
		.select({ act: audit.act, subject: audit.subject, actor: audit.actor })
		.from(audit)
		.orderBy(audit.sequence)
		.all()
		.slice(-2);
}
