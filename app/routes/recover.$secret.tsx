import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newPasswordForm } from "#app/features/accounts/new-password-form.schema.ts";
import { RecoverPage, RecoveryGone } from "#app/features/accounts/new-password-pages.tsx";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { openRecovery, recover } from "#app/server/recoveries.server.ts";
import { beginSession } from "#app/server/sessions.server.ts";
import { wordsAbout } from "#db/credentials.ts";

/** The link of a recovery. Whatever does not open says the same. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
	const opened = await openRecovery(services, request, params.secret ?? "");
	if (!opened.ok) return json({ open: null }, opened.code === "too-many" ? 429 : 404);
	return json({ open: { anew: opened.value.kind === "factors" } });
}

/** Sets the new password. It opens nothing by itself: the second factor comes next, kept or new. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
	const opened = await openRecovery(services, request, params.secret ?? "");
	if (!opened.ok) throw new Response(null, { status: opened.code === "too-many" ? 429 : 404 });
	const { userId } = opened.value;
	const form = await parseForm(request, newPasswordForm(wordsAbout(services.db, userId)));
	if (!form.ok) return json({ errors: form.errors, values: {} }, 422);

	if (!(await recover(services, opened.value, form.data.password))) {
		throw new Response(null, { status: 404 });
	}
	const opening = { way: "recovery", proof: "first" } as const;
	const headers = await beginSession(services, request, userId, opening);
	return redirect(paths.home(), { status: 303, headers });
}

export default function Recover() {
	const { open } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return open ? <RecoverPage anew={open.anew} answer={answer} /> : <RecoveryGone />;
}
