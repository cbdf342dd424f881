import type { Group } from "#protocols/language/protocol.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import { asWritten, type Said, saidText } from "./words.ts";

/** How a track is called: by its own title, else as the territories know it. */
export function trackTitleOf(group: Group | undefined, id: string): Said {
	const own = group?.tracks.find((track) => track.id === id)?.title;
	const known: Readonly<Record<string, Said>> = knownTracks;
	return own ? saidText(own) : (known[id] ?? asWritten(id));
}
