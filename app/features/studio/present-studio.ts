import type { DraftOrigin, DraftRow } from "#db/drafts.ts";
import type { Standing } from "#db/settled-consultations.ts";
import type { ListedVersion } from "#db/version-list.ts";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Language } from "#protocols/language/text.ts";
import { shortHash } from "./short-hash.ts";

/** A draft in the list: what it is called, where it comes from, who changed it last. */
export type DraftLine = {
	id: string;
	title: string;
	origin: { kind: DraftOrigin["kind"]; name: string };
	by: string;
	at: number;
	/** Where its consultation stands; null when nobody is asked about it. */
	standing: Omit<Standing, "draftId" | "versionHash"> | null;
};

export type VersionLine = {
	hash: string;
	shortHash: string;
	protocolId: string;
	title: string;
	status: ListedVersion["status"];
	at?: number | undefined;
};

export type StudioView = {
	drafts: DraftLine[];
	versions: VersionLine[];
	now: number;
	timeZone: string;
};

type Listed = {
	drafts: DraftRow[];
	versions: ListedVersion[];
	/** Where the open consultations stand. */
	standings: readonly Standing[];
	/** The names of the territories that share their protocols. */
	sharers: ReadonlyMap<string, string>;
	now: number;
	timeZone: string;
};

/** Words the drafts and the versions of a territory. */
export function presentStudio(
	{ drafts, versions, standings, sharers, now, timeZone }: Listed,
	language: Language,
): StudioView {
	return {
		...{ now, timeZone },
		drafts: drafts.map(({ id, title, origin, updatedAt, updatedBy }) => ({
			...{ id, at: updatedAt, by: updatedBy.label },
			title: sayWell(title, language),
			standing: standingOf(id, standings),
			origin: { kind: origin.kind, name: creditOf(origin, sharers, language) },
		})),
		versions: versions.map(({ hash, protocolId, status, title, publishedAt }) => ({
			...{ hash, protocolId, status, shortHash: shortHash(hash), at: publishedAt },
			title: sayWell(title, language),
		})),
	};
}

/** Only what the list says: the consultation itself has its own pages. */
function standingOf(id: string, standings: readonly Standing[]): DraftLine["standing"] {
	const found = standings.find(({ draftId }) => draftId === id);
	if (!found) return null;
	const { answered, asked, agreed, settled } = found;
	return { answered, asked, agreed, settled };
}

/** The model or the territory that a draft comes from, where there is one to thank. */
function creditOf(origin: DraftOrigin, sharers: Listed["sharers"], language: Language): string {
	if (origin.kind === "shared") return sharers.get(origin.territoryId) ?? "";
	if (origin.kind !== "model") return "";
	const read = readProtocol(modelOf(origin.id)?.document);
	return read.ok ? sayWell(read.protocol.title, language) : origin.id;
}
