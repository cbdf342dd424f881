import { accountTables } from "./account-tables.ts";
import { agreementTables } from "./agreement-tables.ts";
import { draftTables } from "./draft-tables.ts";
import { factorTables } from "./factor-tables.ts";
import { handoffTables } from "./handoff-tables.ts";
import { historyTables } from "./history-tables.ts";
import { incidentTables } from "./incident-tables.ts";
import { letterTables } from "./letter-tables.ts";
import { networkTables } from "./network-tables.ts";
import { playTables } from "./play-tables.ts";
import { protocolTables } from "./protocol-tables.ts";
import { situationTables } from "./situation-tables.ts";
import type { TableEntry } from "./table-entry.ts";
import { textTables } from "./text-tables.ts";
import { upkeepTables } from "./upkeep-tables.ts";

/**
 * The register of what is stored: every table of both files, every column with its class.
 * `docs/privacy.md` is made from it, and a test holds it against the stores themselves.
 */
export const register: TableEntry[] = [
	...situationTables,
	...handoffTables,
	...historyTables,
	...protocolTables,
	...draftTables,
	...playTables,
	...agreementTables,
	...networkTables,
	...textTables,
	...accountTables,
	...factorTables,
	...upkeepTables,
	...incidentTables,
	...letterTables,
];
