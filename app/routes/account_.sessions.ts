import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSessionsForm } from "#app/features/accounts/end-sessions.schema.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireStage } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { endOtherSessions, endOwnSession } from "#app/server/own-sessions.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

export const loader = () => redirect(paths.account(), 303);

/** Ends other sessions of one's own, at once. */
export async function action(args: ActionFunctionArgs) {
	const { session, member } = await requireStage(args, "open");
	requireMay(member, "read-account");
	const { services } = args.context;
	const form = await parseForm(args.request, endSessionsForm);
	if (!form.ok) throw new Response(null, { status: 400 });

	const { end } = form.data;
	if (end === "others") endOtherSessions(services, session);
	else if (!endOwnSession(services, session, end)) notFound();
	return redirect(paths.account(), 303);
}
