import type { LoaderFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { type Booklet, bookletOf } from "#app/features/print/booklet.ts";
import type { PrintedVersion } from "#app/features/print/print-frame.tsx";
import { type RoleCard, roleCard } from "#app/features/print/role-card.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { structuresOnPaper } from "#db/paper-directory.ts";
import { territories } from "#db/schema/territories.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { Member } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import type { ReadableProtocol } from "./readable-protocols.server.ts";

type Opened = { member: Member; readable: ReadableProtocol };

/** A protocol as the booklet shows it, with what stands at its head. */
export function printedBooklet(
	args: LoaderFunctionArgs,
	{ member, readable }: Opened,
): { id: string; booklet: Booklet; version: PrintedVersion } {
	const structures = structuresOnPaper(args.context.services.db, member.territoryId);
	return {
		id: readable.id,
		booklet: bookletOf(readable.compiled, languageOf(args.request), structures),
		version: printedVersion(args, { member, readable }),
	};
}

/**
 * The card of the role that an address names.
 *
 * @throws Response 404 when the protocol has no such role in the territory
 */
export function printedCard(
	args: LoaderFunctionArgs,
	{ member, readable }: Opened,
): { id: string; card: RoleCard; version: PrintedVersion } {
	const card = roleCard({
		compiled: readable.compiled,
		language: languageOf(args.request),
		roleId: args.params.roleId ?? "",
		structures: structuresOnPaper(args.context.services.db, member.territoryId),
	});
	if (!card) notFound();
	return { id: readable.id, card, version: printedVersion(args, { member, readable }) };
}

function printedVersion(
	{ request, context }: LoaderFunctionArgs,
	{ member, readable }: Opened,
): PrintedVersion {
	const row = context.services.db
		.select({ name: territories.name })
		.from(territories)
		.where(eq(territories.id, member.territoryId))
		.get();
	return {
		protocolTitle: sayWell(readable.compiled.protocol.title, languageOf(request)),
		territory: row?.name ?? "",
		publishedAt: readable.publishedAt,
		shortHash: readable.hash.slice(0, 8),
	};
}
