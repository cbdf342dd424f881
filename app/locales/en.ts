import type { Translation } from "#app/i18n/translation.ts";
import { accounts } from "./en/accounts.ts";
import { directory } from "./en/directory.ts";
import { due } from "./en/due.ts";
import { handoffs } from "./en/handoffs.ts";
import { line } from "./en/line.ts";
import { myDay } from "./en/my-day.ts";
import { protocols } from "./en/protocols.ts";
import { shell } from "./en/shell.ts";
import { situations } from "./en/situations.ts";
import { ui } from "./en/ui.ts";
import type { fr } from "./fr.ts";

/** All English texts, by namespace: one file each. */
export const en = {
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
} satisfies Translation<typeof fr>;
