import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { momentOf } from "#app/server/casework.server.ts";
import type { Member } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import {
	type Move,
	type Moved,
	movableSituations,
	moveSituations,
	versionsInUse,
} from "#db/moving.ts";
import { compiledVersion, publishedProtocol } from "#db/protocol-versions.ts";
import { proposeMap } from "#protocols/casework/move-map.ts";
import { chosenMap, type MoveForm } from "./move-form.schema.ts";
import { type MovingView, presentMoving } from "./present-moving.ts";

/** So many situations are looked at, or moved, in one request. */
const movedAtOnce = 25;

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What a page of a move was asked for; `from` may be any word of an address. */
export type AskedMove = { from?: string | undefined; page: number; chosen?: MoveForm };

/** Nothing is read, and noted as read, of a protocol that is not there. @throws Response 404 */
export function requirePublished({ context, params }: Args, { territoryId }: Member): void {
	if (!publishedProtocol(context.services.db, territoryId, params.protocolId ?? "")) notFound();
}

/**
 * What the move of a protocol's situations would do.
 *
 * @throws Response 404 when the territory has not published this protocol
 */
export function movingView(args: Args, member: Member, asked: AskedMove): MovingView {
	const { services } = args.context;
	const { territoryId, structureId } = member;
	const found = find(args, member, asked);
	const { limit, offset } = cutOf(asked.page);
	const { rows, more } = found.move
		? movableSituations(services.db, { territoryId, structureId }, found.move, momentOf(services), {
				limit,
				offset,
			})
		: { rows: [], more: false };
	const from = found.move && {
		hash: found.move.from,
		compiled: compiledVersion(services.db, territoryId, found.move.from),
	};
	const { versions, published, map } = found;
	return presentMoving(
		{ versions, from, to: published, map, rows, more, page: asked.page },
		languageOf(args.request),
	);
}

/** Moves the one that was chosen, or all that can be among those that were looked at. */
export function moveChosen(args: Args, member: Member, chosen: MoveForm): Moved {
	const { services } = args.context;
	const { move } = find(args, member, { ...chosen, chosen });
	if (!move) return { moved: 0, refused: 0 };
	const cut = { ...cutOf(chosen.page), reference: chosen.one };
	return moveSituations(services.db, move, momentOf(services), cut);
}

function cutOf(page: number) {
	return { limit: movedAtOnce, offset: (page - 1) * movedAtOnce };
}

function find(args: Args, member: Member, { from: wished, chosen }: AskedMove) {
	const { db } = args.context.services;
	const { territoryId, structureId, memberId: actor } = member;
	const protocolId = args.params.protocolId ?? "";
	const published = publishedProtocol(db, territoryId, protocolId);
	if (!published) notFound();

	const versions = versionsInUse(db, { territoryId, protocolId });
	const older = versions.filter((one) => !one.published && one.running > 0);
	const from = (older.find(({ hash }) => hash === wished) ?? older[0])?.hash;
	const acting = { structure: structureId, actor, reception: false, coordinator: true };
	const proposed = from
		? proposeMap(compiledVersion(db, territoryId, from), published)
		: { steps: {}, tracks: {} };
	const map = chosen ? chosenMap(proposed, chosen) : proposed;
	const move: Move | undefined =
		from === undefined ? undefined : { territoryId, from, to: published.hash, map, acting };
	return { versions, published, map, move };
}
