import { accounts } from "./fr/accounts.ts";
import { administration } from "./fr/administration.ts";
import { agreement } from "./fr/agreement.ts";
import { calendar } from "./fr/calendar.ts";
import { changes } from "./fr/changes.ts";
import { checker } from "./fr/checker.ts";
import { colleagues } from "./fr/colleagues.ts";
import { directory } from "./fr/directory.ts";
import { due } from "./fr/due.ts";
import { duplicates } from "./fr/duplicates.ts";
import { exchange } from "./fr/exchange.ts";
import { factors } from "./fr/factors.ts";
import { glass } from "./fr/glass.ts";
import { handoffStates } from "./fr/handoff-states.ts";
import { handoffs } from "./fr/handoffs.ts";
import { invitations } from "./fr/invitations.ts";
import { joining } from "./fr/joining.ts";
import { late } from "./fr/late.ts";
import { letters } from "./fr/letters.ts";
import { line } from "./fr/line.ts";
import { lock } from "./fr/lock.ts";
import { messages } from "./fr/messages.ts";
import { moving } from "./fr/moving.ts";
import { myDay } from "./fr/my-day.ts";
import { operator } from "./fr/operator.ts";
import { proof } from "./fr/proof.ts";
import { protocols } from "./fr/protocols.ts";
import { readings } from "./fr/readings.ts";
import { recovery } from "./fr/recovery.ts";
import { retention } from "./fr/retention.ts";
import { shell } from "./fr/shell.ts";
import { simulator } from "./fr/simulator.ts";
import { situations } from "./fr/situations.ts";
import { studio } from "./fr/studio.ts";
import { texts } from "./fr/texts.ts";
import { ui } from "./fr/ui.ts";

/** All French texts, by namespace: one file each. A new namespace is added here and in `en.ts`. */
export const fr = {
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
} as const;
