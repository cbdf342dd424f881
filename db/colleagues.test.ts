import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
	changeRights,
	colleagueOf,
	colleaguesOf,
	dayMs,
	dayOf,
	restoreColleague,
	suspendColleague,
} from "./colleagues.ts";
import { invite, type NewInvitation, pendingInvitations } from "./invitations.ts";
import { users } from "./schema/accounts.ts";
import { handoffs } from "./schema/handoffs.ts";
import { members } from "./schema/structures.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";

const one = { structureId: "crip", memberId: "crip-member" };
const other = { structureId: "crip", memberId: "crip-2-in-crip" };
const none = { reception: false, manager: false };

test("a manager reads what colleagues are called, what they may do and how lately they came", () => {
	const { db } = twoColleagues();
	const now = monday + 40 * dayMs;
	db.update(users)
		.set({ seenDay: dayOf(now) - 30 })
		.where(eq(users.id, "crip-2-user"))
		.run();

	expect(colleaguesOf(db, "crip", now)).toMatchObject([
		{ memberId: "crip-member", label: "crip", seen: "longer-ago", suspended: null, refersTo: 0 },
		{ memberId: "crip-2-in-crip", label: "Deuxième", seen: "this-month", manager: true },
	]);
	expect(colleagueOf(db, { structureId: "crip-2", memberId: "crip-member" }, now)).toBeUndefined();
});

test("the last reception stays, whether their right is taken or their place closed", () => {
	const { db } = twoColleagues();

	db.transaction((tx) => {
		expect(changeRights(tx, one, { reception: false, manager: true })).toBe("last-reception");
		expect(suspendColleague(tx, one, { by: other.memberId, now: monday })).toBe("last-reception");
		expect(changeRights(tx, other, { reception: true, manager: true })).toBeUndefined();
		expect(changeRights(tx, one, none)).toBeUndefined();
	});
	expect(placeOf(db, one.memberId)).toMatchObject({ reception: false, active: true });
});

test("a reception whose place is closed is no other reception", () => {
	const { db } = twoColleagues();
	db.transaction((tx) => {
		changeRights(tx, other, { reception: true, manager: true });
		changeRights(tx, one, { reception: true, manager: true });
		suspendColleague(tx, one, { by: other.memberId, now: monday });

		expect(changeRights(tx, other, { reception: false, manager: true })).toBe("last-reception");
	});
});

test("the last manager stays", () => {
	const { db } = twoColleagues();

	db.transaction((tx) => {
		expect(changeRights(tx, other, { reception: true, manager: false })).toBe("last-manager");
		expect(suspendColleague(tx, other, { by: one.memberId, now: monday })).toBe("last-manager");
	});
});

test("nobody closes their own place", () => {
	const { db } = twoColleagues();

	db.transaction((tx) => {
		expect(suspendColleague(tx, one, { by: one.memberId, now: monday })).toBe("yourself");
	});
	expect(placeOf(db, one.memberId)).toMatchObject({ active: true });
});

test("a place that is closed takes the invitations of that person with it", () => {
	const { db } = twoColleagues();
	const place: Omit<NewInvitation, "invitedBy"> = {
		...none,
		structureId: "crip",
		label: "C",
		duty: "professional",
		inviter: "manager",
	};
	invite(db, { ...place, invitedBy: "crip-2-in-crip" }, momentAt(monday));
	invite(db, { ...place, invitedBy: "crip-member" }, momentAt(monday, 2));
	db.transaction((tx) => {
		changeRights(tx, one, { reception: true, manager: true });
		expect(suspendColleague(tx, other, { by: one.memberId, now: monday })).toBeUndefined();
	});

	expect(placeOf(db, other.memberId)).toMatchObject({ active: false, suspended: "disabled" });
	expect(pendingInvitations(db, monday)).toMatchObject([{ invitedBy: "crip-member" }]);
});

test("a place is opened again as it was, and its owner counts as seen", () => {
	const { db } = twoColleagues();
	const now = monday + 100 * dayMs;
	db.transaction((tx) => {
		changeRights(tx, one, { reception: true, manager: true });
		suspendColleague(tx, other, { by: one.memberId, now });
		restoreColleague(tx, other, now);
	});

	expect(colleagueOf(db, other, now)).toMatchObject({ suspended: null, seen: "this-month" });
});

test("handoffs that run and name somebody as referent are counted", () => {
	const territory = smallTerritory();
	tellInStore(territory, sentToCrip);
	const { db } = territory;
	const recipientId = db.select().from(handoffs).get()?.recipientId ?? "";
	const memberId = `${recipientId}-member`;
	const referring = () => colleagueOf(db, { structureId: recipientId, memberId }, monday)?.refersTo;

	db.update(handoffs).set({ state: "accepted", referentId: memberId }).run();
	expect(referring()).toBe(1);
	db.update(handoffs).set({ state: "completed" }).run();
	expect(referring()).toBe(0);
});

/** A structure with two people: one at reception, one who answers for it. */
function twoColleagues() {
	const territory = smallTerritory();
	territory.db
		.insert(members)
		.values({
			id: "crip-2-in-crip",
			userId: "crip-2-user",
			structureId: "crip",
			label: "Deuxième",
			manager: true,
		})
		.run();
	return territory;
}

function placeOf(db: ReturnType<typeof smallTerritory>["db"], memberId: string) {
	return db.select().from(members).where(eq(members.id, memberId)).get();
}
