import "#app/locales/needed/checker.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import type { WayStep } from "./present-checks.ts";

const rails = {
	identification: "phase-identification border-l-4",
	orientation: "phase-orientation border-l-4",
	accompaniment: "phase-accompaniment border-l-[5px]",
} as const;

const beside = "border-solid border-ink border-l-4";

/** The slowest way to a milestone, drawn like the line of the protocol: each stop with its delay. */
export function SlowestWay({ way, address }: { way: WayStep[]; address: (id: string) => string }) {
	const t = useT("checker");
	return (
		<ol className="my-2">
			{way.map(({ id, number, title, role, delay, phase }, place) => {
				const last = place === way.length - 1;
				return (
					<li
						key={id}
						className={classNames(
							"relative ml-3 pb-2 pl-6",
							last ? "border-l-4 border-transparent pb-0" : phase ? rails[phase] : beside,
						)}
					>
						<span
							aria-hidden="true"
							className="absolute top-2 -left-[15px] grid size-6.5 place-content-center rounded-full border-2 border-ink bg-surface text-small font-semibold tabular-nums"
						>
							{number}
						</span>
						<a
							href={address(id)}
							className="inline-flex min-h-target items-center font-semibold text-link underline underline-offset-4"
						>
							{title}
						</a>
						<p className="text-small text-ink-soft">{t("budget.stop", { role, delay })}</p>
					</li>
				);
			})}
		</ol>
	);
}
