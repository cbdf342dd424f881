import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { duties } from "#db/schema/structures.ts";
import { may } from "./policy.server.ts";
import { startOf } from "./start.server.ts";

const standing = (duty: (typeof duties)[number]) => ({ duty, reception: false, manager: false });

test.each(duties)("the visit of a %s begins on a page that is theirs to read", (duty) => {
	const start = startOf(standing(duty));

	const act = start === paths.myDay() ? "read-my-day" : "read-protocol";
	expect(may(standing(duty), act)).toBe(true);
});

test("whoever follows situations begins with their day, others with the protocols", () => {
	expect(startOf(standing("professional"))).toBe(paths.myDay());
	expect(startOf(standing("coordinator"))).toBe(paths.myDay());
	expect(startOf(standing("auditor"))).toBe(paths.protocols());
});
