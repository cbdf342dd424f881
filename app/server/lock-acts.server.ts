import type { ActionFunctionArgs } from "@remix-run/node";
import { lockForm } from "#app/features/lock/lock-form.schema.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { parseForm } from "./forms.server.ts";
import { lockSession, unlockingOf, unlockSession } from "./locks.server.ts";
import { type Entry, readEntry } from "./member.server.ts";

/** What came of locking or unlocking. */
export type LockAnswer =
	| { is: "locked" }
	| { is: "open"; headers: Headers }
	/** There is no session, or none that can be locked. */
	| { is: "out" }
	| { is: "refused"; errors: Record<string, string[]>; status: 422 | 429 };

/** Locks a session, or takes it up again. Asking twice for the same changes nothing. */
export async function answerLock(args: ActionFunctionArgs): Promise<LockAnswer> {
	const { request, context } = args;
	const entry = await readEntry(args);
	const form = await parseForm(request, lockForm);
	if (!form.ok) throw new Response(null, { status: 400 });
	const { wish, password, code } = form.data;
	if (entry?.stage !== "open" && entry?.stage !== "locked") return { is: "out" };

	if (wish === "lock") {
		if (entry.stage === "open") lockSession(context.services, entry);
		return { is: "locked" };
	}
	if (entry.stage === "open") return { is: "open", headers: new Headers() };
	return unlock(args, entry, password ?? code ?? "");
}

async function unlock(
	{ request, context: { services } }: ActionFunctionArgs,
	entry: Entry,
	typed: string,
): Promise<LockAnswer> {
	const { typed: how } = unlockingOf(services, entry);
	const field = how === "code" ? "code" : "password";
	if (typed === "" && how !== "tap") {
		const missing = textKey(`lock:${field}Missing`);
		return { is: "refused", errors: { [field]: [missing] }, status: 422 };
	}
	const unlocked = await unlockSession(services, request, entry, typed);
	if (unlocked.ok) return { is: "open", headers: unlocked.value };
	return unlocked.code === "too-many"
		? { is: "refused", errors: { form: [textKey("lock:tooMany")] }, status: 429 }
		: { is: "refused", errors: { [field]: [textKey("lock:wrong")] }, status: 422 };
}
