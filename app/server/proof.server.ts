import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { sessions } from "#db/schema/accounts.ts";
import type { Session } from "./auth.server.ts";
import { factorsOf } from "./factors.server.ts";
import { readForm, withoutSecrets } from "./forms.server.ts";
import { type Entry, readEntry, requireStage } from "./member.server.ts";
import { guessCode } from "./second-factors.server.ts";
import type { Services } from "./services.server.ts";
import { noteEntry } from "./sessions.server.ts";

/*
 * Some acts want to know again who is in front of the screen: sending, accepting and refusing a
 * handoff, closing, inviting, changing somebody's rights, exporting, publishing, break-glass.
 *
 * In a route:
 *
 *   loader   return json({ …, proof: await proofAsked(args) });
 *   action   const proved = await requireFreshProof(args);
 *            const form = await parseForm(proved.args.request, schema);
 *            if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
 *            if (!proved.fresh) return json(proved.answer, proved.status);
 *   screen   <ProofFields ask={proof} answer={useActionData<typeof action>()} />, in the form,
 *            just above its button.
 *
 * Signing in is a proof too: who comes in and acts at once is asked nothing.
 */

/** How long a proof counts. */
export const proofLastsMs = 5 * 60 * 1000;

/** It is asked for with the form when it would run out while somebody answers. */
const runsOutWithinMs = 2 * 60 * 1000;

/** The fields that `ProofFields` adds to a form. */
const proofFields = ["proofCode", "proofTick"] as const;

/** How the person in front of the screen proves who they are. */
export type ProofAsk =
	/** A box to tick, where everything is made up. */
	| { kind: "tick" }
	/** A code of their application or on paper; or their passkey, if they have one. */
	| { kind: "code"; passkey: boolean }
	| { kind: "passkey" }
	/** They have nothing of ours: they sign in again with ProConnect. */
	| { kind: "provider" };

/** A form from which the proof was taken, and whether it counts. */
export type Proved =
	| { fresh: true; args: ActionFunctionArgs }
	| {
			fresh: false;
			args: ActionFunctionArgs;
			/** What to show beside the form: why, and everything that was typed. */
			answer: { errors: Record<string, string[]>; values: Record<string, string | string[]> };
			status: 422 | 429;
	  };

/** What to ask with a form that wants a proof; `null` while the last one is recent enough. */
export async function proofAsked(args: LoaderFunctionArgs): Promise<ProofAsk | null> {
	const entry = await readEntry(args);
	if (!entry) throw redirect(paths.signIn(), 303);
	const { services } = args.context;
	return isFresh(services, entry.session, runsOutWithinMs) ? null : askOf(services, entry);
}

/**
 * Takes the proof out of a form, so that what is left is the form's own. Call it before
 * `parseForm`, and give that the request of `args`: the body of the first one is read.
 *
 * @throws Response 303 to sign-in, to the second factor or to the lock; 400, 413 or 415
 */
export async function requireFreshProof(args: ActionFunctionArgs): Promise<Proved> {
	const entry = await requireStage(args, "open");
	const form = await readForm(args.request);
	const [code, tick] = proofFields.map((name) => form.get(name) ?? "");
	for (const name of proofFields) form.delete(name);
	const rest = { ...args, request: withBody(args.request, form) };

	const { services } = args.context;
	const ask = askOf(services, entry);
	const given = ask.kind === "tick" ? tick === "yes" : ask.kind === "code" && code !== "";
	if (!given && isFresh(services, entry.session)) return { fresh: true, args: rest };

	const refused = given ? await refusalOf(args, entry, ask, code ?? "") : missing(ask);
	if (!refused) {
		noteProof(services, entry);
		return { fresh: true, args: rest };
	}
	const { field, message, status } = refused;
	const values = withoutSecrets(valuesOf(form));
	return { fresh: false, args: rest, answer: { errors: { [field]: [message] }, values }, status };
}

/** Notes that somebody has just proved again who they are. */
export function noteProof(services: Services, { session, member }: Entry): void {
	const now = services.clock.now();
	session.provedAt = now;
	services.db
		.update(sessions)
		.set({ provedAt: new Date(now) })
		.where(eq(sessions.token, session.token))
		.run();
	const { memberId: actor, structureId, visit } = member;
	noteEntry(services, { actor, structureId, act: "STEP_UP", visit });
}

/** Whether somebody proved who they are a short while ago. */
export function isFresh({ clock }: Services, { provedAt }: Session, marginMs = 0): boolean {
	return provedAt !== undefined && clock.now() - provedAt < proofLastsMs - marginMs;
}

function askOf(services: Services, { session, member }: Entry): ProofAsk {
	if (session.way === "demonstration") return { kind: "tick" };
	const { codes, passkeys } = factorsOf(services, session.userId);
	if (codes) return { kind: "code", passkey: passkeys > 0 };
	if (passkeys > 0) return { kind: "passkey" };
	return member.demonstration ? { kind: "tick" } : { kind: "provider" };
}

type Refused = { field: string; message: TextKey; status: 422 | 429 };

async function refusalOf(
	{ request, context: { services } }: ActionFunctionArgs,
	{ session, member }: Entry,
	ask: ProofAsk,
	code: string,
): Promise<Refused | undefined> {
	if (ask.kind !== "code") return undefined;
	const guessed = await guessCode(services, request, session.userId, code, "proof");
	if (guessed.ok) return undefined;
	if (guessed.code === "too-many") {
		return { field: "proofCode", message: textKey("proof:tooMany"), status: 429 };
	}
	const { memberId: actor, structureId, visit } = member;
	noteEntry(services, { actor, structureId, act: "STEP_UP_REFUSED", visit });
	return { field: "proofCode", message: textKey("proof:wrong"), status: 422 };
}

function missing(ask: ProofAsk): Refused {
	switch (ask.kind) {
		case "tick":
			return { field: "proofTick", message: textKey("proof:missing.tick"), status: 422 };
		case "code":
			return { field: "proofCode", message: textKey("proof:missing.code"), status: 422 };
		case "passkey":
			return { field: "form", message: textKey("proof:missing.passkey"), status: 422 };
		case "provider":
			return { field: "form", message: textKey("proof:missing.provider"), status: 422 };
	}
}

function valuesOf(form: URLSearchParams): Record<string, string | string[]> {
	return Object.fromEntries(
		[...new Set(form.keys())].map((name) => {
			const sent = form.getAll(name);
			return [name, sent.length > 1 ? sent : (sent[0] ?? "")];
		}),
	);
}

function withBody({ url, headers }: Request, form: URLSearchParams): Request {
	const kept = new Headers(headers);
	kept.delete("content-length");
	return new Request(url, { method: "POST", headers: kept, body: form.toString() });
}
