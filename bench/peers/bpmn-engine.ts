import { Engine } from "bpmn-engine";
import { answeredBefore, processAsBpmn, timedStep } from "../plain-process.ts";

/*
 * A process in `bpmn-engine`: the stored state of an execution is recovered, one task is answered,
 * and the new state is stored. Times are taken here, in a process of its own; whoever asks is told
 * what waits before and after.
 */
type State = Awaited<ReturnType<Engine["getState"]>>;

const begun = new Engine({ name: "plain", source: processAsBpmn() });
await begun.execute();
let stored = JSON.stringify(await begun.getState());
await begun.stop();
for (const task of answeredBefore) stored = await answered(stored, task);

/** Recovers a stored state, answers a task, and stores what comes of it. */
async function answered(state: string, task: string): Promise<string> {
	const engine = new Engine().recover(JSON.parse(state) as State);
	const execution = await engine.resume();
	execution.signal({ id: task });
	const next = JSON.stringify(await engine.getState());
	await engine.stop();
	return next;
}

/** The tasks that wait in a stored state. */
async function waitingIn(state: string): Promise<string[]> {
	const engine = new Engine().recover(JSON.parse(state) as State);
	const execution = await engine.resume();
	const ids = execution.getPostponed().map(({ id }) => id);
	await engine.stop();
	return ids.toSorted();
}

process.on("message", async (count: number) => {
	const began = performance.now();
	let next = stored;
	for (let turn = 0; turn < count; turn += 1) next = await answered(stored, timedStep);
	const took = (performance.now() - began) / count;
	process.send?.({ took, before: await waitingIn(stored), after: await waitingIn(next) });
});
process.on("disconnect", () => process.exit(0));
process.send?.(0);
