import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Duration } from "#protocols/language/delay.ts";
import type { Language } from "#protocols/language/text.ts";
import { bpmnModel } from "./build.ts";
import { diagramOf } from "./diagram.ts";
import { layoutBpmn } from "./layout.ts";
import { type BpmnFlow, type BpmnModel, type BpmnNode, type BpmnScope, nodesOf } from "./model.ts";
import { writeXml, type XmlElement } from "./xml.ts";

/**
 * A protocol as BPMN 2.0 XML with its drawing, in one language. What it cannot say stands in the
 * documentation of the process, and in `bpmnUnsaid`.
 *
 * @see OMG formal/2011-01-03, Business Process Model and Notation (BPMN) version 2.0
 */
export function bpmnOf(compiled: CompiledProtocol, language: Language): string {
	const model = bpmnModel(compiled, language);
	return writeXml({
		name: "bpmn:definitions",
		attributes: {
			"xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
			"xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
			"xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
			"xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
			"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
			id: "definitions",
			name: model.process.name,
			targetNamespace: `urn:relais:${compiled.protocol.id}`,
			exporter: "Relais",
		},
		children: [
			...model.signals.map(({ id, name }) => element("signal", { id, name })),
			category(model),
			collaboration(model),
			processElement(model),
			diagramOf(model, layoutBpmn(model)),
		],
	});
}

function element(
	name: string,
	attributes: NonNullable<XmlElement["attributes"]>,
	children: (XmlElement | undefined)[] = [],
): XmlElement {
	return { name: `bpmn:${name}`, attributes, children };
}

function said(name: string, text: string): XmlElement {
	return { name: `bpmn:${name}`, text };
}

/** Phases are a frame around their steps: BPMN calls it a group, and names it by a category. */
function category({ phases }: BpmnModel): XmlElement {
	const values = phases.map(({ id, name }) =>
		element("categoryValue", { id: `${id}_value`, value: name }),
	);
	return element("category", { id: "category_phases" }, values);
}

function collaboration({ process, outside, messages }: BpmnModel): XmlElement {
	return element("collaboration", { id: "collaboration" }, [
		element("participant", { id: "pool_course", name: process.name, processRef: process.id }),
		...outside.map(({ id, name }) => element("participant", { id, name })),
		...messages.map(({ id, name, from, to }) =>
			element("messageFlow", { id, name, sourceRef: from, targetRef: to }),
		),
	]);
}

function processElement({ process, beside, anyTime, phases }: BpmnModel): XmlElement {
	const lanes = [
		laneOf(process),
		element(
			"lane",
			{ id: anyTime.id, name: anyTime.name },
			beside.map(({ id }) => said("flowNodeRef", id)),
		),
	].flat();
	return element("process", { id: process.id, name: process.name, isExecutable: false }, [
		...documentation(process.documentation),
		element("laneSet", { id: "lanes" }, lanes),
		...flowElements(process),
		...beside.map(subProcess),
		...phases.map(({ id }) => element("group", { id, categoryValueRef: `${id}_value` })),
	]);
}

function subProcess(scope: BpmnScope): XmlElement {
	return element("subProcess", { id: scope.id, name: scope.name, triggeredByEvent: true }, [
		...documentation(scope.documentation),
		element("laneSet", { id: `lanes_${scope.id}` }, laneOf(scope)),
		...flowElements(scope),
	]);
}

function laneOf(scope: BpmnScope): XmlElement[] {
	return scope.lanes.map(({ id, role, name }) => {
		const own = nodesOf({ cells: scope.cells.filter((cell) => cell.role === role) });
		return element(
			"lane",
			{ id, name },
			own.map((node) => said("flowNodeRef", node.id)),
		);
	});
}

function flowElements(scope: BpmnScope): XmlElement[] {
	return [
		...nodesOf(scope).map((node) => nodeElement(node, scope.flows)),
		...scope.flows.map(({ id, name, from, to }) =>
			element("sequenceFlow", { id, name, sourceRef: from, targetRef: to }),
		),
	];
}

function nodeElement(node: BpmnNode, flows: BpmnFlow[]): XmlElement {
	const { id, kind, name, attachedTo } = node;
	const attributes = {
		id,
		name,
		...(node.beside ? { isInterrupting: false } : {}),
		...(attachedTo ? { attachedToRef: attachedTo, cancelActivity: false } : {}),
		...(kind === "parallelGateway" || kind === "exclusiveGateway"
			? { gatewayDirection: directionOf(id, flows) }
			: {}),
	};
	return element(kind, attributes, [
		...documentation(node.documentation),
		...flows.filter(({ to }) => to === id).map((flow) => said("incoming", flow.id)),
		...flows.filter(({ from }) => from === id).map((flow) => said("outgoing", flow.id)),
		...definitionsOf(node),
	]);
}

function directionOf(id: string, flows: BpmnFlow[]): "Diverging" | "Converging" | "Mixed" {
	const comes = flows.filter(({ to }) => to === id).length > 1;
	const goes = flows.filter(({ from }) => from === id).length > 1;
	if (comes && goes) return "Mixed";
	return comes ? "Converging" : "Diverging";
}

function definitionsOf({ id, signal, terminates, after }: BpmnNode): XmlElement[] {
	const definition = `${id}_definition`;
	return [
		...(signal ? [element("signalEventDefinition", { id: definition, signalRef: signal })] : []),
		...(terminates ? [element("terminateEventDefinition", { id: definition })] : []),
		...(after ? [element("timerEventDefinition", { id: definition }, [timeOf(after)])] : []),
	];
}

function timeOf(duration: Duration): XmlElement {
	return {
		name: "bpmn:timeDuration",
		attributes: { "xsi:type": "bpmn:tFormalExpression" },
		text: isoDuration(duration),
	};
}

/** ISO 8601 knows no working time: hours stay hours, days stay days. */
function isoDuration({ n, unit }: Duration): string {
	return unit === "clock-hours" || unit === "working-hours" ? `PT${n}H` : `P${n}D`;
}

function documentation(text: string | undefined): XmlElement[] {
	return text ? [said("documentation", text)] : [];
}
