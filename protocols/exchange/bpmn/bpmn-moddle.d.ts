/** As much of the reader of BPMN files as the tests ask of it; the package brings no types along. */
declare module "bpmn-moddle" {
	type Element = { $type: string; id?: string } & Record<string, unknown>;

	export class BpmnModdle {
		fromXML(xml: string): Promise<{
			rootElement: Element;
			warnings: unknown[];
			elementsById: Record<string, Element>;
		}>;
	}
}
