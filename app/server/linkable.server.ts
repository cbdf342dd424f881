import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Member, requireMember } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { requireMay } from "./policy.server.ts";
import { requireProvider } from "./provider-entry.server.ts";

/**
 * Who may link their account with one at the provider. The accounts of a demonstration are shared
 * by all its visitors: nobody links themselves with one.
 *
 * @throws Response 303 to sign-in; 404 in a demonstration, or where no provider is set up
 */
export async function requireLinkable(
	args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ member: Member; label: string }> {
	const member = await requireMember(args);
	requireMay(member, "read-account");
	const { label } = requireProvider(args.context.services);
	return member.demonstration ? notFound() : { member, label };
}
