import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/server/forms.server.ts";
import { type LookingAfter, looksAfter, withdraw } from "#app/server/invitations.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

export const loader = () => redirect(paths.home(), 303);

const listOf: Record<LookingAfter, string> = {
	"invite-colleague": paths.colleagues(),
	"keep-directory": paths.upkeep(),
	"administer-instance": paths.administration(),
};

/** Withdraws an invitation that one looks after; for anybody else there is none. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	await readForm(args.request);
	const { services } = args.context;
	const invitationId = args.params.invitationId ?? "";
	const as = looksAfter(services, member, invitationId) ?? notFound();
	requireMay(member, as);
	withdraw(services, member, invitationId);
	return redirect(`${listOf[as]}?saved=withdrawn`, 303);
}
