import { BpmnModdle } from "bpmn-moddle";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import type { Step } from "#protocols/language/step.ts";
import { bpmnIds } from "./ids.ts";
import { bpmnUnsaid } from "./unsaid.ts";
import { bpmnOf } from "./write.ts";
import { readable, writeXml } from "./xml.ts";

type Read = { $type: string; id?: string } & Record<string, unknown>;

describe.each(compiledModels)("the BPMN file of %s", async (_, compiled) => {
	const { rootElement, warnings, elementsById } = await new BpmnModdle().fromXML(
		bpmnOf(compiled, "fr"),
	);
	const byId = elementsById as unknown as Record<string, Read>;
	const all = Object.values(byId);
	const of = (type: string) => all.filter(({ $type }) => $type === `bpmn:${type}`);
	const steps: Step[] = [...compiled.places.steps.values()].map(({ step }) => step);
	const drawn = new Set(
		all.flatMap(({ $type, bpmnElement }) =>
			$type.startsWith("bpmndi:BPMN") ? ((bpmnElement as Read | undefined)?.id ?? []) : [],
		),
	);

	test("opens without a warning, its references resolved and its ids unique", () => {
		expect(warnings).toEqual([]);
		expect(rootElement.$type).toBe("bpmn:Definitions");
		const written = [...bpmnOf(compiled, "fr").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		expect(written.length).toBe(new Set(written).size);
	});

	test("holds every step as a task, sent where it is a handoff, with its delay beside it", () => {
		for (const step of steps) {
			const task = byId[bpmnIds.task(step.id)];
			expect(task?.$type).toBe(step.handoff ? "bpmn:SendTask" : "bpmn:UserTask");
			const late = byId[bpmnIds.late(step.id)];
			expect(late).toMatchObject({ $type: "bpmn:BoundaryEvent", cancelActivity: false });
			expect((late?.attachedToRef as Read | undefined)?.id).toBe(task?.id);
		}
		expect(of("UserTask").length + of("SendTask").length).toBe(steps.length);
	});

	test("holds a lane per role of the territory, and every step in the lane of its role", () => {
		for (const { id } of compiled.protocol.roles.filter(({ external }) => !external)) {
			expect(byId[bpmnIds.lane("course", id)]?.$type).toBe("bpmn:Lane");
		}
		for (const { step, container } of compiled.places.steps.values()) {
			const lane = byId[bpmnIds.lane(container.interruption?.id ?? "course", step.role)];
			const nodes = lane?.flowNodeRef as Read[];
			expect(nodes.map(({ id }) => id)).toContain(bpmnIds.task(step.id));
		}
	});

	test("lets every outcome leave its step once, and leads it somewhere", () => {
		for (const step of steps) {
			const many = step.outcomes.length > 1;
			const from = byId[many ? bpmnIds.choice(step.id) : bpmnIds.task(step.id)];
			expect((from?.outgoing as Read[] | undefined)?.length).toBe(step.outcomes.length);
		}
		for (const flow of of("SequenceFlow")) {
			expect(flow.sourceRef).toBeDefined();
			expect(flow.targetRef).toBeDefined();
		}
		for (const node of all.filter(({ $type }) => /Task$|Gateway$/.test($type))) {
			expect((node.outgoing as Read[] | undefined)?.length, node.id).toBeGreaterThan(0);
		}
	});

	test("draws everything that it holds", () => {
		const shown = all.filter(({ $type }) =>
			/^bpmn:(UserTask|SendTask|\w+Gateway|StartEvent|EndEvent|IntermediateThrowEvent|BoundaryEvent|SequenceFlow|MessageFlow|Lane|Participant|SubProcess|Group)$/.test(
				$type,
			),
		);

		expect(shown.filter(({ id }) => !drawn.has(id ?? "")).map(({ id }) => id)).toEqual([]);
		for (const { $type, bounds, waypoint } of all) {
			if ($type === "bpmndi:BPMNShape") expect(bounds).toBeDefined();
			if ($type === "bpmndi:BPMNEdge") {
				expect((waypoint as unknown[]).length).toBeGreaterThan(1);
			}
		}
	});

	test("draws tasks inside their lanes, and no two of them over each other", () => {
		const box = (id: string) => byId[bpmnIds.shape(id)]?.bounds as unknown as Bounds;
		const placed = [...compiled.places.steps.values()].map(({ step, container }) => ({
			task: box(bpmnIds.task(step.id)),
			lane: box(bpmnIds.lane(container.interruption?.id ?? "course", step.role)),
		}));
		for (const { task, lane } of placed) {
			expect(task.x).toBeGreaterThan(lane.x);
			expect(task.y).toBeGreaterThan(lane.y);
			expect(task.x + task.width).toBeLessThan(lane.x + lane.width);
			expect(task.y + task.height).toBeLessThan(lane.y + lane.height);
		}
		const overlapping = placed.flatMap(({ task }, index) =>
			placed.slice(index + 1).filter((other) => overlap(task, other.task)),
		);
		expect(overlapping).toEqual([]);
	});

	test("makes interruptions subprocesses that begin beside the course", () => {
		for (const { id } of compiled.protocol.interruptions) {
			expect(byId[bpmnIds.beside(id)]).toMatchObject({
				$type: "bpmn:SubProcess",
				triggeredByEvent: true,
			});
			expect(byId[bpmnIds.start(id)]).toMatchObject({ isInterrupting: false });
		}
	});

	test("sends a message to the pool of each actor outside", () => {
		const outside = steps.filter(({ handoff }) => handoff?.mode === "external");
		for (const { id, handoff } of outside) {
			const message = byId[bpmnIds.message(id)];
			expect((message?.sourceRef as Read | undefined)?.id).toBe(bpmnIds.task(id));
			expect((message?.targetRef as Read | undefined)?.id).toBe(bpmnIds.pool(handoff?.to ?? ""));
		}
		expect(of("MessageFlow").length).toBe(outside.length);
	});

	test("says in its own documentation what it leaves out", () => {
		const [documentation] = [byId[bpmnIds.process()]?.documentation].flat() as { text: string }[];
		const text = documentation?.text ?? "";
		for (const { sentence, places } of bpmnUnsaid(compiled, "fr")) {
			expect(text).toContain(sentence);
			for (const place of places) expect(text).toContain(place);
		}
	});
});

test("any text comes back as it was from an attribute and from between two tags", async () => {
	const texts = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.string(),
		fc.constantFrom(
			"]]>",
			"&amp;",
			"&#38;",
			"<!--",
			"a\n\tb\r\n",
			"«\u00a0»",
			"\u0000",
			"\ud800",
			"😀",
		),
	);
	await fc.assert(
		fc.asyncProperty(texts, texts, async (name, text) => {
			const xml = writeXml({
				name: "bpmn:definitions",
				attributes: { "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL", name },
				children: [{ name: "bpmn:documentation", text }],
			});

			const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);

			const read = rootElement as unknown as { name?: string; documentation: { text?: string }[] };
			expect(warnings).toEqual([]);
			expect(read.name ?? "").toBe(readable(name));
			// The reader of this test trims what stands between tags.
			expect((read.documentation[0]?.text ?? "").trim()).toBe(readable(text).trim());
		}),
	);
});

type Bounds = { x: number; y: number; width: number; height: number };

function overlap(one: Bounds, other: Bounds): boolean {
	return (
		one.x < other.x + other.width &&
		other.x < one.x + one.width &&
		one.y < other.y + other.height &&
		other.y < one.y + one.height
	);
}
