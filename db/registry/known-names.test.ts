import { expect, test } from "vitest";
import { migrate, openDb } from "../client.ts";
import { compiledVersion } from "../protocol-versions.ts";
import { demonstrationId, seedDemonstration } from "../seed/demonstration.ts";

type Row = { version: string; name: string };

test("near a situation, every name of a step, a role, a part or a clock is one of its protocol", () => {
	const db = openDb(":memory:");
	migrate(db);
	seedDemonstration(db, { now: Date.UTC(2026, 10, 22, 2, 11) });
	const known = new Map<string, Set<string>>();
	const rows = db.$client
		.prepare(
			`with named (situation_pk, name) as (
				select situation_pk, step_id from open_steps
				union all select situation_pk, part from open_steps
				union all select situation_pk, role_id from open_steps
				union all select situation_pk, part from holders
				union all select situation_pk, step_id from handoffs
				union all select situation_pk, role_id from handoffs
				union all select situation_pk, substr(clock, 6) from timers where clock glob 'step:*'
				union all select t.situation_pk, iif(h.id is null, t.clock, h.step_id) from timers t
					left join handoffs h on h.id = substr(t.clock, 9) where t.clock glob 'handoff:*'
			)
			select s.version_hash as version, n.name from named n join situations s on s.pk = n.situation_pk`,
		)
		.all() as Row[];

	const strange = rows.filter(({ version, name }) => {
		const names = known.get(version) ?? namesOf(version);
		known.set(version, names);
		return !names.has(name);
	});

	expect(strange).toEqual([]);
	expect(rows.length).toBeGreaterThan(300);

	function namesOf(version: string): Set<string> {
		const { protocol, places } = compiledVersion(db, demonstrationId, version);
		return new Set([
			...places.steps.keys(),
			...places.containers.map(({ part }) => part),
			...protocol.roles.map(({ id }) => id),
		]);
	}
});
