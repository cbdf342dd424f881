import type { Protocol } from "#protocols/language/protocol.ts";
import { languages } from "#protocols/language/text.ts";
import type { EditCommand } from "./commands.ts";
import { asText, type Standing, standsOn } from "./stands-on.ts";

/**
 * A wish that was made on an older page, as if it had been made now: of a text that it writes in one
 * language, the other language stays as somebody else has written it since.
 *
 * @param seen the protocol as its author saw it
 */
export function rebased(seen: Protocol, now: Protocol, command: EditCommand): EditCommand {
	if (!command.type.startsWith("set-")) return command;
	const before = standsOn(seen, command);
	const present = standsOn(now, command);
	const entries = Object.entries(command).map(([key, wish]) => [
		key,
		together(wish, before, present, key),
	]);
	return Object.fromEntries(entries) as EditCommand;
}

function together(wish: unknown, before: Standing, present: Standing, key: string): unknown {
	const [wished, seen, now] = [wish, before[key], present[key]].map(asText);
	if (!wished || !seen || !now) return wish;
	const words = languages.flatMap((language) => {
		const word = wished[language] === seen[language] ? now[language] : wished[language];
		return word === undefined ? [] : [[language, word]];
	});
	return Object.fromEntries(words);
}
