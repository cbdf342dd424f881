import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { closePlace } from "./colleagues.ts";
import {
	endInvitation,
	forgetInvitations,
	invitationBehind,
	invitationMs,
	invite,
	isLabelTaken,
	type NewInvitation,
	pendingInvitations,
} from "./invitations.ts";
import { joinAsMember, joinAsNewcomer } from "./joining.ts";
import { lastReviewOf } from "./member-reviews.ts";
import { isLinked, linkProvider, providerKey } from "./provider-links.ts";
import { accounts, users } from "./schema/accounts.ts";
import { audit } from "./schema/audit.ts";
import { invitations } from "./schema/invitations.ts";
import { members, structures } from "./schema/structures.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";

const nurse: NewInvitation = {
	structureId: "crip",
	label: "Infirmière A",
	reception: true,
	manager: false,
	duty: "professional",
	inviter: "manager",
	invitedBy: "crip-member",
};

test("a link opens the place that it was made for, until two days are over", () => {
	const { db } = smallTerritory();
	const { secret } = invite(db, nurse, momentAt(monday));

	expect(invitationBehind(db, secret, monday + invitationMs - 1)).toMatchObject({
		label: "Infirmière A",
		structureName: "crip",
		territoryName: "Petit territoire",
		reception: true,
		manager: false,
	});
	expect(invitationBehind(db, secret, monday + invitationMs)).toBeUndefined();
});

test("the secret of a link has 256 bits, and only its hash is kept", () => {
	const { db } = smallTerritory();
	const { secret } = invite(db, nurse, momentAt(monday));

	expect(Buffer.from(secret, "base64url")).toHaveLength(32);
	expect(JSON.stringify(db.select().from(invitations).all())).not.toContain(secret);
});

test("used, withdrawn, over, of a structure that closed, or never made: the same nothing", () => {
	const { db } = smallTerritory();
	const made = (seed: number) => invite(db, nurse, momentAt(monday, seed));
	const [used, withdrawn] = [made(1), made(2)];
	endInvitation(db, used.id, "accepted", monday);
	endInvitation(db, withdrawn.id, "withdrawn", monday);

	for (const secret of [used.secret, withdrawn.secret, "x".repeat(43), "", "É".repeat(43)]) {
		expect(invitationBehind(db, secret, monday)).toBeUndefined();
	}
	const open = made(3);
	db.update(structures).set({ active: false }).where(eq(structures.id, "crip")).run();
	expect(invitationBehind(db, open.secret, monday)).toBeUndefined();
});

test("an invitation ends once, and the address it was bound to is forgotten then", () => {
	const { db } = smallTerritory();
	const { id } = invite(db, { ...nurse, email: " A@Exemple.invalid " }, momentAt(monday));
	const email = () => db.select().from(invitations).get()?.email;

	expect(email()).toBe("a@exemple.invalid");
	expect(endInvitation(db, id, "withdrawn", monday)).toBe(true);
	expect(endInvitation(db, id, "accepted", monday)).toBe(false);
	expect(email()).toBeNull();
});

test("pending invitations are listed for their structure and their territory alone", () => {
	const { db, territoryId } = smallTerritory();
	const { id } = invite(db, nurse, momentAt(monday));

	for (const within of [{ structureId: "crip" }, { territoryId }, { id }, {}]) {
		expect(pendingInvitations(db, monday, within)).toHaveLength(1);
	}
	for (const within of [{ structureId: "crip-2" }, { territoryId: "other" }, { id: "other" }]) {
		expect(pendingInvitations(db, monday, within)).toEqual([]);
	}
	expect(pendingInvitations(db, monday + invitationMs)).toEqual([]);
});

test("two people of a structure are not called the same, whatever the accents", () => {
	const { db } = smallTerritory();
	invite(db, nurse, momentAt(monday));

	const taken = (label: string) => isLabelTaken(db, { structureId: "crip", label }, monday);
	expect(taken("infirmiere a")).toBe(true);
	expect(taken("crip")).toBe(true);
	expect(taken("Infirmière B")).toBe(false);
	expect(isLabelTaken(db, { structureId: "crip-2", label: "Infirmière A" }, monday)).toBe(false);
});

test("a newcomer gets an account and the place, and the trail keeps it", () => {
	const { db } = smallTerritory();
	const joined = joinAsNewcomer(db, opened(db, nurse), newcomer, momentAt(monday, 7));

	const { userId, memberId } = joined.ok ? joined : { userId: "", memberId: "" };
	expect(db.select().from(users).where(eq(users.id, userId)).get()).toMatchObject({
		name: "A. Exemple",
		email: "a@exemple.invalid",
	});
	expect(db.select().from(members).where(eq(members.id, memberId)).get()).toMatchObject({
		userId,
		structureId: "crip",
		label: "Infirmière A",
		reception: true,
		manager: false,
		duty: "professional",
	});
	expect(db.select().from(audit).all()).toMatchObject([
		{ act: "INVITATION_ACCEPTED", actor: memberId, structureId: "crip" },
	]);
});

