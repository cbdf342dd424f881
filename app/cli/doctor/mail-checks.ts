import type { Environment } from "#app/server/environment.server.ts";
import type { Mail } from "#app/server/mail.server.ts";
import type { Finding } from "./finding.ts";

const area = "mail" as const;

/** Whether letters can leave, and whether anybody is told of trouble. */
export function mailSettingFindings({ mail, demonstration }: Environment): Finding[] {
	const weight = demonstration ? "should" : "must";
	return [
		...(mail.relay === undefined ? [{ area, weight, code: "mail-unset" } as const] : []),
		...(mail.operator.address === undefined
			? [{ area, weight: "should", code: "operator-unset" } as const]
			: []),
	];
}

/** Reaches the mail server as Relais would, and sends nothing. */
export async function relayFindings({ mail }: Environment, relay: Mail): Promise<Finding[]> {
	if (mail.relay === undefined || (await relay.trouble()) === undefined) return [];
	const { host, port } = mail.relay;
	return [{ area, weight: "must", code: "mail-unreachable", host, port }];
}
