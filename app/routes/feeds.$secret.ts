import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFeed } from "#app/server/due-feed.server.ts";

/**
 * One's due dates for a calendar application, which cannot sign in: the only page that a secret
 * address alone opens. It says when to look, and never at what.
 */
export function loader({ request, params, context }: LoaderFunctionArgs) {
	const calendar = readFeed(context.services, request, params.secret ?? "");
	return new Response(calendar, {
		headers: {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": "attachment; filename=agenda.ics",
			"Cache-Control": "no-store",
		},
	});
}
