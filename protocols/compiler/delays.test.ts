import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { roughMs } from "#protocols/language/delay.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { compileProtocol } from "./compile.ts";
import { compiledExample, type PlayedEvent, play } from "./played-example.ts";

const example = compiledExample();
const day = 86_400_000;

test("entering a step raises its delay, which comes back with the step and its length", () => {
	const [, actions] = play(example);

	expect(actions.map(told)).toEqual(["raise receive-sign 120960000"]);
});

test("leaving a step cancels its delay, and entering the next raises another", () => {
	const [, actions] = play(example, "receive-sign.WATCH");

	expect(actions.map(told)).toEqual(["cancel receive-sign", `raise watch ${15 * day}`]);
});

test("entering the same step again cancels its delay and raises it anew", () => {
	const [, actions] = play(example, "receive-sign.WATCH", "watch.WATCH");

	expect(actions.map(told)).toEqual(["cancel watch", `raise watch ${15 * day}`]);
});

test("a group raises the delays of all its first steps, and ends them with itself", () => {
	const supported: PlayedEvent[] = [
		"receive-sign.RISK",
		"send-concern.ACCEPTED",
		["first-analysis.DANGER", { concern_level: "L3_DANGER" }],
	];

	const [, entering] = play(example, ...supported);
	const [, leaving] = play(
		example,
		...supported,
		"raise.runaway",
		"keep-bond.RETURNED",
		"welcome.REPLAN",
	);

	expect(entering.map(told).map(withoutLength).sort()).toEqual([
		"cancel first-analysis",
		"raise ask-care",
		"raise first-contact",
	]);
	expect(leaving.map(told).map(withoutLength).sort()).toEqual([
		"cancel ask-care",
		"cancel first-contact",
		"cancel welcome",
		"raise ask-care",
		"raise first-contact",
	]);
});

test("a closure cancels every delay", () => {
	const [, actions] = play(
		example,
		"receive-sign.WATCH",
		"watch.NO_CONCERN",
		"raise.runaway",
		"close.CLOSED",
	);

	expect(actions.map(told).sort()).toEqual(["cancel close", "cancel keep-bond"]);
});

test("a delay that has run marks its step overdue and moves nothing", () => {
	const [before] = play(example);

	const [after, actions] = play(example, "xstate.after.receive-sign.receive-sign");

	expect(after.value).toEqual(before.value);
	expect(after.context).toEqual({ ...before.context, overdue: ["receive-sign"] });
	expect(actions).toEqual([]);
	expect(after.can({ type: "receive-sign.RISK" })).toBe(true);
});

test("a step that is left, or entered again, is overdue no more", () => {
	const late = ["receive-sign.WATCH", "xstate.after.watch.watch"];

	expect(play(example, ...late)[0].context.overdue).toEqual(["watch"]);
	expect(play(example, ...late, "watch.WATCH")[0].context.overdue).toEqual([]);
	expect(play(example, ...late, "watch.RISK")[0].context.overdue).toEqual([]);
});

test.each(catalogue)("$id gives each step one delay, named after the step", ({ document }) => {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));

	const { machine, places } = compileProtocol(read.protocol);

	const delays = machine.implementations.delays as Record<string, unknown>;
	expect(delays).toEqual(
		Object.fromEntries([...places.steps].map(([id, { step }]) => [id, roughMs(step.delay)])),
	);
	expect(Object.values(delays).every((length) => Number(length) > 0)).toBe(true);
});

type Action = { type: string; params?: unknown };

/** `raise watch 1296000000` or `cancel watch`: what a timers table would do. */
function told({ type, params }: Action): string {
	const { event, delay, sendId } = params as {
		event?: { type: string };
		delay?: number;
		sendId?: string;
	};
	if (type === "xstate.raise") return `raise ${event?.type.split(".").at(-1)} ${delay}`;
	return `cancel ${sendId?.split(".").at(-1)}`;
}

function withoutLength(line: string): string {
	return line.split(" ").slice(0, 2).join(" ");
}
