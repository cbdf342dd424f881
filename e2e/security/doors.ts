import { paths } from "#app/paths.ts";
import type { OwnRelais } from "./own-relais.ts";
import { receptionOf } from "./people.ts";
import { type Visitor, visitor } from "./visitor.ts";

/** Where somebody stands: a step of a situation, and a handoff of their structure. */
type Standing = { path: string; handle: string; handoff: string };

/** Every address that takes a form, as a document and as Remix's own scripts ask for it. */
export async function doorsOf(
	{ origin }: OwnRelais,
	{ path, handle, handoff }: Standing,
): Promise<string[]> {
	const page = await (await fetch(`${origin}${paths.signIn()}`)).text();
	const manifest = /\/assets\/manifest-[\w-]+\.js/.exec(page)?.[0] ?? "";
	const script = await (await fetch(`${origin}${manifest}`)).text();
	const { routes } = JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1)) as {
		routes: Record<string, { id: string; path?: string; hasAction: boolean }>;
	};
	const known: Record<string, string> = {
		handle,
		stepId: path.split("/").at(-1) ?? "",
		memberId: "cadre-ase-a",
		id: "runaway",
		roleId: "soin",
		position: "2",
		act: "accept",
	};
	return Object.values(routes)
		.filter(({ hasAction, path: pattern }) => hasAction && pattern && pattern !== "*")
		.flatMap(({ id, path: pattern = "" }) => {
			const own = pattern.startsWith("handoffs/") ? { ...known, handle: handoff } : known;
			const address = `/${pattern.replaceAll(/:(\w+)/g, (_, name: string) => own[name] ?? name)}`;
			return [address, `${address}?_data=${encodeURIComponent(id)}`];
		});
}

/** A step that somebody can answer without leaving what runs, with its address. */
export async function someStep(relais: OwnRelais) {
	const { handle, step, structure } = relais.store.first<{
		handle: string;
		step: string;
		structure: string;
	}>(
		`select p.handle, o.step_id step, o.structure_id structure from open_steps o
		 join participations p on p.situation_pk = o.situation_pk and p.structure_id = o.structure_id
		 where o.step_id in ('explain-rights', 'daily-activity') and o.paused = 0
		 order by o.situation_pk desc, o.step_id`,
	);
	const [own] = relais.store.all<{ handoff: string }>(
		`select case recipient_id when ? then recipient_handle else sender_handle end handoff
		 from handoffs where sent_at is not null and ? in (sender_id, recipient_id)`,
		structure,
		structure,
	);
	// Without a handoff of its own, its situation's address stands for one that leads nowhere.
	const handoff = own?.handoff ?? handle;
	const person: Visitor = await visitor(relais, receptionOf(structure));
	return { person, handle, handoff, path: paths.step(handle, step) };
}
