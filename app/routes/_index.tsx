import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { readMember } from "#app/server/member.server.ts";

/** The start: one's day for who is signed in, the door for anybody else. */
export async function loader(args: LoaderFunctionArgs) {
	return redirect((await readMember(args)) ? paths.myDay() : paths.signIn(), 303);
}
