import {
	type AnyActorLogic,
	type ExecutableActionsFrom,
	initialTransition,
	type SnapshotFrom,
} from "xstate";

/*
 * For each transition XState makes an actor that stands for the machine, and with it an initial
 * snapshot that nobody looks at: half of the time that a short transition takes. Snapshots never
 * change, so that the first one serves for good.
 */

type Beginning<Machine extends AnyActorLogic> = [
	snapshot: SnapshotFrom<Machine>,
	actions: ExecutableActionsFrom<Machine>[],
];

const beginnings = new WeakMap<AnyActorLogic, Beginning<AnyActorLogic>>();
const machines = new WeakMap<AnyActorLogic, AnyActorLogic>();

/** How a machine begins, worked out once: the first snapshot, and what entering it asks for. */
export function beginningOf<Machine extends AnyActorLogic>(machine: Machine): Beginning<Machine> {
	const found = beginnings.get(machine) ?? initialTransition(machine as AnyActorLogic);
	beginnings.set(machine, found);
	return found as Beginning<Machine>;
}

/** The same machine, for many transitions: it does not work out its beginning anew for each. */
export function swiftMachine<Machine extends AnyActorLogic>(machine: Machine): Machine {
	const made = machines.get(machine) ?? withOneBeginning(machine);
	machines.set(machine, made);
	return made as Machine;
}

function withOneBeginning(machine: AnyActorLogic): AnyActorLogic {
	const [initial] = beginningOf(machine);
	return Object.create(machine, { getInitialSnapshot: { value: () => initial } });
}
