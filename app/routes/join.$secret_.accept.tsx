import "#app/locales/needed/joining.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AcceptPage, GonePage } from "#app/features/accounts/join-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/server/forms.server.ts";
import { enterAsMember, openInvitation } from "#app/server/joining.server.ts";
import { readEntry, requireMember } from "#app/server/member.server.ts";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

/** The link of an invitation, for somebody who has an account. */
export async function loader(args: LoaderFunctionArgs) {
	const { request, params, context } = args;
	const member = (await readEntry(args)) ? await requireMember(args) : null;
	const secret = params.secret ?? "";
	const opened = await openInvitation(context.services, request, secret);
	if (!opened.ok) return json({ open: null }, opened.code === "too-many" ? 429 : 404);

	const { structureName, territoryName, territoryId, label, expiresAt } = opened.value;
	const { duty, reception, manager } = opened.value;
	const { timeZone } = workingCalendarOf(context.services.db, territoryId);
	return json({
		open: {
			place: {
				...{ structureName, territoryName, label, email: null, expiresAt, timeZone },
				...{ duty, reception, manager },
			},
			secret,
			name: member?.userName ?? null,
		},
	});
}

/** The page that is shown then says by itself that the link opens nothing. */
const nothing: FormAnswer = {};

/** Takes the place, and acts there from now on. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	const { request, params, context } = args;
	await readForm(request);
	const opened = await openInvitation(context.services, request, params.secret ?? "");
	if (!opened.ok) return json(nothing, opened.code === "too-many" ? 429 : 404);

	const entered = enterAsMember(context.services, member, opened.value);
	if (entered.ok) return redirect(paths.home(), { status: 303, headers: entered.headers });
	if (entered.code === "over") return json(nothing, 404);
	return json({ errors: { form: [textKey(`joining:refusals.${entered.code}`)] } }, 422);
}

export default function AcceptInvitation() {
	const { open } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return open ? <AcceptPage {...open} answer={answer} /> : <GonePage />;
}
