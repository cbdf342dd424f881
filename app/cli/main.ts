import { Command } from "commander";
import { addMigrate } from "./migrate.ts";
import { addProtocolCommands } from "./protocol.ts";
import { addRebuild } from "./rebuild.ts";
import { addSeed } from "./seed.ts";
import { addServe } from "./serve.ts";
import { addStories } from "./stories.ts";

/** The operator's commands: one file each, which adds itself to the program. */
const program = new Command("relais").description("Runs and looks after an instance of Relais.");
for (const add of [addServe, addMigrate, addSeed, addRebuild, addProtocolCommands, addStories])
	add(program);

await program.parseAsync();
