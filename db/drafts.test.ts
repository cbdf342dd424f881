import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { guidedProtocol } from "#protocols/editing/guided.ts";
import { guidedAnswers, guidedQuestions } from "#protocols/editing/guided-questions.ts";
import { emptySkeleton } from "#protocols/editing/skeleton.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import { brokenTrailEntry } from "./audit.ts";
import { draftStage, firstWriter, retitle } from "./draft-stage.for-tests.ts";
import { createDraft, type DraftOrigin, draftOf, draftsOf, dropDraft } from "./drafts.ts";
import { inspectProtocol } from "./protocol-inspection.ts";
import { audit } from "./schema/audit.ts";
import { draftEdits } from "./schema/drafts.ts";
import { exampleProtocol, momentAt, monday } from "./small-territory.ts";

const skeleton = emptySkeleton({ id: "neuf", title: { fr: "Nouveau", en: "New" } });

test("a draft is the protocol that it was started from, at revision zero", () => {
	const { draft, draftId } = draftStage();

	expect(draftId).toMatch(/^[A-Za-z0-9_-]{22}$/);
	expect(draft()).toMatchObject({
		protocolId: "example",
		title: { fr: "Exemple court" },
		origin: { kind: "model", id: "example" },
		revision: 0,
		updatedAt: monday,
		updatedBy: { memberId: "lead-member", label: "lead" },
		canUndo: false,
		canRedo: false,
	});
	expect(canonicalJson(draft().protocol)).toBe(canonicalJson(exampleProtocol()));
});

test("a draft remembers where it began, whatever that was", () => {
	const { db, territoryId, versionHash } = draftStage();
	const origins: DraftOrigin[] = [
		{ kind: "model", id: "reference-b" },
		{ kind: "version", hash: versionHash },
		{ kind: "shared", territoryId: "voisin", hash: "0f".repeat(32) },
		{ kind: "file" },
		{ kind: "skeleton" },
		{ kind: "guided" },
	];

	const ids = origins.map((origin, index) =>
		createDraft(db, momentAt(monday, 100 + index), firstWriter, {
			territoryId,
			origin,
			protocol: skeleton,
		}),
	);

	expect(ids.map((draftId) => draftOf(db, { territoryId, draftId })?.origin)).toEqual(origins);
});

test("every model of the catalogue can be drafted", () => {
	const { db, territoryId } = draftStage();

	for (const [index, { id, document }] of catalogue.entries()) {
		const protocol = document as ReturnType<typeof exampleProtocol>;
		const draftId = createDraft(db, momentAt(monday, 200 + index), firstWriter, {
			territoryId,
			origin: { kind: "model", id },
			protocol,
		});
		const draft = draftOf(db, { territoryId, draftId });
		expect(draft && canonicalJson(draft.protocol)).toBe(canonicalJson(protocol));
	}
});

test("the guard of public texts sees nobody in a protocol that Relais begins", () => {
	const { db, territoryId } = draftStage();
	const answers = guidedAnswers.parse(
		Object.fromEntries(
			Object.entries(guidedQuestions).map(([code, { options }]) => [code, options[0].value]),
		),
	);
	const title = { fr: "Le nôtre", en: "Ours" };

	for (const protocol of [skeleton, guidedProtocol({ id: "guide", title, answers })]) {
		expect(inspectProtocol(db, territoryId, protocol)).toEqual({ stops: [], waiting: [] });
	}
});

test("a territory lists its drafts, the latest changed first, and knows no other's", () => {
	const { db, territoryId, write, draftId } = draftStage();
	const later = createDraft(db, momentAt(monday + 500, 7), firstWriter, {
		territoryId,
		origin: { kind: "skeleton" },
		protocol: skeleton,
	});
	expect(draftsOf(db, territoryId).map(({ id }) => id)).toEqual([later, draftId]);

	write(retitle("watch", "Veiller"));

	expect(draftsOf(db, territoryId).map(({ id }) => id)).toEqual([draftId, later]);
	expect(draftsOf(db, "elsewhere")).toEqual([]);
	expect(draftOf(db, { territoryId: "elsewhere", draftId })).toBeUndefined();
});

test("a dropped draft is forgotten with all its changes", () => {
	const { db, key, territoryId, write } = draftStage();
	write(retitle("watch", "Veiller"));

	expect(dropDraft(db, momentAt(monday), firstWriter, { ...key, territoryId: "elsewhere" })).toBe(
		"absent",
	);
	expect(dropDraft(db, momentAt(monday), firstWriter, key)).toBe("dropped");

	expect(draftsOf(db, territoryId)).toEqual([]);
	expect(db.select().from(draftEdits).all()).toEqual([]);
	expect(dropDraft(db, momentAt(monday), firstWriter, key)).toBe("absent");
});

test("the trail keeps who started a draft and who dropped it", () => {
	const { db, key, draftId } = draftStage();

	dropDraft(db, momentAt(monday), { ...firstWriter, memberId: "crip-member" }, key);

	const kept = db.select().from(audit).orderBy(audit.sequence).all();
	expect(kept.map(({ act, actor, subject }) => ({ act, actor, subject }))).toEqual([
		{ act: "DRAFT_CREATED", actor: "lead-member", subject: draftId },
		{ act: "DRAFT_DROPPED", actor: "crip-member", subject: draftId },
	]);
	expect(brokenTrailEntry(db)).toBeUndefined();
});

test("a protocol longer than a draft may be starts none", () => {
	const { db, territoryId } = draftStage();
	const long = { ...skeleton, audience: { fr: "x".repeat(2_000_000) } };
	const start = () =>
		createDraft(db, momentAt(monday, 9), firstWriter, {
			territoryId,
			origin: { kind: "file" },
			protocol: long,
		});

	expect(start).toThrow("neuf is too long to be a draft.");
	expect(draftsOf(db, territoryId)).toHaveLength(1);
});
