import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProviderTroublePage } from "#app/features/accounts/provider-pages.tsx";
import { leaveForProvider, requireProvider } from "#app/server/provider-entry.server.ts";

/**
 * Sends somebody to the provider. A link leads here, not a form: what a form leads to has to be
 * ours (`form-action`), and the provider is not.
 */
export async function loader({ context: { services } }: LoaderFunctionArgs) {
	const { label } = requireProvider(services);
	const left = await leaveForProvider(services, { for: "sign-in" });
	return left.ok ? left.answer : json({ trouble: left.trouble, label }, left.status);
}

export default function SignInWithProvider() {
	const { trouble, label } = useLoaderData<typeof loader>();
	return <ProviderTroublePage trouble={trouble} label={label} />;
}
