import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LatePage } from "#app/features/late/late-page.tsx";
import { readLate } from "#app/server/late.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");
	return json(readLate(args, member, "structure"));
}

export default function LateOfStructure() {
	return <LatePage {...useLoaderData<typeof loader>()} />;
}
