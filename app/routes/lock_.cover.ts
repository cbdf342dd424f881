import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { answerLock } from "#app/server/lock-acts.server.ts";

export const loader = () => redirect(paths.home(), 303);

/** The lock for the script that covers a page without leaving it: what is written there stays. */
export async function action(args: ActionFunctionArgs) {
	const answer = await answerLock(args);
	switch (answer.is) {
		case "locked":
			return json({});
		case "open":
			return json({}, { headers: answer.headers });
		case "out":
			return json({}, 401);
		case "refused":
			return json({ errors: answer.errors }, answer.status);
	}
}
