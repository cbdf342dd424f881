import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";

/** The models of the catalogue, compiled, with their scenarios. */
export const compiledCatalogue = catalogue.map(({ id, document, scenarios }) => ({
	id,
	scenarios,
	compiled: compiledDocument(document),
}));

/** A document compiled. @throws Error when it does not read */
export function compiledDocument(document: unknown): CompiledProtocol {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}

/** A model of the catalogue by its id. @throws RangeError when there is none */
export function compiledModel(id: string) {
	const found = compiledCatalogue.find((model) => model.id === id);
	if (!found) throw new RangeError(`No model ${id}.`);
	return found;
}
