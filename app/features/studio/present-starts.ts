import type { Choice } from "#app/ui/select-field.tsx";
import type { SharedProtocol } from "#db/shared-protocols.ts";
import type { ListedVersion } from "#db/version-list.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import { guidedQuestions } from "#protocols/editing/guided-questions.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Language } from "#protocols/language/text.ts";
import { shortHash } from "./short-hash.ts";

type Starts = { versions: ListedVersion[]; shared: SharedProtocol[] };

/** Words everything that a draft can start from. */
export function presentStarts({ versions, shared }: Starts, language: Language) {
	return {
		models: catalogue.map(({ id, document }) => modelChoice(id, document, language)),
		questions: Object.entries(guidedQuestions).map(([code, { ask, help, options }]) => ({
			code,
			ask: ask[language],
			help: help[language],
			options: options.map(({ value, label }): Choice => ({ value, label: label[language] })),
		})),
		versions: versions.map(
			({ hash, title }): Choice => ({
				value: hash,
				label: `${sayWell(title, language)} (${shortHash(hash)})`,
			}),
		),
		shared: shared.map(
			({ territoryId, territory, hash, title }): Choice => ({
				value: `${territoryId}/${hash}`,
				label: `${sayWell(title, language)} – ${territory}`,
			}),
		),
	};
}

function modelChoice(id: string, document: unknown, language: Language): Choice {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(`The model ${id} of the catalogue cannot be read.`);
	const { title, audience } = read.protocol;
	return {
		value: id,
		label: sayWell(title, language),
		...(audience ? { hint: sayWell(audience, language) } : {}),
	};
}
