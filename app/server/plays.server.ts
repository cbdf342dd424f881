import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Draft, draftOf } from "#db/drafts.ts";
import { type Play, type Player, playOf } from "#db/plays.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { type Member, requireMember } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { requireMay } from "./policy.server.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** Who plays, and the draft that they play. */
export type Stage = { member: Member; player: Player; draft: Draft };

/** Lets somebody in who may try a draft of their territory; for anybody else there is nothing here. */
export async function approachPlays(args: Arguments): Promise<Stage> {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");
	const { territoryId, memberId } = member;
	const key = { territoryId, draftId: args.params.draftId ?? "" };
	const draft = draftOf(args.context.services.db, key) ?? notFound();
	return { member, draft, player: { territoryId, memberId, draftId: draft.id } };
}

/** The same, with one play of their own and the protocol that it is played under. */
export async function approachPlay(
	args: Arguments,
): Promise<Stage & { play: Play; compiled: CompiledProtocol }> {
	const stage = await approachPlays(args);
	const { db, clock } = args.context.services;
	const play = playOf(db, stage.player, args.params.playId ?? "", clock.now()) ?? notFound();
	const { versionHash } = play;
	const compiled = versionHash
		? compiledVersion(db, stage.member.territoryId, versionHash)
		: compileProtocol(stage.draft.protocol);
	return { ...stage, play, compiled };
}

/** The version that a draft began from, where its own territory has it. */
export function versionBehind({ origin }: Draft): string | undefined {
	return origin.kind === "version" ? origin.hash : undefined;
}
