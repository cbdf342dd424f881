import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { PartId } from "#protocols/language/places.ts";
import type { Language, Text } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";

/** How the parts of a protocol, and the made-up structures of a story, are called in a language. */
export type Naming = ReturnType<typeof namingOf>;

/** Names for everything that a story shows. */
export function namingOf({ protocol, places }: CompiledProtocol, language: Language) {
	const role = (id: string): string => {
		const found = protocol.roles.find((one) => one.id === id);
		return found ? sayWell(found.label, language) : id;
	};
	const interruption = (id: string): string => {
		const found = protocol.interruptions.find((one) => one.id === id);
		return found ? sayWell(found.title, language) : id;
	};
	return {
		role,
		interruption,
		step(id: string): string {
			const found = places.steps.get(id)?.step;
			return found ? sayWell(found.title, language) : id;
		},
		outcome(step: string, code: string): string {
			const outcomes = places.steps.get(step)?.step.outcomes;
			const found = outcomes?.find((outcome) => outcome.code === code);
			return found ? sayWell(found.label, language) : code;
		},
		/** "CRIP 1", "CRIP 2": two made-up structures play each role. */
		structure(id: string): string {
			const isFirst = protocol.roles.some((one) => one.id === id);
			return isFirst ? `${role(id)} 1` : `${role(id.replace(/-2$/, ""))} 2`;
		},
		/** Null for the course itself. */
		part(part: PartId): string | null {
			if (part === "course") return null;
			const container = places.containers.find((one) => one.part === part);
			if (!container || container.interruption?.id === container.id) {
				return interruption(container?.id ?? part);
			}
			const known: Readonly<Record<string, Text>> = knownTracks;
			const track = container.within?.group.tracks.find(({ id }) => id === container.id);
			const words = track?.title ?? known[container.id];
			return words ? sayWell(words, language) : container.id;
		},
	};
}
