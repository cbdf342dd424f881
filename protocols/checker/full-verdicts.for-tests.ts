import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { PlacedStep } from "#protocols/language/places.ts";
import {
	choices,
	conditionHolds,
	type Full,
	isClosed,
	isInside,
	type Taken,
} from "./full-exploration.for-tests.ts";
import { canBeGiven } from "./model/build-model.ts";
import { onCycles } from "./model/reach.ts";
import { mayTurn } from "./rules/endless-loop.ts";

/** What each rule about reachability must say, as plain names; from every state of the real machine. */
export function fullVerdicts(compiled: CompiledProtocol, full: Full) {
	return {
		"unreachable-step": unopened(compiled, full),
		trap: traps(compiled, full),
		"tracks-wait-for-each-other": waiting(compiled, full),
		"group-never-completes": endlessGroups(compiled, full),
		"outcome-never-used": unused(compiled, full),
		"endless-loop": loops(compiled, full),
		"incomplete-conditions": withAnswers(compiled, full, (count, all) => {
			return count === 0 && all.every(({ when }) => when && "fact" in when);
		}),
		"overlapping-conditions": withAnswers(compiled, full, (count, all) => {
			return count > 1 && all.filter(({ when }) => when).length > 1;
		}),
		"phase-skipped": unpassed(compiled, full),
	};
}

/** The fewest events after which each step is open. */
export function depthOfSteps({ snapshots, depth }: Full): Map<string, number> {
	const least = new Map<string, number>();
	for (const [index, { context }] of snapshots.entries()) {
		for (const step of context.open) {
			least.set(step, Math.min(least.get(step) ?? Number.POSITIVE_INFINITY, depth[index] ?? 0));
		}
	}
	return least;
}

/** The fewest events that end with an outcome after which all is lost. */
export function depthOfTraps(compiled: CompiledProtocol, full: Full): Map<string, number> {
	const least = new Map<string, number>();
	for (const { name, depth } of lostBy(compiled, full)) {
		least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, depth));
	}
	return least;
}

function unopened({ places }: CompiledProtocol, full: Full): string[] {
	const opened = depthOfSteps(full);
	return [...places.steps.keys()].filter((step) => !opened.has(step));
}

const regionOf = ({ placed }: Taken) => placed?.container.interruption?.id ?? "course";

/** Backwards from the events that reach a goal, through the events that count. */
function can(
	full: Full,
	by: (taken: Taken) => boolean,
	goal: (taken: Taken) => boolean,
): boolean[] {
	const usable = full.taken.filter(by);
	const still = full.snapshots.map(() => false);
	for (let changed = true; changed; ) {
		const fresh = usable.filter((taken) => !still[taken.from] && (goal(taken) || still[taken.to]));
		changed = fresh.length > 0;
		for (const { from } of fresh) still[from] = true;
	}
	return still;
}

function safety({ protocol }: CompiledProtocol, full: Full) {
	const regions = ["course", ...protocol.interruptions.map(({ id }) => id)];
	return new Map(
		regions.map((region) => {
			const over = (index: number) => {
				const snapshot = full.snapshots[index];
				if (!snapshot || isClosed(snapshot)) return snapshot !== undefined;
				const value = snapshot.value as Record<string, unknown>;
				return region !== "course" && value[region] === "idle";
			};
			const still = can(
				full,
				(taken) => taken.outcome !== undefined && regionOf(taken) === region,
				({ to }) => over(to),
			);
			return [region, still.map((one, index) => one || over(index))] as const;
		}),
	);
}

function lostBy(compiled: CompiledProtocol, full: Full) {
	const safe = safety(compiled, full);
	return full.taken.flatMap((taken) => {
		const own = safe.get(regionOf(taken)) ?? [];
		if (!taken.outcome || !own[taken.from] || own[taken.to]) return [];
		const name = `${taken.placed?.step.id}.${taken.outcome.code}`;
		return [{ name, depth: (full.depth[taken.from] ?? 0) + 1 }];
	});
}

