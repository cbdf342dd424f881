import Database from "better-sqlite3";

/** Somebody of the demonstration, and what kind of account it is. */
export type Person = { memberId: string; kind: string; structureId: string };

/**
 * One person of each kind of account in each kind of structure that there is, those last who may
 * close the accounts of others.
 */
export function peopleOf(file: string): Person[] {
	const store = new Database(file, { readonly: true });
	const rows = store
		.prepare(
			`select m.id memberId, m.structure_id structureId,
				m.duty || iif(m.reception, ', reception', '') || iif(m.manager, ', manager', '')
				|| ', ' || s.kind kind
			 from members m join structures s on s.id = m.structure_id
			 where m.active order by m.reception desc, m.duty = 'professional' desc, m.manager, m.id`,
		)
		.all() as Person[];
	store.close();
	return rows.filter(({ kind }, index) => rows.findIndex((other) => other.kind === kind) === index);
}

/** The names of structures, members and protocols, as they stand in addresses. */
export function idsIn(file: string): ReadonlySet<string> {
	const store = new Database(file, { readonly: true });
	const all = store
		.prepare(
			"select id from structures union select id from members union select protocol_id from protocol_versions",
		)
		.pluck()
		.all() as string[];
	store.close();
	return new Set(all);
}
