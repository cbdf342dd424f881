import { accounts } from "./fr/accounts.ts";
import { directory } from "./fr/directory.ts";
import { due } from "./fr/due.ts";
import { handoffs } from "./fr/handoffs.ts";
import { line } from "./fr/line.ts";
import { myDay } from "./fr/my-day.ts";
import { protocols } from "./fr/protocols.ts";
import { shell } from "./fr/shell.ts";
import { situations } from "./fr/situations.ts";
import { ui } from "./fr/ui.ts";

/** All French texts, by namespace: one file each. A new namespace is added here and in `en.ts`. */
export const fr = {
	accounts,
	directory,
	due,
	handoffs,
	line,
	myDay,
	protocols,

	shell,
	situations,
	ui,
} as const;
