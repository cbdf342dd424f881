import type { Scenario } from "#protocols/catalogue/scenario.ts";
import type { Text } from "#protocols/language/text.ts";
import { readStory } from "#protocols/simulator/read-story.ts";
import type { Story } from "#protocols/simulator/simulate.ts";
import type { draftScenarios } from "./schema/plays.ts";

type Row = Omit<typeof draftScenarios.$inferSelect, "draftId">;

/** A scenario as a row. */
export function asRow(
	{ id: name, title, shows, opensWith, acts, ends }: Scenario,
	position: number,
): Row {
	const story: Story = opensWith ? { opensWith, acts } : { acts };
	return {
		name,
		position,
		titleFr: title.fr,
		titleEn: title.en ?? null,
		showsFr: shows.fr,
		showsEn: shows.en ?? null,
		story: JSON.stringify(story),
		endsClosed: ends.closed,
		endsOpen: JSON.stringify(ends.open),
	};
}

/**
 * A row as the scenario that it was.
 *
 * @throws RangeError when its story cannot be read (a damaged row)
 */
export function asScenario(row: Row): Scenario {
	const story = readStory(row.story);
	if (!story) throw new RangeError(`The story of the scenario ${row.name} cannot be read.`);
	return {
		id: row.name,
		title: textOf(row.titleFr, row.titleEn),
		shows: textOf(row.showsFr, row.showsEn),
		...(story.opensWith ? { opensWith: story.opensWith } : {}),
		acts: story.acts,
		ends: { closed: row.endsClosed, open: JSON.parse(row.endsOpen) },
	};
}

function textOf(fr: string, en: string | null): Text {
	return en === null ? { fr } : { fr, en };
}