function traps(compiled: CompiledProtocol, full: Full): string[] {
	const course = safety(compiled, full).get("course") ?? [];
	const lost = course.slice(0, full.beginnings).some((one) => !one);
	return [...(lost ? ["protocol"] : []), ...lostBy(compiled, full).map(({ name }) => name)];
}

function waiting(compiled: CompiledProtocol, full: Full): string[] {
	return [...compiled.places.steps.values()]
		.filter(({ step }) => step.outcomes.some(({ when }) => when && "reached" in when))
		.filter(({ step }) => stuckStates(full, step.id).length > 0)
		.map(({ step }) => step.id);
}

/** The states in which a step stays open for good. */
export function stuckStates(full: Full, id: string): number[] {
	const isOpen = (index: number) => full.snapshots[index]?.context.open.includes(id) === true;
	const still = can(
		full,
		({ outcome }) => !outcome?.leads,
		(taken) => {
			const elsewhere = taken.placed?.step.id === id && taken.outcome?.to !== id;
			return isOpen(taken.from) && (elsewhere || !isOpen(taken.to));
		},
	);
	return full.snapshots.flatMap((_snapshot, index) =>
		isOpen(index) && !still[index] ? [index] : [],
	);
}

function endlessGroups({ places }: CompiledProtocol, full: Full): string[] {
	return [...places.groups.keys()].filter((group) => {
		const active = full.snapshots.map(({ value }) => JSON.stringify(value).includes(`"${group}":`));
		const left = full.taken.some(
			({ from, to, placed }) => placed && isInside(placed, group) && active[from] && !active[to],
		);
		return active.some((one) => one) && !left;
	});
}

function unused({ places }: CompiledProtocol, full: Full): string[] {
	const opened = depthOfSteps(full);
	const used = new Set(
		full.taken.map(({ placed, outcome }) => `${placed?.step.id}.${outcome?.code}`),
	);
	return [...places.steps.values()]
		.filter(({ step }) => opened.has(step.id))
		.flatMap(({ step }) => step.outcomes.map(({ code }) => `${step.id}.${code}`))
		.filter((name) => !used.has(name));
}

/** The places in which steps of one container turn without end. */
function loops({ places }: CompiledProtocol, full: Full): string[] {
	const regionOfStep = (placed: PlacedStep | undefined) =>
		placed?.container.kind === "phase" ? "course" : placed?.container.id;
	const turns = ({ placed, outcome }: Taken) => {
		const target = places.steps.get(outcome?.to ?? "");
		if (!placed || !outcome || regionOfStep(placed) !== regionOfStep(target)) return false;
		return mayTurn(placed.step, outcome, target?.step);
	};
	const links = full.taken.filter(turns);
	const regions = [...new Set(links.map(({ placed }) => regionOfStep(placed) ?? ""))];
	return regions.filter((region) => {
		const own = links.filter(({ placed }) => regionOfStep(placed) === region);
		return onCycles(full.snapshots.length, own).length > 0;
	});
}

function withAnswers(
	compiled: CompiledProtocol,
	full: Full,
	judge: (holding: number, givable: ReturnType<typeof givableOf>) => boolean,
): string[] {
	const isFound = (open: string, { context }: Full["snapshots"][number]) => {
		const givable = givableOf(compiled, open);
		const asked = compiled.places.steps.get(open)?.step.questions ?? [];
		return choices(compiled, asked, false).some((answers) => {
			const holds = givable.filter(({ when }) => when && conditionHolds(when, context, answers));
			return judge(holds.length, givable);
		});
	};
	const found = full.snapshots.flatMap((snapshot) =>
		snapshot.context.open.filter((open) => isFound(open, snapshot)),
	);
	return [...new Set(found)];
}

function givableOf({ places }: CompiledProtocol, id: string) {
	const step = places.steps.get(id)?.step;
	return (step?.outcomes ?? []).filter((outcome) => step && canBeGiven(step, outcome));
}

function unpassed({ places, protocol }: CompiledProtocol, full: Full): string[] {
	const opened = depthOfSteps(full);
	const passed = new Set([...opened.keys()].map((id) => places.steps.get(id)?.container.phase));
	return protocol.phases.map(({ id }) => id).filter((id) => !passed.has(id));
}
