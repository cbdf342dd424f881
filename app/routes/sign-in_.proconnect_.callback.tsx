import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
	goesOnTo,
	ProviderReturnPage,
	ProviderTroublePage,
} from "#app/features/accounts/provider-pages.tsx";
import { comeBack, requireProvider } from "#app/server/provider-entry.server.ts";

/** Where the provider sends people back to. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
	const { label } = requireProvider(services);
	const { headers, came } = await comeBack(services, request);
	return came.ok
		? json({ to: came.to, trouble: null, label }, { headers })
		: json({ to: null, trouble: came.trouble, label }, { headers, status: came.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	data?.to ? [goesOnTo(data.to)] : [];

export default function BackFromProvider() {
	const { to, trouble, label } = useLoaderData<typeof loader>();
	if (trouble) return <ProviderTroublePage trouble={trouble} label={label} />;
	return <ProviderReturnPage to={to ?? "/"} />;
}
