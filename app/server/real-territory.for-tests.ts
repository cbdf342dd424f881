import { createAccount } from "#db/accounts.ts";
import { coordinationOf } from "#db/duties.ts";
import { codeSecrets } from "#db/schema/factors.ts";
import type { duties } from "#db/schema/structures.ts";
import { members, structures } from "#db/schema/structures.ts";
import { openTerritory } from "#db/territory-opening.ts";
import { testOrigin } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";
import { beginSession } from "./sessions.server.ts";

/** The password of everybody in the real territory of the tests. */
export const realPassword = "quatre chevaux lisent";

/** Somebody of the real territory: their account and their place have the same name. */
type Given = {
	id: string;
	structureId: string;
	label?: string;
	reception?: boolean;
	manager?: boolean;
	duty?: (typeof duties)[number];
};

/** Opens a real territory with a CRIP, and its coordination; nobody is there yet. */
export function realTerritory(services: Services): { coordinationId: string } {
	const territory = {
		...{ id: "d01", name: "Ain", timeZone: "Europe/Paris", holidays: "metropole" as const },
		...{ coordination: "Coordination de l'Ain", protocols: [] },
	};
	const { db, clock, random } = services;
	openTerritory(db, territory, { now: clock.now(), random });
	db.insert(structures)
		.values([
			{
				id: "crip",
				territoryId: "d01",
				name: "CRIP de l'Ain",
				kind: "crip",
				phone: "01 99 00 10 01",
			},
			{ id: "street", territoryId: "d01", name: "Rue de l'Ain", kind: "outreach" },
		])
		.run();
	return { coordinationId: coordinationOf(db, "d01") ?? "" };
}

/** Lets somebody in who has proved two factors, and gives the cookies that their browser keeps. */
export async function settled(services: Services, given: Given): Promise<void> {
	const { id, structureId, label = id, ...rights } = given;
	const { db, clock } = services;
	const at = clock.now();
	const email = `${id}@structure.fr`;
	await createAccount(db, { id, email, name: `Name of ${id}`, password: realPassword, at });
	db.insert(codeSecrets)
		.values({ userId: id, secret: "none of this test", createdAt: at, confirmedAt: at })
		.run();
	db.insert(members)
		.values({ id, userId: id, structureId, label, ...rights })
		.run();
}

/** The session cookie of somebody who is in all the way, and has just proved it. */
export async function enteredAs(services: Services, userId: string): Promise<[string, string]> {
	const request = new Request(`${testOrigin}/`, { headers: { "x-client-ip": "203.0.113.0" } });
	const opening = { way: "passkey", proof: "full" } as const;
	const headers = await beginSession(services, request, userId, opening);
	const [cookie = ""] = headers.getSetCookie();
	const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/);
	return [name, value];
}
