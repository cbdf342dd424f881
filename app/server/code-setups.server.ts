import type { Setup } from "#app/features/factors/code-setup.tsx";
import { qrDrawing } from "#app/features/factors/qr-drawing.ts";
import { codeSetupOf } from "./codes.server.ts";
import type { Entry } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** What somebody gives their code application, drawn and in groups of four. */
export async function drawSetup(services: Services, { member }: Entry): Promise<Setup> {
	const { userId, memberLabel: label } = member;
	const { address, secret } = await codeSetupOf(services, { userId, label });
	return { drawing: qrDrawing(address), groups: secret.match(/.{1,4}/g) ?? [] };
}
