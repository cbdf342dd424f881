import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
	answerConsultation,
	answersOf,
	countersign,
	type Saying,
	signaturesOf,
	waitingFor,
} from "./consultation-answers.ts";
import { addComment, commentsOf } from "./consultation-comments.ts";
import {
	consultationOf,
	openConsultation,
	openConsultationOf,
	withdrawConsultation,
} from "./consultations.ts";
import { dropDraft } from "./drafts.ts";
import { versionHash } from "./protocol-versions.ts";
import { audit } from "./schema/audit.ts";
import { drafts } from "./schema/drafts.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { structures } from "./schema/structures.ts";
import { standingsOf } from "./settled-consultations.ts";
import { changeSignatureRule, signatureRuleOf, usualRule } from "./signature-rule.ts";
import { approver, consulted, type SmallAgreement, smallAgreement } from "./small-agreement.ts";
import { momentAt, monday } from "./small-territory.ts";
import { beginningOfVersion } from "./version-origin.ts";

const crip = approver("crip-member", "crip");

test("a consultation freezes the draft as a version, and asks every structure that holds a role", () => {
	const agreement = smallAgreement();
	const { db, territoryId, changed, versionHash: former } = agreement;
	const id = consulted(agreement);

	expect(statusOf(agreement, versionHash(changed))).toBe("consultation");
	expect(statusOf(agreement, former)).toBe("published");
	expect(consultationOf(db, territoryId, id)).toMatchObject({
		...{ state: "open", formerHash: former, editedBy: "coordinator-a", least: null },
	});
	const asked = answersOf(db, id).map(({ structureId }) => structureId);
	expect(asked).toContain("crip-2");
	expect(asked).not.toContain("coordination");
});

test("a version in consultation cannot be rewritten or taken away, whoever tries", () => {
	const agreement = smallAgreement();
	consulted(agreement);
	const version = eq(protocolVersions.hash, versionHash(agreement.changed));

	expect(() =>
		agreement.db.update(protocolVersions).set({ document: "{}" }).where(version).run(),
	).toThrow(/immutable/);
	expect(() => agreement.db.delete(protocolVersions).where(version).run()).toThrow(/immutable/);
});

test("a version keeps the credit of what its draft was started from, once the draft is dropped", () => {
	const agreement = smallAgreement();
	const { db, territoryId, draftId, changed, versionHash: former } = agreement;
	const key = { territoryId, draftId };
	const drop = () => dropDraft(db, momentAt(monday), approver("coordinator-a"), key);
	db.update(drafts).set({ origin: "shared", baseHash: former, sharedBy: territoryId }).run();
	const consultationId = consulted(agreement);

	const early = drop();
	const asked = { territoryId, consultationId };
	withdrawConsultation(db, momentAt(monday), approver("coordinator-a"), asked);

	expect([early, drop()]).toEqual(["consulted", "dropped"]);
	expect(beginningOfVersion(db, { territoryId, hash: versionHash(changed) })).toMatchObject({
		...{ sha256: former, territory: expect.any(String) },
	});
});

test("nobody is waited for once all have answered and signed, or enough have", () => {
	const agreement = smallAgreement();
	const { db, territoryId } = agreement;
	const rule = { ...usualRule, scope: "chosen" as const, structures: ["crip"] };
	const by = { actor: "coordinator-a", structureId: "coordination" };
	changeSignatureRule(db, momentAt(monday), { territoryId, ...by, rule });
	const consultationId = consulted(agreement);
	const standing = () => standingsOf(db, territoryId)[0];
	const answer = (structureId: string, saying: Saying) =>
		answerConsultation(db, momentAt(monday), approver(`${structureId}-member`, structureId), {
			...{ consultationId, saying },
		});
	const all = answersOf(db, consultationId).map(({ structureId }) => structureId);

	expect(standing()).toMatchObject({ answered: 0, asked: all.length, settled: false });
	for (const id of all) answer(id, { answer: "disagree", objection: "SAFETY" });
	expect(standing()).toMatchObject({ answered: all.length, settled: false });
	countersign(db, momentAt(monday), crip, { consultationId, read: monday });
	expect(standing()).toMatchObject({ agreed: false, settled: true });
	answer("crip", { answer: "agree", objection: null });
	countersign(db, momentAt(monday), crip, { consultationId, read: monday });
	expect(standing()).toMatchObject({ agreed: true, settled: true });
});

