import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { structureLettersForm } from "#app/features/messages/structure-letters.schema.ts";
import { StructureLettersPage } from "#app/features/messages/structure-letters-page.tsx";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { structureWishes } from "#db/letter-readers.ts";
import { keepStructureWishes } from "#db/letter-wishes.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const { urgentTo, mailbox, mailboxNotices, language } = structureWishes(
		args.context.services.db,
		member.structureId,
	);
	return json({
		structure: member.structureName,
		wishes: { urgentTo, mailbox, mailboxNotices, language },
		saved: new URL(args.request.url).searchParams.has("saved"),
	});
}

/** Keeps what a structure decided about its letters. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const form = await parseForm(args.request, structureLettersForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { services } = args.context;
	const { mailboxNotices, ...wishes } = form.data;
	keepStructureWishes(services.db, momentOf(services), member, {
		...wishes,
		mailboxNotices: mailboxNotices === "yes",
	});
	return redirect(`${paths.structureMessages()}?saved`, 303);
}

export default function StructureMessages() {
	return (
		<StructureLettersPage
			{...useLoaderData<typeof loader>()}
			answer={useActionData<typeof action>()}
		/>
	);
}
