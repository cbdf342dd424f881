import type { ComparedVersion } from "#app/features/agreement/difference-page.tsx";
import { presentDifference } from "#app/features/agreement/present-difference.ts";
import { shortHash } from "#app/features/protocols/reading.ts";
import type { Language } from "#app/i18n/languages.ts";
import type { Db } from "#db/client.ts";
import { versionsOfProtocol } from "#db/protocol-history.ts";
import { compiledVersion, versionHash } from "#db/protocol-versions.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { drawingOf } from "#protocols/compiler/drawing.ts";
import { difference } from "#protocols/difference/difference.ts";
import { marksOf } from "#protocols/difference/marks.ts";
import type { DraftDoor } from "./draft-door.server.ts";

/** A draft beside another version of its protocol, as its page shows them. */
export function draftDifference(
	db: Db,
	{ member, draft }: DraftDoor,
	{ against: wished, language }: { against: string | null; language: Language },
) {
	const { territoryId } = member;
	const key = { territoryId, protocolId: draft.protocolId };
	const versions = versionsOfProtocol(db, key).map(comparedVersion);
	const own = versionHash(draft.protocol);
	const chosen = versions.find(({ hash }) => hash === wished);
	const against = chosen ?? versions.find(({ hash }) => hash !== own) ?? versions[0] ?? null;
	const former = against ? compiledVersion(db, territoryId, against.hash) : undefined;
	const parts = difference(former?.protocol, draft.protocol);
	return {
		versions,
		against,
		parts: presentDifference(parts, language),
		marks: marksOf(parts),
		drawing: drawingOf(compileProtocol(draft.protocol), language),
		drawingBefore: former ? drawingOf(former, language) : null,
	};
}

type Row = ReturnType<typeof versionsOfProtocol>[number];

function comparedVersion({ hash, status, publishedAt }: Row): ComparedVersion {
	return { hash, shortHash: shortHash(hash), status, publishedAt };
}
