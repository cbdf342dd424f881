import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { publishedProtocol, versionHash } from "#db/protocol-versions.ts";
import { type Beginning, beginningOfDraft, beginningOfVersion } from "#db/version-origin.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { requireDraft } from "./draft-door.server.ts";
import { type Member, requireMember } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { requireMay } from "./policy.server.ts";

/** A protocol that somebody may read whole: published, or a draft. */
export type ReadableProtocol = {
	status: "published" | "draft";
	/** Its name in addresses: of the protocol, or of the draft. */
	id: string;
	compiled: CompiledProtocol;
	hash: string;
	/** When it was published; null for a draft. */
	publishedAt: number | null;
	/** What it was started from. */
	from: Beginning | undefined;
};

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;
type Opened = { member: Member; readable: ReadableProtocol };

/** The published version that an address names, for any member of its territory. */
export async function openPublished(args: Arguments): Promise<Opened> {
	const member = await requireMember(args);
	requireMay(member, "read-protocol");

	const { db } = args.context.services;
	const { territoryId } = member;
	const published = publishedProtocol(db, territoryId, args.params.protocolId ?? "");
	if (!published) notFound();
	const { hash, publishedAt } = published;
	const readable: ReadableProtocol = {
		status: "published",
		id: published.protocol.id,
		compiled: published,
		hash,
		publishedAt,
		from: beginningOfVersion(db, { territoryId, hash }),
	};
	return { member, readable };
}

/** The draft that an address names, for those who write the protocols of its territory. */
export async function openDraft(args: Arguments): Promise<Opened> {
	const { member, draft } = await requireDraft(args, "design-protocol");
	const { db } = args.context.services;
	const readable: ReadableProtocol = {
		status: "draft",
		id: draft.id,
		compiled: compileProtocol(draft.protocol),
		hash: versionHash(draft.protocol),
		publishedAt: null,
		from: beginningOfDraft(db, draft.id),
	};
	return { member, readable };
}
