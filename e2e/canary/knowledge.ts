import Database from "better-sqlite3";
import type { Knowledge } from "./filling.ts";

/**
 * What two professionals told each other by telephone, read from the store beside the server: the
 * code of one's own situation, the number of a handoff. What asks for them is answered rightly.
 */
export function knowledgeOf(file: string, structureId: string): Knowledge & { close(): void } {
	const store = new Database(file, { readonly: true });
	const ownCode = store
		.prepare("select code from participations where structure_id = ? order by situation_pk desc")
		.pluck();
	const ownNumber = store
		.prepare("select number from handoffs where recipient_handle = ? or sender_handle = ?")
		.pluck();
	const known: Knowledge = ({ name, kind }, path) => {
		if (kind !== "text") return undefined;
		const [, place = "", handle = ""] = path.split("/");
		if (place === "handoffs" && name === "number") return ownNumber.get(handle, handle) as string;
		if (place === "situations" && name === "code") return ownCode.get(structureId) as string;
		return undefined;
	};
	return Object.assign(known, { close: () => store.close() });
}
