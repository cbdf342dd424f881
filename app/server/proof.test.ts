import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { z } from "zod";
import { audit } from "#db/schema/audit.ts";
import { authenticator } from "./authenticator.for-tests.ts";
import { parseForm } from "./forms.server.ts";
import { cookieOf, inhabited, minute } from "./inhabited.for-tests.ts";
import { lockSession } from "./locks.server.ts";
import { readEntry } from "./member.server.ts";
import { keepPasskey, registrationOptions } from "./passkeys.server.ts";
import { noteProof, proofAsked, requireFreshProof } from "./proof.server.ts";
import { linkCodes, realWorld } from "./real-world.for-tests.ts";
import { testOrigin } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";
import { beginSession } from "./sessions.server.ts";

const schema = z.object({ reason: z.string(), services: z.array(z.string()) });
const typed = { reason: "FULL", services: ["care", "school"] };

test("who has just signed in is asked nothing", async () => {
	const { services, args } = await signedIn();
	await linkCodes(services, "crip-user");

	expect(await proofAsked(args())).toBeNull();
	expect(await requireFreshProof(args())).toMatchObject({ fresh: true });
	services.pass(4.9 * minute);
	expect(await requireFreshProof(args())).toMatchObject({ fresh: true });
});

test("a page says in advance that the proof will run out while it is answered", async () => {
	const { services, args } = await signedIn();
	await linkCodes(services, "crip-user");

	services.pass(3.1 * minute);

	expect(await proofAsked(args())).toEqual({ kind: "code", passkey: false });
});

test("after five minutes the form comes back with everything that was typed, and says why", async () => {
	const { services, args } = await signedIn();
	await linkCodes(services, "crip-user");
	services.pass(5 * minute);

	const proved = await requireFreshProof(args({ proofCode: "" }));

	expect(proved).toMatchObject({
		fresh: false,
		status: 422,
		answer: { errors: { proofCode: ["proof:missing.code"] }, values: typed },
	});
});

test("its own fields are taken out, so that a strict form reads the rest", async () => {
	const { services, args } = await signedIn();
	const codes = await linkCodes(services, "crip-user");
	services.pass(5 * minute);

	const proved = await requireFreshProof(args({ proofCode: await codes(), proofTick: "yes" }));
	const form = await parseForm(proved.args.request, schema);

	expect(proved.fresh).toBe(true);
	expect(form).toEqual({ ok: true, data: typed });
});

test("a code proves for five minutes; the same code again proves nothing", async () => {
	const { services, args } = await signedIn();
	const codes = await linkCodes(services, "crip-user");
	services.pass(5 * minute);
	const code = await codes();

	expect(await requireFreshProof(args({ proofCode: code }))).toMatchObject({ fresh: true });
	expect(await proofAsked(args())).toBeNull();
	services.pass(5 * minute);
	expect(await requireFreshProof(args({ proofCode: code }))).toMatchObject({
		fresh: false,
		answer: { errors: { proofCode: ["proof:wrong"] }, values: typed },
	});
});

test("a wrong code is refused even while the last proof is recent, and after ten nobody is heard", async () => {
	const { services, args } = await signedIn();
	const codes = await linkCodes(services, "crip-user");
	const wrong = (await codes()) === "000000" ? "111111" : "000000";

	for (let tried = 0; tried < 10; tried++) {
		expect(await requireFreshProof(args({ proofCode: wrong }))).toMatchObject({ status: 422 });
	}

	expect(await requireFreshProof(args({ proofCode: await codes() }))).toMatchObject({
		fresh: false,
		status: 429,
		answer: { errors: { proofCode: ["proof:tooMany"] }, values: typed },
	});
	expect(acts(services).filter((act) => act === "STEP_UP_REFUSED")).toHaveLength(10);
});

test("a box proves nothing where people are real", async () => {
	const { services, args } = await signedIn();
	await linkCodes(services, "crip-user");
	services.pass(5 * minute);

	expect(await requireFreshProof(args({ proofTick: "yes" }))).toMatchObject({ fresh: false });
});