test("of two who come with the same link, the second finds it over and nothing is made", () => {
	const { db } = smallTerritory();
	const invitation = opened(db, nurse);
	joinAsNewcomer(db, invitation, newcomer, momentAt(monday, 7));
	const before = db.select().from(users).all().length;

	const second = { ...newcomer, email: "b@exemple.invalid" };
	expect(joinAsNewcomer(db, invitation, second, momentAt(monday, 8))).toEqual({
		ok: false,
		code: "over",
	});
	expect(db.select().from(users).all()).toHaveLength(before);
});

test("an address that has an account is not given to a newcomer, and the link stays open", () => {
	const { db } = smallTerritory();
	const { secret } = invite(db, nurse, momentAt(monday));
	const invitation = invitationBehind(db, secret, monday);

	const joined =
		invitation &&
		joinAsNewcomer(
			db,
			invitation,
			{ ...newcomer, email: "CRIP-2@exemple.invalid" },
			momentAt(monday, 7),
		);

	expect(joined).toEqual({ ok: false, code: "address-taken" });
	expect(invitationBehind(db, secret, monday)).toBeDefined();
});

test("an invitation that is bound to an address is taken by no other", () => {
	const { db } = smallTerritory();
	const bound = { ...nurse, email: "b@exemple.invalid" };

	const moment = momentAt(monday, 7);
	const refused = { ok: false, code: "other-address" };
	expect(joinAsNewcomer(db, opened(db, bound), newcomer, moment)).toEqual(refused);
	expect(joinAsMember(db, opened(db, bound, 2), "crip-2-user", moment)).toEqual(refused);
});

test("somebody with an account takes a second place, not the same one twice", () => {
	const { db } = smallTerritory();

	const joined = joinAsMember(db, opened(db, nurse), "crip-2-user", momentAt(monday, 7));
	const again = joinAsMember(db, opened(db, nurse, 2), "crip-2-user", momentAt(monday, 8));

	expect(joined).toMatchObject({ ok: true, userId: "crip-2-user" });
	expect(again).toEqual({ ok: false, code: "here" });
	expect(db.select().from(members).where(eq(members.userId, "crip-2-user")).all()).toHaveLength(2);
});

test("who left and is invited again keeps their place, so that history names one person", () => {
	const { db } = smallTerritory();
	db.transaction((tx) => closePlace(tx, "crip-member", "disabled", monday));

	const joined = joinAsMember(db, opened(db, nurse), "crip-user", momentAt(monday, 7));

	expect(joined).toMatchObject({ ok: true, memberId: "crip-member" });
	expect(db.select().from(members).where(eq(members.id, "crip-member")).get()).toMatchObject({
		active: true,
		suspended: null,
		label: "Infirmière A",
	});
});

test("the first manager of a structure has reviewed it by coming", () => {
	const { db } = smallTerritory();

	joinAsNewcomer(db, opened(db, nurse), newcomer, momentAt(monday, 7));
	expect(lastReviewOf(db, "crip")).toBeNull();
	const manager = { ...newcomer, email: "m@exemple.invalid" };
	joinAsNewcomer(db, opened(db, { ...nurse, manager: true }, 2), manager, momentAt(monday, 8));
	expect(lastReviewOf(db, "crip")).toBe(monday);
});

test("an account at the provider is linked with one person, at joining too", () => {
	const { db } = smallTerritory();
	const provider = providerKey("https://provider.example", "one");
	linkProvider(db, { userId: "crip-2-user", provider }, monday);

	const { passwordHash: _none, ...withoutPassword } = newcomer;
	const taken = { ...withoutPassword, provider };
	expect(joinAsNewcomer(db, opened(db, nurse), taken, momentAt(monday, 7))).toEqual({
		ok: false,
		code: "provider-taken",
	});
	const free = { ...withoutPassword, provider: providerKey("https://provider.example", "two") };
	const joined = joinAsNewcomer(db, opened(db, nurse, 2), free, momentAt(monday, 8));
	expect(joined.ok && isLinked(db, joined.userId)).toBe(true);
	const own = db.select().from(accounts).where(eq(accounts.accountId, free.provider)).all();
	expect(own).toMatchObject([{ providerId: "proconnect", password: null }]);
});

test("a month after its end nothing of an invitation is kept", () => {
	const { db } = smallTerritory();
	invite(db, nurse, momentAt(monday));

	forgetInvitations(db, monday + invitationMs + 29 * dayMs);
	expect(db.select().from(invitations).all()).toHaveLength(1);
	forgetInvitations(db, monday + invitationMs + 31 * dayMs);
	expect(db.select().from(invitations).all()).toEqual([]);
});

const dayMs = 86_400_000;

const newcomer = { email: "A@exemple.invalid", name: "A. Exemple", passwordHash: "hash" };

/** An invitation that was made and opened. */
function opened(db: ReturnType<typeof smallTerritory>["db"], place: NewInvitation, seed = 1) {
	const { secret } = invite(db, place, momentAt(monday, seed));
	const invitation = invitationBehind(db, secret, monday);
	if (!invitation) throw new Error("The invitation does not open.");
	return invitation;
}
