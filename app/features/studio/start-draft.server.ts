import { createHash } from "node:crypto";
import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { maxFileBytes } from "#app/server/guard.server.ts";
import type { Member } from "#app/server/member.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { createDraft, type DraftOrigin } from "#db/drafts.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { sharedVersion } from "#db/shared-protocols.ts";
import { versionList } from "#db/version-list.ts";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import { guidedProtocol } from "#protocols/editing/guided.ts";
import { guidedAnswers } from "#protocols/editing/guided-questions.ts";
import { emptySkeleton } from "#protocols/editing/skeleton.ts";
import type { FileIssue } from "#protocols/exchange/file-issue.ts";
import { readFile } from "#protocols/exchange/read-file.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import { textOf } from "./forms/edited-text.ts";
import { type NewDraft, newDraftForm } from "./new-draft.schema.ts";
import type { FileReport, NewDraftAnswer } from "./new-draft-answer.ts";

type FileForm = Extract<NewDraft, { origin: "file" }>;
type Start = { origin: DraftOrigin; protocol: Protocol };

/** Starts a draft from what the form names, or says what keeps it from being one. */
export async function startDraft(args: ActionFunctionArgs, member: Member) {
	const form = await parseForm(args.request, newDraftForm, maxFileBytes);
	if (!form.ok) {
		const { errors, values } = form;
		return json<NewDraftAnswer>({ origin: String(values.origin), errors, values }, 422);
	}
	const { services } = args.context;
	const { territoryId, memberId, structureId, visit } = member;
	const start = startOf(services, territoryId, form.data);
	if (!("protocol" in start)) {
		const said = answerTo(form.data, start, languageOf(args.request));
		return json<NewDraftAnswer>(said, 422);
	}
	const person = { memberId, structureId, visit };
	const id = createDraft(services.db, momentOf(services), person, { territoryId, ...start });
	return redirect(paths.draft(id), 303);
}

type Db = Parameters<typeof createDraft>[0];
type Hindered = { errors: Record<string, string[]> } | { issues: FileIssue[]; refused: boolean };

/** A protocol's name stays for good, in its drafts and its address: no word of its title is in it. */
function newName({ random }: Services): string {
	return `protocole-${Buffer.from(random.bytes(5)).toString("hex")}`;
}

function startOf(services: Services, territoryId: string, form: NewDraft): Start | Hindered {
	const { db } = services;
	switch (form.origin) {
		case "model":
			return fromModel(form.model);
		case "version":
			return fromVersion(db, territoryId, form.version);
		case "shared":
			return fromShared(db, territoryId, form.shared);
		case "skeleton": {
			const title: Text = textOf(form.titleFr, form.titleEn);
			const protocol = emptySkeleton({ id: newName(services), title });
			return { origin: { kind: "skeleton" }, protocol };
		}
		case "guided": {
			const { origin: _, titleFr, titleEn, ...answers } = form;
			const title = textOf(titleFr, titleEn);
			const id = newName(services);
			const protocol = guidedProtocol({ id, title, answers: guidedAnswers.parse(answers) });
			return { origin: { kind: "guided" }, protocol };
		}
		case "file":
			return fromFile(services, territoryId, form);
	}
}

function fromModel(id: string): Start | Hindered {
	const read = readProtocol(modelOf(id)?.document);
	if (!read.ok) return { errors: { model: [textKey("studio:new.model.none")] } };
	return { origin: { kind: "model", id }, protocol: read.protocol };
}

function fromVersion(db: Db, territoryId: string, hash: string): Start | Hindered {
	const known = versionList(db, territoryId).some((version) => version.hash === hash);
	if (!known) return { errors: { version: [textKey("studio:new.version.none")] } };
	const { protocol } = compiledVersion(db, territoryId, hash);
	return { origin: { kind: "version", hash }, protocol };
}

function fromShared(db: Db, askedBy: string, spelled: string): Start | Hindered {
	const [territoryId = "", hash = ""] = spelled.split("/");
	const protocol = sharedVersion(db, { askedBy, territoryId, hash });
	if (!protocol) return { errors: { shared: [textKey("studio:new.shared.none")] } };
	return { origin: { kind: "shared", territoryId, hash }, protocol };
}

/** The name that a file gives is kept where it is known here: it is the same protocol. */
function fromFile(services: Services, territoryId: string, form: FileForm): Start | Hindered {
	const read = readFile(form.file, (text) => createHash("sha256").update(text).digest("hex"));
	if (!read.ok) return { issues: read.issues, refused: true };
	if (read.notices.length > 0 && form.known !== "yes") {
		return { issues: read.notices, refused: false };
	}
	const { id } = read.protocol;
	const ours = versionList(services.db, territoryId).some(({ protocolId }) => protocolId === id);
	const name = ours || modelOf(id) ? id : newName(services);
	return { origin: { kind: "file" }, protocol: { ...read.protocol, id: name } };
}

/** So many points of a file are told at once. */
const mostTold = 30;

function answerTo(form: NewDraft, hindered: Hindered, language: "fr" | "en"): NewDraftAnswer {
	const values = Object.fromEntries(
		Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
	if ("errors" in hindered) return { origin: form.origin, values, errors: hindered.errors };
	const { issues, refused } = hindered;
	const report: FileReport = {
		refused,
		lines: issues.slice(0, mostTold).map(({ at, sentence }) => ({
			line: at.line,
			sentence: sentence[language],
		})),
		more: Math.max(0, issues.length - mostTold),
	};
	return { origin: form.origin, values, report };
}
