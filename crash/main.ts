import { killCampaign } from "./kill.ts";
import { powerCampaign } from "./power/campaign.ts";
import { canRecord } from "./power/recording.ts";
import { makeStage } from "./stage.ts";

/*
 * The long campaigns. `npm run crash` kills writers; `npm run crash -- --power` loses the power.
 * CRASH_KILLS, CRASH_POINTS and CRASH_SEED make one shorter, or replay it.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const losesPower = process.argv.includes("--power");

if (losesPower && !canRecord()) {
	say("strace is not here, or may not be used: on Debian, “apt-get install strace” brings it.");
	process.exitCode = 1;
} else {
	const stage = await makeStage();
	try {
		const campaign = losesPower ? powerCampaign : killCampaign;
		process.exitCode = (await campaign(stage, process.env, say)) ? 0 : 1;
	} finally {
		stage.remove();
	}
}
