import type { PartRef } from "#protocols/editing/part-ref.ts";
import type { DocumentPath, Places } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";

/** A text that people wrote into a protocol, and where. */
export type WrittenText = { part: PartRef; path: DocumentPath; text: Text };

/** Every text of a protocol, in reading order. */
export function textsOf(protocol: Protocol, { steps, groups, tracks }: Places): WrittenText[] {
	const written: WrittenText[] = [];
	const note = (part: PartRef, path: DocumentPath, text: Text | undefined) => {
		if (text) written.push({ part, path, text });
	};
	for (const key of ["title", "audience", "prerequisites"] as const) {
		note({ kind: "protocol" }, [key], protocol[key]);
	}
	protocol.roles.forEach(({ id, label }, index) => {
		note({ kind: "role", id }, ["roles", index, "label"], label);
	});
	protocol.interruptions.forEach(({ id, title }, index) => {
		note({ kind: "interruption", id }, ["interruptions", index, "title"], title);
	});
	for (const { group, path } of groups.values()) {
		note({ kind: "group", id: group.id }, [...path, "title"], group.title);
	}
	for (const { id, within, path } of tracks.values()) {
		const own = within?.group.tracks.find((track) => track.id === id);
		note({ kind: "track", id }, [...path, "title"], own?.title);
	}
	for (const { step, path } of steps.values()) {
		const part = { kind: "step", id: step.id } as const;
		note(part, [...path, "title"], step.title);
		note(part, [...path, "guidance"], step.guidance);
		note(part, [...path, "handoff", "ifSilent"], step.handoff?.ifSilent);
		step.outcomes.forEach(({ label }, index) => {
			note(part, [...path, "outcomes", index, "label"], label);
		});
	}
	return written;
}
