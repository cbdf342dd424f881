import "#app/locales/needed/late.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { availabilityForm } from "#app/features/late/availability-form.schema.ts";
import { AvailabilityPage } from "#app/features/late/availability-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { availabilityOf, declareAvailability } from "#db/availability.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const { db } = args.context.services;
	const { structureId: id, structureName: name, territoryId } = member;
	return json({
		structure: { id, name },
		availability: availabilityOf(db, id),
		saved: new URL(args.request.url).searchParams.has("saved"),
		timeZone: workingCalendarOf(db, territoryId).timeZone,
	});
}

/** Writes what the structure declares of its room, and who is told second. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const form = await parseForm(args.request, availabilityForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { services } = args.context;
	const { memberId: actor, structureId, visit } = member;
	const { capacity, second } = form.data;
	const written = declareAvailability(services.db, momentOf(services), {
		...{ actor, structureId, visit },
		capacity: capacity === "unsaid" ? null : capacity,
		second: second || null,
	});
	if (written) return redirect(`${paths.availability()}?saved`, 303);
	const errors = { second: [textKey("late:availability.secondUnknown")] };
	return json({ errors, values: form.data }, 422);
}

export default function AvailabilityOfStructure() {
	return (
		<AvailabilityPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
	);
}
