import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { actingForm } from "#app/features/shell/acting-form.schema.ts";
import { internalPath, paths } from "#app/paths.ts";
import { actingCookie } from "#app/server/acting.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";

export const loader = () => redirect(paths.home(), 303);

/** Acts for another of one's own structures from now on. */
export async function action(args: ActionFunctionArgs) {
	const { memberships } = await requireMember(args);
	const form = await parseForm(args.request, actingForm);
	if (!form.ok) throw new Response(null, { status: 400 });

	const { memberId, back } = form.data;
	if (!memberships.some((membership) => membership.memberId === memberId)) notFound();
	const cookie = actingCookie(args.context.services.environment, memberId);
	return redirect(internalPath(back), { status: 303, headers: { "Set-Cookie": cookie } });
}
