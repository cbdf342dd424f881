import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { giveChallenge, passkeyActs, takeAnswer } from "#app/server/passkey-acts.server.ts";

export const loader = () => redirect(paths.home(), 303);

/** Where a script asks what a passkey is to sign, and brings its answer. */
export async function action(args: ActionFunctionArgs) {
	const { act } = args.params;
	if (act === "challenge") return giveChallenge(args);
	return takeAnswer(args, passkeyActs.find((known) => known === act) ?? notFound());
}
