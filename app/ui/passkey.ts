import type {
	PublicKeyCredentialCreationOptionsJSON as MakingOptions,
	PublicKeyCredentialRequestOptionsJSON as SigningOptions,
} from "@simplewebauthn/browser";
import { paths } from "#app/paths.ts";

/** What came of asking somebody for their passkey. */
export type PasskeyOutcome = "done" | "cancelled" | "wrong" | "too-many" | "stale" | "failed";

/** Where an answer of a passkey may be brought. */
export type PasskeyAct = "sign-in" | "second-factor" | "enrol" | "prove" | "unlock";

/** Whether this browser knows passkeys at all; asked in the browser only. */
export function knowsPasskeys(): boolean {
	return typeof PublicKeyCredential === "function" && isSecureContext;
}

/**
 * Asks the person for their passkey, or to make one, and brings the answer to the server.
 *
 * @returns what came of it; where to go on, if the server says so
 */
export async function askPasskey(
	act: PasskeyAct,
): Promise<{ outcome: PasskeyOutcome; to?: string }> {
	const challenge = await post("challenge", { for: act });
	if (!challenge.ok) return { outcome: outcomeOf(challenge.status) };
	const signed = await sign(act, await challenge.json());
	if (typeof signed === "string") return { outcome: signed };
	const answer = await post(act, { passkey: JSON.stringify(signed) });
	if (!answer.ok) return { outcome: outcomeOf(answer.status) };
	return { outcome: "done", ...((await answer.json()) as { to?: string }) };
}

/** The browser's own part; its code is fetched when somebody first wants it. */
async function sign(act: PasskeyAct, options: unknown): Promise<object | PasskeyOutcome> {
	const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
	try {
		return act === "enrol"
			? await startRegistration({ optionsJSON: options as MakingOptions })
			: await startAuthentication({ optionsJSON: options as SigningOptions });
	} catch (error) {
		const name = error instanceof Error ? error.name : "";
		return name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "failed";
	}
}

function post(act: string, fields: Record<string, string>): Promise<Response> {
	return fetch(paths.passkey(act), { method: "POST", body: new URLSearchParams(fields) });
}

function outcomeOf(status: number): PasskeyOutcome {
	if (status === 422) return "wrong";
	if (status === 429) return "too-many";
	return status === 401 ? "stale" : "failed";
}