test("who has only a passkey is asked for it, and its proof counts for the form that is sent next", async () => {
	const { services, args } = await signedIn();
	await giveKey(services);
	services.pass(5 * minute);

	expect(await proofAsked(args())).toEqual({ kind: "passkey" });
	expect(await requireFreshProof(args())).toMatchObject({
		fresh: false,
		answer: { errors: { form: ["proof:missing.passkey"] }, values: typed },
	});
	const entry = await readEntry(args());
	if (entry) noteProof(services, entry);
	expect(await requireFreshProof(args())).toMatchObject({ fresh: true });
	expect(acts(services)).toContain("STEP_UP");
});

test("who has codes and a passkey may choose", async () => {
	const { services, args } = await signedIn();
	await linkCodes(services, "crip-user");
	await giveKey(services);
	services.pass(5 * minute);

	expect(await proofAsked(args())).toEqual({ kind: "code", passkey: true });
});

test("who came by a provider and has nothing of ours proves it there", async () => {
	const { services, args } = await signedIn("proconnect");
	services.pass(5 * minute);

	expect(await proofAsked(args())).toEqual({ kind: "provider" });
	expect(await requireFreshProof(args())).toMatchObject({
		answer: { errors: { form: ["proof:missing.provider"] } },
	});
});

test("what must not be shown again is not among what is kept", async () => {
	const { services, args } = await signedIn();
	await linkCodes(services, "crip-user");
	services.pass(5 * minute);

	const proved = await requireFreshProof(args({ password: "do not show this" }));

	expect(JSON.stringify(proved)).not.toContain("do not show this");
});

test("a locked session proves nothing before it is taken up again", async () => {
	const { services, args } = await signedIn();
	const entry = await readEntry(args());
	if (entry) lockSession(services, entry);

	await expect(requireFreshProof(args())).rejects.toMatchObject({ status: 303 });
});

test("in the demonstration the proof is a box to tick", async () => {
	const { services: madeUp } = await inhabited();
	const args = argumentsFor(madeUp, await open(madeUp, "bea", "demonstration"));

	expect(await requireFreshProof(args())).toMatchObject({ fresh: true });
	madeUp.pass(5 * minute);
	expect(await proofAsked(args())).toEqual({ kind: "tick" });
	expect(await requireFreshProof(args({ proofTick: "no" }))).toMatchObject({
		answer: { errors: { proofTick: ["proof:missing.tick"] }, values: typed },
	});
	expect(await requireFreshProof(args({ proofTick: "yes" }))).toMatchObject({ fresh: true });
});

async function signedIn(way: "password" | "proconnect" = "password") {
	const services = await realWorld();
	return { services, args: argumentsFor(services, await open(services, "crip-user", way)) };
}

async function open(
	services: Services,
	userId: string,
	way: "password" | "proconnect" | "demonstration",
): Promise<string> {
	const asked = new Request(testOrigin, { headers: { "x-client-ip": "203.0.113.0" } });
	return cookieOf(await beginSession(services, asked, userId, { way, proof: "full" }));
}

/** A form as a browser sends it, each in a request of its own. */
function argumentsFor(services: Services, cookie: string) {
	return (more: Record<string, string> = {}): ActionFunctionArgs => {
		const body = new URLSearchParams({ reason: typed.reason, ...more });
		for (const service of typed.services) body.append("services", service);
		const request = new Request(`${testOrigin}/somewhere`, {
			method: "POST",
			headers: { cookie, "x-client-ip": "203.0.113.0" },
			body,
		});
		return { request, params: {}, context: { services, nonce: "", fault: { store: false } } };
	};
}

async function giveKey(services: Services): Promise<void> {
	const wish = await registrationOptions(services, { userId: "crip-user", label: "CRIP" });
	if (!(await keepPasskey(services, "crip-user", authenticator().make(wish)))) {
		throw new Error("The key was not kept.");
	}
}

function acts({ db }: Services): string[] {
	return db
		.select({ act: audit.act })
		.from(audit)
		.all()
		.map(({ act }) => act);
}
