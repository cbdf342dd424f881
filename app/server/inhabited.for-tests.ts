import type { LoaderFunctionArgs } from "@remix-run/node";
import { createAccount } from "#db/accounts.ts";
import { members, structureRoles, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { type Member, readMember } from "./member.server.ts";
import { testOrigin, testServices } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";
import { signIn } from "./sessions.server.ts";

/** The password account of the inhabited store. */
export const email = "a@example.org";

/** Its password. */
export const password = "a password that is long enough";

/** In milliseconds. */
export const minute = 60_000;

/** Real services on a store where Ada and Bea work in two structures of a fictitious territory. */
export async function inhabited(variables: Record<string, string> = {}) {
	const services = testServices({ variables });
	const { db } = services;
	await createAccount(db, { id: "ada", email: "A@Example.org", name: "Ada", password, at: 0 });
	await createAccount(db, { id: "bea", email: "bea@example.org", name: "Bea", at: 0 });
	db.insert(territories).values({ id: "here", name: "Ici", demonstration: true }).run();
	db.insert(structures)
		.values([
			{ id: "school", territoryId: "here", name: "Collège", kind: "school" },
			{ id: "street", territoryId: "here", name: "Rue", kind: "outreach" },
		])
		.run();
	db.insert(structureRoles)
		.values(["reperant", "educ-nat"].map((roleId) => ({ structureId: "school", roleId })))
		.run();
	db.insert(members)
		.values([
			{
				id: "ada-school",
				userId: "ada",
				structureId: "school",
				label: "Référente A",
				reception: true,
			},
			{ id: "ada-street", userId: "ada", structureId: "street", label: "Référente A" },
			{ id: "bea-street", userId: "bea", structureId: "street", label: "Référente B" },
		])
		.run();
	return { services };
}

/** A request from a network, with the cookies of a browser. */
export function request(network = "203.0.113.0", cookie = ""): Request {
	const headers = { origin: testOrigin, "x-client-ip": network, cookie, "user-agent": "Test" };
	return new Request(`${testOrigin}/sign-in`, { method: "POST", headers });
}

/** Signs Ada in, and gives the cookies that her browser keeps. */
export async function signedIn(services: Services, before = ""): Promise<string> {
	const result = await signIn(services, request(undefined, before), { email, password });
	if (!result.ok) throw new Error(result.code);
	return cookieOf(result.headers);
}

/** The cookies that an answer sets, as a browser would send them back. */
export function cookieOf(headers: Headers): string {
	return headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}

/** What a loader is given. */
export function argumentsOf(services: Services, cookie: string): LoaderFunctionArgs {
	const context = { services, nonce: "", fault: { store: false } };
	return { request: request(undefined, cookie), params: {}, context };
}

/** Who somebody with these cookies is. */
export function memberOf(services: Services, cookie: string): Promise<Member | null> {
	return readMember(argumentsOf(services, cookie));
}
