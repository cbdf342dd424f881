import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Draft, draftOf } from "#db/drafts.ts";
import { type Member, requireMember } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { type Act, requireMay } from "./policy.server.ts";

/** Who asks for a page of a draft, and that draft. */
export type DraftDoor = { member: Member; draft: Draft };

/**
 * The draft that an address names, for who may do this.
 *
 * @throws Response 303 to sign-in; 404 for who may not, and where their territory has no such draft
 */
export async function requireDraft(
	args: LoaderFunctionArgs | ActionFunctionArgs,
	act: Act,
): Promise<DraftDoor> {
	const member = await requireMember(args);
	requireMay(member, act);
	const { db } = args.context.services;
	const draftId = args.params.draftId ?? "";
	const draft = draftOf(db, { territoryId: member.territoryId, draftId }) ?? notFound();
	return { member, draft };
}
