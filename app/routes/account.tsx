import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountPage } from "#app/features/accounts/account-page.tsx";
import { LanguageChoice } from "#app/features/shell/language-choice.tsx";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-account");

	const { userName: name, memberLabel: label, memberId, structureName } = member;
	const { duty, reception, manager, memberships } = member;
	return json({
		person: { name, label, memberId, structureName, duty, reception, manager },
		memberships,
	});
}

export default function Account() {
	return <AccountPage {...useLoaderData<typeof loader>()} languageChoice={<LanguageChoice />} />;
}
