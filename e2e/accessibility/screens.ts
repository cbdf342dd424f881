import { failureScreens } from "./failure-screens.ts";
import { handoffScreens } from "./handoff-screens.ts";
import { readingScreens } from "./reading-screens.ts";
import type { Screen } from "./screen.ts";
import { situationScreens } from "./situation-screens.ts";

/** Everything that a person can have in front of them. */
export const screens: Screen[] = [
	...readingScreens,
	...situationScreens,
	...handoffScreens,
	...failureScreens,
];

/** Routes that answer without a screen of their own: they send on, or speak to a machine. */
export const routesWithoutScreen = [
	"root",
	"routes/_index",
	"routes/act-as",
	"routes/demonstration.$memberId",
	"routes/health",
	"routes/language",
	"routes/sign-out",
];
