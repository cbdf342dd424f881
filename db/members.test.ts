import { expect, test } from "vitest";
import { type Db, migrate, openDb } from "./client.ts";
import { demonstrationMembers } from "./members.ts";
import { users } from "./schema/accounts.ts";
import { members, structureRoles, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

test("the people of a fictitious territory may be entered, with the roles of their structure", () => {
	const db = openStore();
	addMember(db, { territory: "forest", demonstration: true });

	expect(demonstrationMembers(db)).toEqual([
		{
			memberId: "forest-member",
			label: "Référente A",
			structureName: "Structure forest",
			duty: "professional",
			reception: true,
			manager: false,
			roles: ["ase", "crip"],
		},
	]);
});

test("nobody of a real territory is ever listed, nor anyone whose place was closed", () => {
	const db = openStore();
	addMember(db, { territory: "real", demonstration: false });
	addMember(db, { territory: "closed", demonstration: true, active: false });

	expect(demonstrationMembers(db)).toEqual([]);
});

function openStore(): Db {
	const db = openDb(":memory:");
	migrate(db);
	return db;
}

type Given = { territory: string; demonstration: boolean; active?: boolean };

function addMember(db: Db, { territory, demonstration, active = true }: Given): void {
	const at = new Date(0);
	const [userId, structureId] = [`${territory}-user`, `${territory}-structure`];
	db.insert(territories).values({ id: territory, name: territory, demonstration }).run();
	db.insert(structures)
		.values({
			id: structureId,
			territoryId: territory,
			name: `Structure ${territory}`,
			kind: "ase",
		})
		.run();
	for (const roleId of ["crip", "ase"])
		db.insert(structureRoles).values({ structureId, roleId }).run();
	db.insert(users)
		.values({
			id: userId,
			name: "A",
			email: `${territory}@example.org`,
			createdAt: at,
			updatedAt: at,
		})
		.run();
	db.insert(members)
		.values({
			id: `${territory}-member`,
			userId,
			structureId,
			label: "Référente A",
			reception: true,
			active,
			suspended: active ? null : "disabled",
		})
		.run();
}
