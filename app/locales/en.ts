import type { Translation } from "#app/i18n/translation.ts";
import { accounts } from "./en/accounts.ts";
import { administration } from "./en/administration.ts";
import { agreement } from "./en/agreement.ts";
import { calendar } from "./en/calendar.ts";
import { changes } from "./en/changes.ts";
import { checker } from "./en/checker.ts";
import { colleagues } from "./en/colleagues.ts";
import { directory } from "./en/directory.ts";
import { due } from "./en/due.ts";
import { duplicates } from "./en/duplicates.ts";
import { exchange } from "./en/exchange.ts";
import { factors } from "./en/factors.ts";
import { glass } from "./en/glass.ts";
import { handoffStates } from "./en/handoff-states.ts";
import { handoffs } from "./en/handoffs.ts";
import { invitations } from "./en/invitations.ts";
import { joining } from "./en/joining.ts";
import { late } from "./en/late.ts";
import { letters } from "./en/letters.ts";
import { line } from "./en/line.ts";
import { lock } from "./en/lock.ts";
import { messages } from "./en/messages.ts";
import { moving } from "./en/moving.ts";
import { myDay } from "./en/my-day.ts";
import { operator } from "./en/operator.ts";
import { proof } from "./en/proof.ts";
import { protocols } from "./en/protocols.ts";
import { readings } from "./en/readings.ts";
import { recovery } from "./en/recovery.ts";
import { retention } from "./en/retention.ts";
import { shell } from "./en/shell.ts";
import { simulator } from "./en/simulator.ts";
import { situations } from "./en/situations.ts";
import { studio } from "./en/studio.ts";
import { texts } from "./en/texts.ts";
import { ui } from "./en/ui.ts";
import type { fr } from "./fr.ts";

/** All English texts, by namespace: one file each. */
export const en = {
	accounts,
	administration,
	agreement,
	calendar,
	checker,
	changes,
	colleagues,
	directory,
	due,
	duplicates,
	exchange,
	factors,
	glass,
	handoffStates,
	handoffs,
	invitations,
	joining,
	late,
	letters,
	line,
	lock,
	messages,
	moving,
	myDay,
	operator,
	proof,
	protocols,

	retention,
	readings,
	recovery,
	shell,
	simulator,
	situations,
	studio,
	texts,
	ui,
} satisfies Translation<typeof fr>;
