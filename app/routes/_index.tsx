import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireMember } from "#app/server/member.server.ts";
import { startOf } from "#app/server/start.server.ts";

/** The start: where the visit of who is signed in begins; for anybody else the door, or what is missing. */
export async function loader(args: LoaderFunctionArgs) {
	return redirect(startOf(await requireMember(args)), 303);
}
