import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { readMember } from "#app/server/member.server.ts";
import { startOf } from "#app/server/start.server.ts";

/** The start: where the visit of who is signed in begins, the door for anybody else. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await readMember(args);
	return redirect(member ? startOf(member) : paths.signIn(), 303);
}
