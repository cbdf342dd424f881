import "#app/locales/needed/recovery.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { changePasswordForm } from "#app/features/accounts/new-password-form.schema.ts";
import { PasswordPage } from "#app/features/accounts/new-password-pages.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { factorsOf } from "#app/server/factors.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { guessOwnPassword } from "#app/server/locks.server.ts";
import { requireStage } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { changePassword } from "#app/server/own-password.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { wordsAbout } from "#db/credentials.ts";

/** For who has a password of their own; the one of the demonstration is everybody's. */
async function requireChangeable(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const entry = await requireStage(args, "open");
	requireMay(entry.member, "read-account");
	const { password } = factorsOf(args.context.services, entry.session.userId);
	return password && !entry.member.demonstration ? entry : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
	await requireChangeable(args);
	return json({});
}

export async function action(args: ActionFunctionArgs) {
	const entry = await requireChangeable(args);
	const { request, context } = args;
	const { services } = context;
	const { userId } = entry.session;
	const form = await parseForm(request, changePasswordForm(wordsAbout(services.db, userId)));
	if (!form.ok) return json({ errors: form.errors, done: false }, 422);

	const { currentPassword, password } = form.data;
	const known = await guessOwnPassword(services, request, userId, currentPassword);
	if (known.ok) {
		await changePassword(services, entry, password);
		return json({ errors: {}, done: true });
	}
	return known.code === "too-many"
		? json({ errors: { form: [textKey("recovery:password.tooMany")] }, done: false }, 429)
		: json(
				{ errors: { currentPassword: [textKey("recovery:password.currentWrong")] }, done: false },
				422,
			);
}

export default function Password() {
	const answer = useActionData<typeof action>();
	return <PasswordPage answer={answer} done={answer?.done === true} />;
}
