import { paths } from "#app/paths.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { OwnRelais } from "../security/own-relais.ts";
import type { Fields, Visitor } from "../security/visitor.ts";

/** What a form says: nothing for what is left empty, a list where several boxes are ticked. */
export type Written = Record<string, string | number | readonly string[] | undefined>;

/** Somebody who writes a draft by the studio's plain forms, as a browser without scripts sends them. */
export class DraftWriter {
	readonly #relais: OwnRelais;
	readonly #person: Visitor;
	readonly #draftId: string;

	constructor(relais: OwnRelais, person: Visitor, draftId: string) {
		this.#relais = relais;
		this.#person = person;
		this.#draftId = draftId;
	}

	/** The draft as it stands. */
	get protocol(): Protocol {
		const read = readProtocol(JSON.parse(this.#row().document));
		if (!read.ok) throw new Error("A draft always reads as a protocol.");
		return read.protocol;
	}

	/** Sends one form. @returns the name of the part that it leads to */
	async sends(act: string, written: Written): Promise<string> {
		const seen = String(this.#row().revision);
		const { status, headers, body } = await this.#person.post(paths.draft(this.#draftId), [
			...Object.entries({ act, form: act, part: "protocol", seen }),
			...fieldsOf(written),
		]);
		if (status !== 303) throw new Error(`${act} ${JSON.stringify(written)}: ${status} ${body}`);
		const opened = new URL(headers.location ?? "", this.#relais.origin).searchParams.get("open");
		return opened?.split(":").at(-1) ?? "";
	}

	#row(): { document: string; revision: number } {
		return this.#relais.store.first(
			"select document, revision from drafts where id = ?",
			this.#draftId,
		);
	}
}

function fieldsOf(written: Written): Fields {
	return Object.entries(written).flatMap(([name, value]): Fields => {
		if (value === undefined) return [];
		if (typeof value === "string" || typeof value === "number") return [[name, String(value)]];
		return value.map((one) => [name, one]);
	});
}
