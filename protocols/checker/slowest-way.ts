import type { Container, Places } from "#protocols/language/places.ts";
import type { Step } from "#protocols/language/step.ts";

type Search = {
	reached(step: Step, container: Container): boolean;
	lengthOf(step: Step): number;
};

type Way = { length: number; steps: string[] };

/** The steps of the longest way from a place to a step that counts as arrival, going forward only. */
export function slowestWay(
	places: Places,
	start: string | undefined,
	search: Search,
): string[] | undefined {
	if (start === undefined) return undefined;
	const back = returns(places, start);
	const known = new Map<string, Way | undefined>();
	const from = (id: string): Way | undefined => {
		if (known.has(id)) return known.get(id);
		known.set(id, undefined);
		const way = longest(id);
		known.set(id, way);
		return way;
	};
	const longest = (id: string): Way | undefined => {
		const placed = places.steps.get(id);
		const own = placed ? { length: search.lengthOf(placed.step), steps: [id] } : nothing;
		if (placed && search.reached(placed.step, placed.container)) return own;
		const ways = onward(places, id)
			.filter((to) => !back.has(`${id} ${to}`))
			.flatMap((to) => from(to) ?? []);
		const [first, ...others] = ways;
		if (!first) return undefined;
		const most = others.reduce((best, way) => (way.length > best.length ? way : best), first);
		return { length: own.length + most.length, steps: [...own.steps, ...most.steps] };
	};
	return from(start)?.steps;
}

const nothing: Way = { length: 0, steps: [] };

/** The ways on that lead back to where one already was, going through the document in its order. */
function returns(places: Places, start: string): Set<string> {
	const back = new Set<string>();
	const done = new Set<string>();
	const open = new Set<string>();
	const visit = (id: string) => {
		open.add(id);
		for (const to of onward(places, id)) {
			if (open.has(to)) back.add(`${id} ${to}`);
			else if (!done.has(to)) visit(to);
		}
		open.delete(id);
		done.add(id);
	};
	visit(start);
	return back;
}

/** Where a step or a group leads next: the end of a track leads on from its group. */
function onward(places: Places, id: string): string[] {
	const placed = places.steps.get(id);
	if (placed) {
		// What goes on after a closure was considered goes back to what was there before.
		if (placed.step.kind === "closure") return [];
		return placed.step.outcomes.flatMap(({ to }) => target(placed.container, to));
	}
	const found = places.groups.get(id);
	return found ? found.group.tracks.map(({ start }) => start) : [];
}

function target({ within }: Container, to: string): string[] {
	if (to === "@end") return within ? target(within.container, within.group.to) : [];
	return to.startsWith("@") ? [] : [to];
}
