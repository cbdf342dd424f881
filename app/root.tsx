import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { LockCover } from "#app/features/lock/lock-cover.tsx";
import { FailurePage, noAnswer } from "#app/features/shell/failure-page.tsx";
import { useNonce } from "#app/features/shell/nonce.ts";
import { Shell, type Surroundings } from "#app/features/shell/shell.tsx";
import { useHasScriptsToRun } from "#app/features/shell/use-has-scripts-to-run.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { type Unlocking, unlockingOf } from "#app/server/locks.server.ts";
import { readEntry } from "#app/server/member.server.ts";
import { may } from "#app/server/policy.server.ts";
import { startOf } from "#app/server/start.server.ts";
import stylesheet from "./app.css?url";

export const links: LinksFunction = () => [
	{ rel: "stylesheet", href: stylesheet },
	{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
	{ rel: "icon", href: "/favicon.ico", sizes: "32x32" },
];

export async function loader(args: LoaderFunctionArgs) {
	const entry = await readEntry(args);
	const member = entry?.stage === "open" ? entry.member : undefined;
	const surroundings: Surroundings & { unlocking: Unlocking | null } = {
		unlocking: entry && member ? unlockingOf(args.context.services, entry) : null,
		demonstration: member ? member.demonstration : args.context.services.environment.demonstration,
		member: member
			? {
					start: startOf(member),
					designs: may(member, "design-protocol"),
					current: { memberId: member.memberId, structureName: member.structureName },
					places: member.memberships.map(({ memberId, structureName }) => ({
						memberId,
						structureName,
					})),
				}
			: undefined,
	};
	return json(surroundings);
}

/*
 * Runs before anything is drawn. A page that the browser kept in memory is asked for again: it may
 * belong to a session that is over. And styles learn that scripts run here, so that what is said to
 * those who have none does not flash up. And zod, wherever it arrives from first, is told that the
 * page forbids `eval`, which it would try once.
 */
const firstOfAll =
	"addEventListener(`pageshow`,function(event){if(event.persisted)location.reload()});document.documentElement.dataset.scripted=``;__zod_globalConfig={jitless:true}";

export function Layout({ children }: { children: ReactNode }) {
	const t = useT("shell");
	const nonce = useNonce();
	const hasScriptsToRun = useHasScriptsToRun();
	const { unlocking, ...surroundings } = useRouteLoaderData<typeof loader>("root") ?? {
		demonstration: false,
		unlocking: null,
	};
	return (
		<html lang={useLanguage()} suppressHydrationWarning>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="theme-color" content="#ffffff" />
				<title>{t("title")}</title>
				<Meta />
				<Links />
				{hasScriptsToRun ? (
					<script nonce={nonce} suppressHydrationWarning>
						{firstOfAll}
					</script>
				) : null}
			</head>
			<body>
				<Shell {...surroundings} cover={unlocking ? <LockCover unlocking={unlocking} /> : null}>
					{children}
				</Shell>
				{hasScriptsToRun ? <Scripts nonce={nonce} /> : null}
			</body>
		</html>
	);
}

export default function App() {
	return <Outlet />;
}

export function ErrorBoundary() {
	const status = statusOf(useRouteError());
	const start = useRouteLoaderData<typeof loader>("root")?.member?.start;
	return <FailurePage status={status} hasDay={start === paths.myDay()} />;
}

/* A browser words a cut connection as a TypeError, each in its own way. */
function statusOf(error: unknown): number {
	if (isRouteErrorResponse(error)) return error.status;
	const cut = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
	return cut ? noAnswer : 500;
}
