import { expect, test } from "vitest";
import { type Act, acts, may, requireMay, type Standing } from "./policy.server.ts";

const aboutSituations: Act[] = [
	"open-situation",
	"read-situation",
	"act-on-situation",
	"act-on-handoff",
	"find-situation",
];

test.each(["administrator", "animator", "auditor"] as const)(
	"whatever else they hold, the %s reaches no situation",
	(duty) => {
		const standing = { duty, reception: true, manager: true };

		expect(aboutSituations.filter((act) => may(standing, act))).toEqual([]);
	},
);

test.each(["professional", "coordinator"] as const)(
	"the %s follows the situations in which their own structure has a part",
	(duty) => {
		const following = aboutSituations.filter((act) => act !== "open-situation");

		expect(following.filter((act) => !may(standing(duty), act))).toEqual([]);
	},
);

test("a situation is opened by a professional, never by the coordinator", () => {
	expect(may(standing("professional"), "open-situation")).toBe(true);
	expect(may(standing("coordinator"), "open-situation")).toBe(false);
});

test("only the manager of a structure signs a protocol", () => {
	expect(may(standing("professional"), "sign-protocol")).toBe(false);
	expect(may({ ...standing("professional"), manager: true }, "sign-protocol")).toBe(true);
});

test("the coordinator arbitrates and publishes; a professional does neither", () => {
	for (const act of ["arbitrate-handoff", "publish-protocol"] as const) {
		expect(may(standing("coordinator"), act)).toBe(true);
		expect(may({ ...standing("professional"), reception: true, manager: true }, act)).toBe(false);
	}
});

test("what the policy does not name is refused", () => {
	for (const act of ["delete-everything", "toString", "__proto__"]) {
		expect(may({ duty: "administrator", reception: true, manager: true }, act as Act)).toBe(false);
	}
});

test("a duty that does not exist may do nothing", () => {
	const intruder = { duty: "owner", reception: true, manager: true } as unknown as Standing;

	expect(acts.filter((act) => may(intruder, act))).toEqual([]);
});

test("a refusal looks like absence", () => {
	const refusal = thrownBy(() => requireMay(standing("auditor"), "read-situation"));

	expect(refusal).toMatchObject({ status: 404, statusText: "Not Found", body: null });
});

function standing(duty: Standing["duty"]): Standing {
	return { duty, reception: false, manager: false };
}

function thrownBy(act: () => void): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
}
