import { existsSync, statSync } from "node:fs";
import type { Finding } from "./finding.ts";

/** What this machine shows of its clock, without asking any other one; given by tests. */
export type Keeping = {
	/** When the program was put here: no clock that is right is earlier. */
	programAt: number;
	/** Whether something keeps the clock right; undefined where that cannot be seen. */
	kept: boolean | undefined;
};

/** What is there while a service that keeps the clock runs. */
const keepers = [
	"/run/systemd/timesync/synchronized",
	"/run/chrony/chronyd.pid",
	"/run/ntpd.pid",
	"/run/openntpd.pid",
];

const program = new URL("../../../package.json", import.meta.url);
const toleranceMs = 120_000;

/** The clock of this machine. */
export function realKeeping(): Keeping {
	// A container has the clock of its host, and shows nothing of what keeps it.
	const visible = existsSync("/run/systemd/system");
	return {
		programAt: statSync(program).mtimeMs,
		kept: visible ? keepers.some((file) => existsSync(file)) : undefined,
	};
}

/** Whether the clock can be right, as far as the machine itself can tell. */
export function keepingFindings({ programAt, kept }: Keeping, now: number): Finding[] {
	const area = "clock" as const;
	const instant = new Date(programAt).toISOString();
	return [
		...(now < programAt - toleranceMs
			? [{ area, weight: "must", code: "clock-before-program", instant } as const]
			: []),
		...(kept === false ? [{ area, weight: "should", code: "clock-unkept" } as const] : []),
	];
}
