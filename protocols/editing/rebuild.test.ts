import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { editCommand } from "./commands.ts";
import { rebuilt } from "./rebuilding.for-tests.ts";
import { emptySkeleton } from "./skeleton.ts";

test.each(catalogue.map(({ id, document }) => [id, document] as const))(
	"%s is built from the empty skeleton by commands alone, to the letter",
	(id, document) => {
		const read = readProtocol(document);
		if (!read.ok) throw new Error(JSON.stringify(read.issues));

		const { commands, now } = rebuilt(
			emptySkeleton({ id, title: { fr: "Brouillon" } }),
			read.protocol,
		);

		expect(commands.every((command) => editCommand.safeParse(command).success)).toBe(true);
		expect(canonicalJson(now)).toBe(canonicalJson(read.protocol));
	},
	30_000,
);
