import { bpmnIds } from "./ids.ts";
import type { Box, BpmnLayout, Point } from "./layout.ts";
import { type BpmnModel, type BpmnScope, nodesOf } from "./model.ts";
import type { XmlElement } from "./xml.ts";

/** The drawing of a model: a shape for everything that has a place, an edge for every arrow. */
export function diagramOf(model: BpmnModel, layout: BpmnLayout): XmlElement {
	const { process, beside, anyTime, outside, messages, phases } = model;
	const shape = (id: string, more = {}) => shapeOf(layout, id, more);
	const inScope = (scope: BpmnScope) => [
		...scope.lanes.map(({ id }) => shape(id, { isHorizontal: true })),
		...nodesOf(scope).map(({ id, kind }) =>
			shape(id, kind === "exclusiveGateway" ? { isMarkerVisible: true } : {}),
		),
		...scope.flows.map(({ id }) => edgeOf(layout, id)),
	];
	return {
		name: "bpmndi:BPMNDiagram",
		attributes: { id: "diagram" },
		children: [
			{
				name: "bpmndi:BPMNPlane",
				attributes: { id: "plane", bpmnElement: "collaboration" },
				children: [
					shape("pool_course", { isHorizontal: true }),
					shape(anyTime.id, { isHorizontal: true }),
					...inScope(process),
					...beside.flatMap((scope) => [shape(scope.id, { isExpanded: true }), ...inScope(scope)]),
					...outside.map(({ id }) => shape(id, { isHorizontal: true })),
					...messages.map(({ id }) => edgeOf(layout, id)),
					...phases.filter(({ id }) => layout.boxes.has(id)).map(({ id }) => shape(id)),
				],
			},
		],
	};
}

function shapeOf(layout: BpmnLayout, id: string, more: Record<string, boolean>): XmlElement {
	const box = layout.boxes.get(id);
	if (!box) throw new Error(`${id} is not drawn.`);
	return {
		name: "bpmndi:BPMNShape",
		attributes: { id: bpmnIds.shape(id), bpmnElement: id, ...more },
		children: [boundsOf(box)],
	};
}

function boundsOf({ x, y, width, height }: Box): XmlElement {
	return { name: "dc:Bounds", attributes: { x, y, width, height } };
}

function edgeOf(layout: BpmnLayout, id: string): XmlElement {
	const points = layout.ways.get(id);
	if (!points) throw new Error(`${id} is not drawn.`);
	return {
		name: "bpmndi:BPMNEdge",
		attributes: { id: bpmnIds.shape(id), bpmnElement: id },
		children: points.map(({ x, y }: Point) => ({ name: "di:waypoint", attributes: { x, y } })),
	};
}
