import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { ActingFor, type Place } from "./acting-for.tsx";
import { Brand } from "./brand.tsx";
import { EmergencyStrip } from "./emergency-strip.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { LockButton } from "./lock-button.tsx";
import { type Destination, MainNavigation } from "./main-navigation.tsx";
import { Ribbon } from "./ribbon.tsx";
import { useArrival } from "./use-arrival.ts";

/** What the page knows of the person in front of it; nothing before signing in. */
export type Surroundings = {
	demonstration: boolean;
	member?: {
		/** Where their visit begins. */
		start: string;
		/** Whether they write the protocols of their territory. */
		designs: boolean;
		current: Place;
		places: Place[];
	};
};

type Props = Surroundings & {
	/** What lies over the page when nobody is in front of it. */
	cover: ReactNode;
	children: ReactNode;
};

const destinations: Destination[] = [
	{ to: paths.myDay(), words: "shell:navigation.myDay", icon: "tasks" },
	{ to: paths.protocols(), words: "shell:navigation.protocols", icon: "waypoints" },
	{ to: paths.studio(), words: "shell:navigation.studio", icon: "waypoints", desk: true },
	{ to: paths.directory(), words: "shell:navigation.directory", icon: "building" },
	{ to: paths.account(), words: "shell:navigation.account", icon: "person" },
];

/** What surrounds every page: the numbers, the name, the way out, the places. */
export function Shell({ demonstration, member, cover, children }: Props) {
	const t = useT("shell");
	const { pathname, search } = useLocation();
	const back = pathname + search;
	const open = destinations.filter(({ to }) => {
		if (to === paths.studio()) return member?.designs;
		return to !== paths.myDay() || to === member?.start;
	});
	useArrival();
	return (
		<>
			<SkipLink to="#main">{t("skip")}</SkipLink>
			<EmergencyStrip />
			{cover}
			<header>
				{demonstration ? <Ribbon /> : null}
				<div className="mx-auto flex max-w-page flex-wrap items-center gap-x-2 px-4 sm:gap-x-4 py-2 sm:px-8 sm:py-4 print:hidden">
					<Brand to={member?.start ?? paths.signIn()} />
					<div className="ml-auto flex items-center gap-x-2 md:order-last sm:gap-x-4">
						<LanguageSwitch action={paths.language()} back={back} />
						{member ? <LockButton action={paths.lock()} /> : null}
					</div>
					{member ? (
						<div className="max-md:order-last max-md:basis-full max-md:pt-1 md:border-l md:border-rule md:pl-5">
							<ActingFor {...member} action={paths.actAs()} back={paths.home()} />
						</div>
					) : null}
				</div>
				{member ? <MainNavigation destinations={open} /> : null}
			</header>
			<main
				id="main"
				tabIndex={-1}
				className="mx-auto max-w-page px-4 pt-6 pb-32 sm:px-8 sm:pt-10 sm:pb-24 print:p-0"
			>
				{children}
			</main>
		</>
	);
}
