import { failureScreens } from "./failure-screens.ts";
import { handoffScreens } from "./handoff-screens.ts";
import { pairingScreens } from "./pairing-screens.ts";
import { peopleRoutesWithoutScreen, peopleScreens } from "./people-screens.ts";
import { readingScreens } from "./reading-screens.ts";
import type { Screen } from "./screen.ts";
import { signInRoutesWithoutScreen, signInScreens } from "./sign-in-screens.ts";
import { situationScreens } from "./situation-screens.ts";
import { textScreens } from "./text-screens.ts";

/** Everything that a person can have in front of them. */
export const screens: Screen[] = [
	...readingScreens,
	...situationScreens,
	...handoffScreens,
	...pairingScreens,
	...peopleScreens,
	...textScreens,
	...signInScreens,
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
	...peopleRoutesWithoutScreen,
	...signInRoutesWithoutScreen,
];
