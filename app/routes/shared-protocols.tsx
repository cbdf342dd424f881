import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SharedPage } from "#app/features/exchange/shared-page.tsx";
import { startForm } from "#app/features/exchange/start-form.schema.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { createDraft } from "#db/drafts.ts";
import { sharedVersion, sharedWith } from "#db/shared-protocols.ts";
import { sayWell } from "#protocols/compiler/wording.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");

	const language = languageOf(args.request);
	const rows = sharedWith(args.context.services.db, member.territoryId);
	return json(
		rows.map(({ title, audience, ...row }) => ({
			...row,
			shortHash: row.hash.slice(0, 8),
			title: sayWell(title, language),
			...(audience ? { audience: sayWell(audience, language) } : {}),
		})),
	);
}

/** Starts a draft from a shared version: its document is copied, its hash and its author are kept. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");

	const form = await parseForm(args.request, startForm);
	if (!form.ok) throw new Response(null, { status: 400 });

	const { services } = args.context;
	const { territory, version: hash } = form.data;
	const shared = { territoryId: territory, hash };
	const protocol = sharedVersion(services.db, { askedBy: member.territoryId, ...shared });
	if (!protocol) return json({ gone: true }, 409);

	const { territoryId } = member;
	const id = createDraft(services.db, momentOf(services), member, {
		territoryId,
		origin: { kind: "shared", ...shared },
		protocol,
	});
	return redirect(paths.draft(id), 303);
}

export default function SharedProtocols() {
	const shared = useLoaderData<typeof loader>();
	return <SharedPage shared={shared} gone={useActionData<typeof action>()?.gone ?? false} />;
}
