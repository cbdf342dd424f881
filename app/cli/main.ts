import { Command } from "commander";
import { addAccountCommands } from "./accounts.ts";
import { addAudit } from "./audit.ts";
import { addBackup } from "./backup.ts";
import { addDoctor } from "./doctor.ts";
import { addDrill } from "./drill.ts";
import { addIncidents } from "./incidents.ts";
import { addKeys } from "./keys.ts";
import { addMigrate } from "./migrate.ts";
import { addPolicy } from "./policy.ts";
import { addPrivacy } from "./privacy.ts";
import { addProtocolCommands } from "./protocol.ts";
import { addPurge } from "./purge.ts";
import { addRebuild } from "./rebuild.ts";
import { addRestore } from "./restore.ts";
import { addRetention } from "./retention.ts";
import { addSeed } from "./seed.ts";
import { addServe } from "./serve.ts";
import { addStories } from "./stories.ts";
import { addTerritoryCommands } from "./territory.ts";
import { addTexts } from "./texts.ts";

/** The operator's commands: one file each, which adds itself to the program. */
const program = new Command("relais").description("Runs and looks after an instance of Relais.");
for (const add of [
	addServe,
	addMigrate,
	addSeed,
	addRebuild,
	addPolicy,
	addProtocolCommands,
	addStories,
	addPrivacy,
	addRetention,
	addPurge,
	addIncidents,
	addAudit,
	addKeys,
	addTerritoryCommands,
	addAccountCommands,
	addTexts,
	addBackup,
	addRestore,
	addDrill,
	addDoctor,
])
	add(program);

await program.parseAsync();
