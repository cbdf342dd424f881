import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, structures } from "#db/schema/structures.ts";
import { actingCookie } from "./acting.server.ts";
import { argumentsOf, inhabited, memberOf, minute, signedIn } from "./inhabited.for-tests.ts";
import { requireMember } from "./member.server.ts";

test("who signs in with their password is the member of their structure", async () => {
	const { services } = await inhabited();

	const cookie = await signedIn(services);

	expect(await memberOf(services, cookie)).toEqual({
		userId: "ada",
		userName: "Ada",
		visit: expect.stringMatching(/^[\w-]{22}$/),
		memberId: "ada-school",
		memberLabel: "Référente A",
		structureId: "school",
		structureName: "Collège",
		territoryId: "here",
		demonstration: true,
		reception: true,
		manager: false,
		duty: "professional",
		roles: ["educ-nat", "reperant"],
		memberships: [
			{ memberId: "ada-school", structureId: "school", structureName: "Collège" },
			{ memberId: "ada-street", structureId: "street", structureName: "Rue" },
		],
	});
});

test("nobody is signed in without a cookie, or with one that was not signed here", async () => {
	const { services } = await inhabited();

	expect(await memberOf(services, "")).toBeNull();
	expect(await memberOf(services, "relais_session=forged.signature")).toBeNull();
	await expect(requireMember(argumentsOf(services, ""))).rejects.toMatchObject({ status: 303 });
});

test("half an hour unseen ends a session; being seen keeps it, for twelve hours at most", async () => {
	const { services } = await inhabited();
	const left = await signedIn(services);
	services.pass(31 * minute);
	expect(await memberOf(services, left)).toBeNull();

	const lively = await signedIn(services);
	for (let seen = 0; seen < 24; seen++) {
		services.pass(29 * minute);
		expect(await memberOf(services, lively)).not.toBeNull();
	}
	services.pass(29 * minute);
	expect(await memberOf(services, lively)).toBeNull();
});

test("a person acts in the structure they chose, never in one that is not theirs", async () => {
	const { services } = await inhabited();
	const cookie = await signedIn(services);
	const acting = (memberId: string) =>
		memberOf(services, `${cookie}; ${actingCookie(services.environment, memberId).split(";")[0]}`);

	expect(await acting("ada-street")).toMatchObject({ structureId: "street", reception: false });
	expect(await acting("bea-street")).toMatchObject({ memberId: "ada-school" });
	expect(await acting("%")).toMatchObject({ memberId: "ada-school" });
});

test("a membership or a structure that is closed ends the right at once", async () => {
	const { services } = await inhabited();
	const cookie = await signedIn(services);

	services.db
		.update(members)
		.set({ active: false, suspended: "disabled" })
		.where(eq(members.id, "ada-school"))
		.run();
	expect(await memberOf(services, cookie)).toMatchObject({ memberId: "ada-street" });
	services.db.update(structures).set({ active: false }).run();
	expect(await memberOf(services, cookie)).toBeNull();
});
