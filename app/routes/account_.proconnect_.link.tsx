import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProviderTroublePage } from "#app/features/accounts/provider-pages.tsx";
import { requireLinkable } from "#app/server/linkable.server.ts";
import { leaveForProvider } from "#app/server/provider-entry.server.ts";

/** Goes to the provider to link an account; nothing is linked before a yes on a page of ours. */
export async function loader(args: LoaderFunctionArgs) {
	const { member, label } = await requireLinkable(args);
	const purpose = { for: "link", userId: member.userId } as const;
	const left = await leaveForProvider(args.context.services, purpose);
	return left.ok ? left.answer : json({ trouble: left.trouble, label }, left.status);
}

export default function LeaveToLink() {
	const { trouble, label } = useLoaderData<typeof loader>();
	return <ProviderTroublePage trouble={trouble} label={label} />;
}
