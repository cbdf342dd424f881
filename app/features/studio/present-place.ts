import type { Choice } from "#app/ui/select-field.tsx";
import type { Container } from "#protocols/language/places.ts";
import { type DraftReading, insideChoices, roleChoices } from "./reading-draft.ts";

/** A place that holds steps: where it begins, and what a new step there needs. */
export type PlaceView = {
	id: string;
	start: string;
	starts: Choice[];
	/** The ways on which a new step can be slipped in: `step/OUTCOME`. */
	ways: Choice[];
	roles: Choice[];
};

/** What a place offers to whoever adds a step to it. */
export function presentPlace(reading: DraftReading, container: Container): PlaceView {
	return {
		id: container.id,
		start: container.start,
		starts: insideChoices(reading, container),
		ways: container.steps.flatMap(({ id, outcomes }) =>
			outcomes.map(({ code, label }) => ({
				value: `${id}/${code}`,
				label: `${reading.names.get(id) ?? id} → ${label[reading.language] ?? label.fr}`,
			})),
		),
		roles: roleChoices(reading, { external: false }),
	};
}
