import { NavLink } from "@remix-run/react";
import type { TextKey } from "#app/i18n/text-key.ts";
import { useT, useText } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";

/** A place of the main navigation. */
export type Destination = {
	to: string;
	words: TextKey;
	icon: IconName;
	/** Work for a desk: on a phone the bar keeps its place for the others. */
	desk?: boolean;
};

/** The places one goes to: a bar under the thumb on a phone, a line of words on a desk. */
export function MainNavigation({ destinations }: { destinations: Destination[] }) {
	const t = useT("shell");
	const text = useText();
	return (
		<nav
			aria-label={t("navigation.label")}
			className="z-20 print:hidden border-b border-rule bg-paper max-sm:tall:fixed max-sm:tall:inset-x-0 max-sm:tall:bottom-0 max-sm:tall:border-t max-sm:tall:border-b-0 max-sm:tall:pb-[env(safe-area-inset-bottom)]"
		>
			<ul className="mx-auto flex max-w-page max-sm:justify-around sm:gap-x-8 sm:px-8">
				{destinations.map(({ to, words, icon, desk }) => (
					<li
						key={to}
						className={classNames("max-sm:grow max-sm:basis-0", desk && "max-sm:hidden")}
					>
						<NavLink
							to={to}
							className="flex min-h-target items-center gap-2 py-1.5 text-ink-soft hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink max-sm:flex-col max-sm:gap-0.5 max-sm:text-center max-sm:aria-[current=page]:shadow-[inset_0_3px_0_var(--ink)] max-sm:text-small sm:aria-[current=page]:shadow-[inset_0_-3px_0_var(--ink)] forced-colors:aria-[current=page]:underline"
						>
							<Icon name={icon} className="sm:hidden" />
							{text(words)}
						</NavLink>
					</li>
				))}
			</ul>
		</nav>
	);
}
