import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LockPage } from "#app/features/lock/lock-page.tsx";
import { paths } from "#app/paths.ts";
import { answerLock } from "#app/server/lock-acts.server.ts";
import { unlockingOf } from "#app/server/locks.server.ts";
import { requireStage } from "#app/server/member.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const entry = await requireStage(args, "locked");
	return json({ unlocking: unlockingOf(args.context.services, entry) });
}

/** Locks the session, or takes it up again. */
export async function action(args: ActionFunctionArgs) {
	const answer = await answerLock(args);
	switch (answer.is) {
		case "locked":
			// What the browser keeps of the pages before goes with it.
			return redirect(paths.lock(), { status: 303, headers: { "Clear-Site-Data": '"cache"' } });
		case "open":
			return redirect(paths.home(), { status: 303, headers: answer.headers });
		case "out":
			return redirect(paths.signIn(), 303);
		case "refused":
			return json({ errors: answer.errors }, answer.status);
	}
}

export default function Lock() {
	const { unlocking } = useLoaderData<typeof loader>();
	return <LockPage unlocking={unlocking} answer={useActionData<typeof action>()} />;
}