test("what changed meanwhile, is under way already, is published or is not theirs is refused", () => {
	const agreement = smallAgreement();
	const { db, territoryId, draftId, protocol } = agreement;
	const ask = (wish: Partial<Parameters<typeof openConsultation>[3]>) => {
		const whole = { territoryId, draftId, seen: 1, ...wish };
		const opened = openConsultation(db, momentAt(monday), approver("coordinator-a"), whole);
		return opened.ok ? "opened" : opened.refusal;
	};

	expect(ask({ seen: 0 })).toBe("changed-meanwhile");
	expect(ask({ territoryId: "elsewhere" })).toBe("absent");
	db.update(drafts)
		.set({ document: JSON.stringify(protocol) })
		.run();
	expect(ask({})).toBe("nothing-new");
	db.update(drafts)
		.set({ document: JSON.stringify(agreement.changed) })
		.run();
	expect(ask({})).toBe("opened");
	expect(ask({})).toBe("already-open");
});

test("withdrawn, its version is a draft again, and takes no more answers", () => {
	const agreement = smallAgreement();
	const { db, territoryId, changed } = agreement;
	const consultationId = consulted(agreement);
	const withdraw = () =>
		withdrawConsultation(db, momentAt(monday + 1), approver("coordinator-b"), {
			...{ territoryId, consultationId },
		});

	expect(withdraw()).toBe(true);
	expect(withdraw()).toBe(false);
	expect(statusOf(agreement, versionHash(changed))).toBe("draft");
	expect(openConsultationOf(db, territoryId, changed.id)).toBeUndefined();
	expect(answer(agreement, consultationId)).toBe("ended");
	expect(actsIn(agreement)).toEqual(["CONSULTATION_OPENED", "CONSULTATION_WITHDRAWN"]);
});

test("an answer waits for its manager, who signs the answer that they read and no other", () => {
	const agreement = smallAgreement();
	const { db } = agreement;
	const consultationId = consulted(agreement);
	const sign = (read: number) => countersign(db, momentAt(monday), crip, { consultationId, read });

	expect(waitingFor(db, { structureId: "crip", manager: false })).toMatchObject([
		{ awaits: "answer" },
	]);
	expect(sign(monday)).toBe("not-answered");
	answer(agreement, consultationId);
	expect(sign(monday - 1)).toBe("changed-meanwhile");
	expect(waitingFor(db, { structureId: "crip", manager: true })).toMatchObject([
		{ awaits: "signature" },
	]);
	expect(sign(monday)).toBeUndefined();
	expect(waitingFor(db, { structureId: "crip", manager: true })).toEqual([]);
});

test("another answer forgets the signature under the one before", () => {
	const agreement = smallAgreement();
	const { db } = agreement;
	const consultationId = consulted(agreement);
	answer(agreement, consultationId);
	countersign(db, momentAt(monday), crip, { consultationId, read: monday });

	answerConsultation(db, momentAt(monday + 1), crip, {
		...{ consultationId, saying: { answer: "disagree", objection: "SAFETY" } },
	});

	expect(own(agreement, consultationId)).toMatchObject({ answer: "disagree", signedAt: null });
});

test("a structure that is not asked answers nothing", () => {
	const agreement = smallAgreement();
	const consultationId = consulted(agreement);
	const stranger = approver("coordinator-a");

	expect(
		answerConsultation(agreement.db, momentAt(monday), stranger, {
			...{ consultationId, saying: { answer: "agree", objection: null } },
		}),
	).toBe("not-asked");
});

