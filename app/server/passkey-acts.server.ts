import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { paths } from "#app/paths.ts";
import type { Session } from "./auth.server.ts";
import { parseForm } from "./forms.server.ts";
import { networkBehind } from "./guesses.server.ts";
import { type Entry, hasPlace, readEntry, type Stage } from "./member.server.ts";
import { noteFactorChange } from "./own-factors.server.ts";
import { authenticationOptions, keepPasskey, registrationOptions } from "./passkeys.server.ts";
import { isFresh, noteProof } from "./proof.server.ts";
import { guessPasskey } from "./second-factors.server.ts";
import type { Services } from "./services.server.ts";
import { beginSession, noteEntry, renewSession } from "./sessions.server.ts";
import { takeTry } from "./tries.server.ts";

/** What a passkey may be used for, each from one stage of the way in. */
export const passkeyActs = ["sign-in", "second-factor", "enrol", "prove", "unlock"] as const;

export type PasskeyAct = (typeof passkeyActs)[number];

/** From where each act is asked; signing in, from anywhere. */
const stages: Record<Exclude<PasskeyAct, "sign-in">, Stage[]> = {
	"second-factor": ["second-factor"],
	enrol: ["enrolment", "open"],
	prove: ["open"],
	unlock: ["locked"],
};

/** Challenges that one network may ask for in a quarter of an hour; a whole institution may be one. */
const challengeLimit = { purpose: "passkey-challenge", most: 300, withinMs: 15 * 60 * 1000 };

/** What the browser sends of a passkey. */
export const challengeForm = z.object({ for: z.enum(passkeyActs) });
/** What the browser sends of a passkey. */
export const answerForm = z.object({ passkey: z.string().min(2).max(40_000) });

/** Gives a browser what its passkey is to sign. */
export async function giveChallenge(args: ActionFunctionArgs): Promise<Response> {
	const { request, context } = args;
	const { services } = context;
	const form = await parseForm(request, challengeForm);
	if (!form.ok) throw new Response(null, { status: 400 });
	const act = form.data.for;
	if (!takeTry(services, challengeLimit, networkBehind(request))) return refused(429);

	if (act === "sign-in") return json(await authenticationOptions(services));
	const entry = await entryFor(args, act);
	if (!entry) return refused(401);
	const { userId, memberLabel: label } = entry.member;
	return json(
		act === "enrol"
			? await registrationOptions(services, { userId, label })
			: await authenticationOptions(services, userId),
	);
}

/** Takes what a passkey says, for one act. */
export async function takeAnswer(args: ActionFunctionArgs, act: PasskeyAct): Promise<Response> {
	const form = await parseForm(args.request, answerForm);
	if (!form.ok) throw new Response(null, { status: 400 });
	const { passkey } = form.data;
	if (act === "sign-in") return signInByKey(args, passkey);

	const entry = await entryFor(args, act);
	if (!entry) return refused(401);
	return act === "enrol" ? enrol(args, entry, passkey) : confirm(args, entry, act, passkey);
}

async function signInByKey({ request, context }: ActionFunctionArgs, sent: string) {
	const { services } = context;
	const guessed = await guessPasskey(services, request, sent);
	if (!guessed.ok) return refused(guessed.code === "wrong" ? 422 : 429);
	const userId = guessed.value;
	// A key of somebody who has no place here any more says no more than a wrong one.
	if (!hasPlace(services, userId)) return refused(422);
	const opening = { way: "passkey", proof: "full" } as const;
	return done(await beginSession(services, request, userId, opening));
}

async function confirm(
	{ request, context: { services } }: ActionFunctionArgs,
	entry: Entry,
	act: "second-factor" | "prove" | "unlock",
	sent: string,
): Promise<Response> {
	const { session } = entry;
	const guessed = await guessPasskey(services, request, sent, session.userId);
	if (!guessed.ok) {
		if (guessed.code === "wrong") note(services, entry, "STEP_UP_REFUSED");
		return refused(guessed.code === "wrong" ? 422 : 429);
	}
	if (act === "prove") {
		noteProof(services, entry);
		return json({});
	}
	if (act === "unlock") {
		note(services, entry, "UNLOCKED");
		return done(await renewSession(services, request, session, services.clock.now()));
	}
	return done(await complete(services, request, session));
}

async function enrol(
	{ request, context: { services } }: ActionFunctionArgs,
	entry: Entry,
	sent: string,
): Promise<Response> {
	const { session, stage } = entry;
	// Whoever finds an open screen does not make it theirs.
	if (stage === "open" && !isFresh(services, session)) return refused(401);
	if ((await keepPasskey(services, session.userId, sent)) === undefined) return refused(422);
	noteFactorChange(services, entry);
	return stage === "open"
		? json({ to: paths.accountFactors() })
		: done(await complete(services, request, session));
}

/** The session goes on under another name, with everything proved. */
export function complete(
	services: Services,
	request: Request,
	{ userId, way }: Session,
): Promise<Headers> {
	return beginSession(services, request, userId, { way, proof: "full" });
}

async function entryFor(args: ActionFunctionArgs, act: Exclude<PasskeyAct, "sign-in">) {
	const entry = await readEntry(args);
	return entry && stages[act].includes(entry.stage) ? entry : undefined;
}

function note(services: Services, { member }: Entry, act: "STEP_UP_REFUSED" | "UNLOCKED"): void {
	const { memberId: actor, structureId, visit } = member;
	noteEntry(services, { actor, structureId, act, visit });
}

function done(headers: Headers): Response {
	return json({ to: paths.home() }, { headers });
}

function refused(status: 401 | 422 | 429): Response {
	return json({}, status);
}
