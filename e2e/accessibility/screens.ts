import { agreementScreens } from "./agreement-screens.ts";
import { calendarScreens } from "./calendar-screens.ts";
import { checkScreens } from "./check-screens.ts";
import { exchangeRoutesWithoutScreen, exchangeScreens } from "./exchange-screens.ts";
import { failureScreens } from "./failure-screens.ts";
import { handoffScreens } from "./handoff-screens.ts";
import { lateScreens } from "./late-screens.ts";
import { messageRoutesWithoutScreen, messageScreens } from "./message-screens.ts";
import { movingScreens } from "./moving-screens.ts";
import { operatorScreens } from "./operator-screens.ts";
import { pairingScreens } from "./pairing-screens.ts";
import { peopleRoutesWithoutScreen, peopleScreens } from "./people-screens.ts";
import { playScreens } from "./play-screens.ts";
import { readingScreens } from "./reading-screens.ts";
import type { Screen } from "./screen.ts";
import { signInRoutesWithoutScreen, signInScreens } from "./sign-in-screens.ts";
import { situationScreens } from "./situation-screens.ts";
import { studioScreens } from "./studio-screens.ts";
import { textScreens } from "./text-screens.ts";

/** Everything that a person can have in front of them. */
export const screens: Screen[] = [
	...readingScreens,
	...situationScreens,
	...handoffScreens,
	...pairingScreens,
	...peopleScreens,
	...textScreens,
	...lateScreens,
	...calendarScreens,
	...studioScreens,
	...checkScreens,
	...playScreens,
	...agreementScreens,
	...exchangeScreens,
	...messageScreens,
	...operatorScreens,
	...movingScreens,
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
	...exchangeRoutesWithoutScreen,
	...messageRoutesWithoutScreen,
	...peopleRoutesWithoutScreen,
	...signInRoutesWithoutScreen,
];
