import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecoveriesPage } from "#app/features/recovery/recoveries-page.tsx";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { peopleToHelp, waitingFor } from "#app/server/recoveries.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "help-back-in");
	const { services } = args.context;
	const people = peopleToHelp(services, member).map((person) => {
		const waiting = waitingFor(services, member, person);
		const { memberId, label, structureName } = person;
		return { memberId, label, structureName, waiting: waiting ? wordOf(waiting.given) : null };
	});
	const names = [...new Set(people.map(({ structureName }) => structureName))];
	return json({
		structures: names.map((name) => ({
			name,
			people: people.filter(({ structureName }) => structureName === name),
		})),
	});
}

function wordOf(given: boolean): "given" | "waits" {
	return given ? "given" : "waits";
}

export default function Recoveries() {
	return <RecoveriesPage {...useLoaderData<typeof loader>()} />;
}
