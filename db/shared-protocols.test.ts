import { expect, test } from "vitest";
import type { Db } from "./client.ts";
import { publishVersion } from "./protocol-versions.ts";
import { territories } from "./schema/territories.ts";
import {
	isShared,
	sharedVersion,
	sharedWith,
	shareVersion,
	unshareVersion,
} from "./shared-protocols.ts";
import { exampleProtocol, momentAt, monday, smallTerritory } from "./small-territory.ts";
import { trailActs } from "./trail-acts.ts";

function neighbours() {
	const { db, territoryId, versionHash, protocol } = smallTerritory();
	db.insert(territories).values({ id: "other", name: "Territoire voisin" }).run();
	const [role] = protocol.roles;
	const structureId = role?.id ?? "";
	const sharing = {
		territoryId,
		hash: versionHash,
		memberId: `${structureId}-member`,
		structureId,
	};
	return { db, sharing, protocol };
}

test("nothing is shared until a territory says so", () => {
	const { db, sharing } = neighbours();

	expect(sharedWith(db, "other")).toEqual([]);
	expect(sharedVersion(db, { ...sharing, askedBy: "other" })).toBeUndefined();
});

test("a shared version is read elsewhere with its credit, and not listed at home", () => {
	const { db, sharing, protocol } = neighbours();

	expect(shareVersion(db, momentAt(monday), sharing)).toBe(true);

	expect(sharedWith(db, "other")).toMatchObject([
		{ territory: "Petit territoire", hash: sharing.hash, title: protocol.title, sharedAt: monday },
	]);
	expect(sharedVersion(db, { ...sharing, askedBy: "other" })).toEqual(protocol);
	expect(sharedWith(db, sharing.territoryId)).toEqual([]);
	expect(sharedVersion(db, { ...sharing, askedBy: sharing.territoryId })).toBeUndefined();
});

test("sharing again and taking back are kept in the trail once each", () => {
	const { db, sharing } = neighbours();

	shareVersion(db, momentAt(monday), sharing);
	shareVersion(db, momentAt(monday + 1), sharing);
	unshareVersion(db, momentAt(monday + 2), sharing);
	unshareVersion(db, momentAt(monday + 3), sharing);

	expect(isShared(db, sharing)).toBe(false);
	expect(sharedWith(db, "other")).toEqual([]);
	expect(actsOf(db, sharing.territoryId)).toEqual(["UNSHARED", "SHARED"]);
});

test("only what is published can be shared", () => {
	const { db, sharing } = neighbours();
	const unknown = { ...sharing, hash: "0f".repeat(32) };

	expect(shareVersion(db, momentAt(monday), unknown)).toBe(false);
	expect(actsOf(db, sharing.territoryId)).toEqual([]);
});

test("a version that is retired is no longer offered", () => {
	const { db, sharing } = neighbours();
	shareVersion(db, momentAt(monday), sharing);

	const next = { ...exampleProtocol(), title: { fr: "La suite" } };
	publishVersion(db, { territoryId: sharing.territoryId, protocol: next, at: monday + 1 });

	expect(sharedWith(db, "other")).toEqual([]);
	expect(sharedVersion(db, { ...sharing, askedBy: "other" })).toBeUndefined();
});

function actsOf(db: Db, territoryId: string) {
	const span = { from: monday, until: monday + 10 };
	return trailActs(db, { territoryId }, span, { limit: 10, offset: 0 }).rows.map(({ act }) => act);
}