test("the rule of a territory says who must sign, how many, and what a reservation is worth", () => {
	const agreement = smallAgreement();
	const { db, territoryId } = agreement;
	expect(signatureRuleOf(db, territoryId)).toEqual(usualRule);
	const rule = {
		...{ scope: "chosen" as const, roles: ["crip"], structures: ["lead-2"] },
		...{ least: 2, reservationBlocks: true },
	};
	const change = { territoryId, actor: "coordinator-a", structureId: "coordination", rule };
	expect(changeSignatureRule(db, momentAt(monday), change)).toBe(true);
	expect(signatureRuleOf(db, territoryId)).toEqual(rule);

	const consultationId = consulted(agreement);
	const state = () => {
		const found = consultationOf(db, territoryId, consultationId);
		if (!found) throw new Error("It was opened.");
		return signaturesOf(found, answersOf(db, consultationId));
	};

	expect(state()).toEqual({ needed: 2, asked: 4, signed: 0, holds: false });
	signAs(agreement, consultationId, "crip", "agree");
	signAs(agreement, consultationId, "crip-2", "reserve");
	// It was asked, but publication does not wait for it.
	signAs(agreement, consultationId, "spotter", "agree");
	expect(state()).toMatchObject({ signed: 1, holds: false });
	signAs(agreement, consultationId, "lead-2", "agree");
	expect(state()).toMatchObject({ signed: 2, holds: true });
});

test("a structure that was closed is not waited for", () => {
	const agreement = smallAgreement();
	const { db, territoryId } = agreement;
	const consultationId = consulted(agreement);
	const found = consultationOf(db, territoryId, consultationId);
	if (!found) throw new Error("It was opened.");
	const before = signaturesOf(found, answersOf(db, consultationId)).asked;

	db.update(structures).set({ active: false }).where(eq(structures.id, "crip")).run();

	expect(signaturesOf(found, answersOf(db, consultationId)).asked).toBe(before - 1);
});

test("a structure of another territory is never chosen to sign", () => {
	const { db, territoryId } = smallAgreement();
	const rule = { ...usualRule, structures: ["nowhere"] };
	const change = { territoryId, actor: "coordinator-a", structureId: "coordination", rule };

	expect(changeSignatureRule(db, momentAt(monday), change)).toBe(false);
	expect(signatureRuleOf(db, territoryId)).toEqual(usualRule);
});

test.each([
	["Le délai de deux jours est trop court pour une équipe de trois.", "shown"],
	["Appelez le 06 39 98 12 34 avant de décider.", "refused"],
	["Comme pour Kezianne Belrachid, le délai est trop court.", "refused"],
])("the comment “%s” is %s", (text, state) => {
	const agreement = smallAgreement();
	const { db, territoryId } = agreement;
	const consultationId = consulted(agreement);

	const said = addComment(db, momentAt(monday), crip, { territoryId, consultationId, text });

	expect(said.state).toBe(state);
	expect(commentsOf(db, consultationId)).toHaveLength(state === "shown" ? 1 : 0);
	expect(JSON.stringify(db.select().from(audit).all())).not.toContain("délai");
});

function answer({ db }: SmallAgreement, consultationId: string) {
	const saying = { answer: "agree" as const, objection: null };
	return answerConsultation(db, momentAt(monday), crip, { consultationId, saying });
}

function signAs(
	{ db }: SmallAgreement,
	consultationId: string,
	structureId: string,
	answer: "agree" | "reserve",
): void {
	const person = approver(`${structureId}-member`, structureId);
	const objection = answer === "agree" ? null : ("MEANS_MISSING" as const);
	answerConsultation(db, momentAt(monday), person, {
		...{ consultationId, saying: { answer, objection } },
	});
	countersign(db, momentAt(monday), person, { consultationId, read: monday });
}

function own({ db }: SmallAgreement, consultationId: string) {
	return answersOf(db, consultationId).find(({ structureId }) => structureId === "crip");
}

function statusOf({ db, territoryId }: SmallAgreement, hash: string): string | undefined {
	const version = and(
		eq(protocolVersions.territoryId, territoryId),
		eq(protocolVersions.hash, hash),
	);
	return db.select().from(protocolVersions).where(version).get()?.status;
}

function actsIn({ db }: SmallAgreement): string[] {
	return db
		.select({ act: audit.act })
		.from(audit)
		.orderBy(audit.sequence)
		.all()
		.map(({ act }) => act);
}
