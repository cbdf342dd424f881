import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { requireProvider } from "#app/server/provider-entry.server.ts";

/** Ends the session at the provider, once ours has ended; back to the door where it has none. */
export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
	const provider = requireProvider(services);
	const back = `${services.environment.origins[0]}${paths.signIn()}`;
	const left = await provider.leave(params.visit ?? "", back);
	const address = left.ok ? left.value?.href : undefined;
	return redirect(address ?? paths.signIn(), 303);
}
