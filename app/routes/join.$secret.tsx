import "#app/locales/needed/joining.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { joinForm, vouchedForm } from "#app/features/accounts/join-form.schema.ts";
import { GonePage, JoinPage } from "#app/features/accounts/join-page.tsx";
import { keepLanguage } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { arrivedFor, enterAsNewcomer, openInvitation } from "#app/server/joining.server.ts";
import { readMember } from "#app/server/member.server.ts";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

/** The link of an invitation. Opening it uses nothing up: programs that check mail open links too. */
export async function loader(args: LoaderFunctionArgs) {
	const { request, params, context } = args;
	const secret = params.secret ?? "";
	if (await readMember(args)) throw redirect(paths.joinAsMember(secret), 303);

	const opened = await openInvitation(context.services, request, secret);
	if (!opened.ok) return json({ open: null }, opened.code === "too-many" ? 429 : 404);
	const { territoryId, email, ...invitation } = opened.value;
	const { timeZone } = workingCalendarOf(context.services.db, territoryId);
	const { structureName, territoryName, label, expiresAt, duty, reception, manager } = invitation;
	return json({
		open: {
			place: {
				...{ structureName, territoryName, label, email, expiresAt, timeZone },
				...{ duty, reception, manager },
			},
			secret,
			provider: context.services.provider?.label ?? null,
			vouched: arrivedFor(context.services, request, secret) !== undefined,
		},
	});
}

/** The page that is shown then says by itself that the link opens nothing. */
const nothing: FormAnswer = {};

/** Makes the account, and enters it. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
	const secret = params.secret ?? "";
	const opened = await openInvitation(services, request, secret);
	if (!opened.ok) return json(nothing, opened.code === "too-many" ? 429 : 404);

	const arrived = arrivedFor(services, request, secret);
	const form = await parseForm(request, arrived ? vouchedForm : joinForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const entered = await enterAsNewcomer(services, request, opened.value, form.data, arrived);
	if (entered.ok) {
		keepLanguage(entered.headers, request, services.environment);
		return redirect(paths.home(), { status: 303, headers: entered.headers });
	}
	const { name, email } = form.data;
	if (entered.code === "over") return json(nothing, 404);
	const errors = { form: [textKey(`joining:refusals.${entered.code}`)] };
	return json({ errors, values: { name, email } }, entered.code === "too-many" ? 429 : 422);
}

export default function Join() {
	const { open } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return open ? <JoinPage {...open} answer={answer} /> : <GonePage />;
}
