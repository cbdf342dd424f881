import { expect, test } from "vitest";
import { delayAsked } from "./delay-query.ts";

const asked = (query: string) => delayAsked(new URL(`http://relais.test/?${query}`));

test("an address that asks nothing has nothing wrong with it", () => {
	expect(asked("")).toMatchObject({ delay: undefined, errors: {} });
});

test("a delay is read with where it starts and for whom", () => {
	expect(asked("n=4&unit=working-hours&start=2026-05-12T16%3A00&structure=crip")).toMatchObject({
		delay: { n: 4, unit: "working-hours" },
		start: Date.UTC(2026, 4, 12, 16),
		structure: "crip",
		errors: {},
	});
});

test("what was left empty is now, for nobody in particular", () => {
	expect(asked("n=1&unit=calendar-days&start=&structure=")).toMatchObject({
		delay: { n: 1, unit: "calendar-days" },
		start: undefined,
		structure: undefined,
	});
});

test("a unit that does not exist is read as the usual one", () => {
	expect(asked("n=1&unit=moons").delay).toEqual({ n: 1, unit: "working-days" });
});

test.each(["0", "401", "-1", "1.5", "many", ""])("%s is no number of days", (n) => {
	expect(asked(`n=${n}&unit=working-days`)).toMatchObject({
		delay: undefined,
		errors: { n: ["calendar:delay.wrongN"] },
		values: { n },
	});
});

test.each(["2026-02-30T10:00", "2026-05-12", "soon", "1999-01-01T10:00", "2026-05-12T25:00"])(
	"%s is no start",
	(start) => {
		expect(asked(`n=1&start=${start}`)).toMatchObject({
			delay: undefined,
			errors: { start: ["calendar:delay.wrongStart"] },
			values: { start },
		});
	},
);
