import type { LoaderFunctionArgs } from "@remix-run/node";
import { openHandoff } from "#app/features/handoffs/handoff-door.server.ts";
import stylesheet from "#app/features/handoffs/slip.css?url";
import { slipPage } from "#app/features/handoffs/slip.ts";
import { i18nOf } from "#app/i18n/create-i18n.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { looksOn } from "#db/access.ts";
import { wasSent } from "#db/handoff-choices.ts";
import { showCode } from "#db/pseudonyms/code.ts";

/** A sheet to print: the number alone. For the two structures, once the handoff was sent. */
export async function loader(args: LoaderFunctionArgs) {
	const { own, services, language } = await openHandoff(args);
	if (looksOn(own.side) || !wasSent(services.db, own.handoffId)) notFound();

	const { t } = await i18nOf(language);
	const page = slipPage(showCode(own.number), stylesheet, t("shell:title" as never));
	return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
