import "#app/locales/needed/situations.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { findForm } from "#app/features/situations/find-form.schema.ts";
import { FindPage } from "#app/features/situations/find-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { findLimit } from "#app/server/find-limit.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { noteLock } from "#app/server/lock-alerts.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { countWrongTry, hasTriedTooOften } from "#app/server/tries.server.ts";
import { lineByCode } from "#db/access.ts";

export async function loader(args: LoaderFunctionArgs) {
	requireMay(await requireMember(args), "find-situation");
	return json({});
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "find-situation");
	const { services } = args.context;

	const form = await parseForm(args.request, findForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const values = { code: form.data.code };
	if (hasTriedTooOften(services, findLimit, member.memberId)) {
		return json({ errors: { code: [textKey("situations:find.tooMany")] }, values }, 429);
	}
	const found = lineByCode(services.db, member, form.data.code);
	if (found === "wrong-check") {
		return json({ errors: { code: [textKey("situations:find.wrongCheck")] }, values }, 422);
	}
	if (found) return redirect(addressOf(found), 303);
	countWrongTry(services, findLimit, member.memberId);
	if (hasTriedTooOften(services, findLimit, member.memberId)) {
		noteLock(services, member, { act: "SEARCH_LOCKED", withinMs: findLimit.withinMs });
	}
	return json({ errors: { code: [textKey("situations:find.absent")] }, values }, 422);
}

function addressOf(found: Exclude<ReturnType<typeof lineByCode>, "wrong-check" | undefined>) {
	return "handoff" in found ? paths.handoff(found.handoff) : paths.situation(found.handle);
}

export default function FindSituation() {
	return <FindPage answer={useActionData<typeof action>()} />;
}
