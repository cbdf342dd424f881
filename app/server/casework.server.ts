import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { earlierSending } from "#db/idempotency.ts";
import { decideAndRecord, type Moment, openSituation, type Recorded } from "#db/journal.ts";
import { shareCommit } from "#db/shared-commit.ts";
import type { Command, OpenSituation } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Acting } from "#protocols/casework/story.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** Who acts, as decisions see them. */
export function actingOf({ structureId, memberId, reception, duty }: Member): Acting {
	return {
		structure: structureId,
		actor: memberId,
		reception,
		coordinator: duty === "coordinator",
	};
}

/** The instant and the chance of this request. */
export function momentOf({ clock, random }: Services): Moment {
	return { now: clock.now(), random };
}

/** What every form of casework carries: its idempotency key, and how old its page is. */
export const caseworkFields = {
	key: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
	seen: z.coerce.number().int().min(0).max(1_000_000),
};

/** A fresh idempotency key for a form that is about to be shown. */
export function newFormKey({ random }: Services): string {
	return Buffer.from(random.bytes(16)).toString("base64url");
}

type Asked = { args: ActionFunctionArgs; member: Member; key: string };

/**
 * Records what somebody asks of a situation that they may see.
 *
 * @param asked the request, who asks, and the form's idempotency key
 * @param told the situation, where this request has told it already
 * @throws SqliteError when the store is busy, full or read-only: worded as 503 outside
 */
export function recordCommand(
	asked: Asked,
	situationPk: number,
	command: Command,
	told?: Situation,
): Promise<Recorded> {
	const { services } = asked.args.context;
	const key = { territoryId: asked.member.territoryId, situationPk };
	const sending = sendingOf(asked, { situationPk, command });
	return shareCommit(services.db, () =>
		decideAndRecord(
			services.db,
			key,
			momentOf(services),
			(situation, circumstances) => decide(situation, command, circumstances),
			sending,
			told,
		),
	);
}

/**
 * The answer to a form that was recorded before, for whoever never saw it and whose proof ran out
 * meanwhile. It only looks: nothing is recorded by it.
 *
 * @returns undefined when the form was not recorded, or said something else then
 */
export function answeredBefore(
	asked: Asked,
	situationPk: number,
	command: Command,
): Extract<Recorded, { repeated: true }> | undefined {
	const { db } = asked.args.context.services;
	const earlier = earlierSending(db, sendingOf(asked, { situationPk, command }));
	if (!earlier || "reused" in earlier) return undefined;
	return { recorded: true, repeated: true, outcome: earlier.repeated };
}

/** Records the opening of a situation; its `outcome` is the opening structure's own handle. */
export function recordOpening(
	asked: Asked,
	versionHash: string,
	command: OpenSituation,
): Promise<Recorded> {
	const { services } = asked.args.context;
	const { territoryId } = asked.member;
	const sending = sendingOf(asked, { versionHash, command });
	return shareCommit(services.db, () =>
		openSituation(services.db, { territoryId, versionHash }, momentOf(services), command, sending),
	);
}

function sendingOf({ member, key }: Asked, body: unknown) {
	return { memberId: member.memberId, key, body: JSON.stringify(body) };
}
