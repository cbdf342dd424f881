import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GonePage } from "#app/features/accounts/join-page.tsx";
import { ProviderTroublePage } from "#app/features/accounts/provider-pages.tsx";
import { openInvitation } from "#app/server/joining.server.ts";
import { leaveForProvider, requireProvider } from "#app/server/provider-entry.server.ts";

/** Goes to the provider to be vouched for, and comes back to the same invitation. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
	const { label } = requireProvider(services);
	const secret = params.secret ?? "";
	const opened = await openInvitation(services, request, secret);
	if (!opened.ok) return json({ trouble: null, label }, opened.code === "too-many" ? 429 : 404);
	const left = await leaveForProvider(services, { for: "join", secret });
	return left.ok ? left.answer : json({ trouble: left.trouble, label }, left.status);
}

export default function JoinWithProvider() {
	const { trouble, label } = useLoaderData<typeof loader>();
	return trouble ? <ProviderTroublePage trouble={trouble} label={label} /> : <GonePage />;
}
