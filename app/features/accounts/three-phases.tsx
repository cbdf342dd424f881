import "#app/locales/needed/accounts.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";

const phases = [
	{ name: "identification", stop: "text-identification", line: "phase-identification" },
	{ name: "orientation", stop: "text-orientation", line: "phase-orientation" },
	{ name: "accompaniment", stop: "text-accompaniment", line: "phase-accompaniment" },
] as const;

/** The common way in three stops, drawn as the line that runs through every page. */
export function ThreePhases() {
	const t = useT("accounts");
	return (
		<div>
			<ol aria-label={t("phases.label")}>
				{phases.map(({ name, stop, line }) => (
					<li key={name} className="relative pb-8 pl-11">
						<span
							aria-hidden="true"
							className={classNames(
								"absolute top-7 bottom-[-0.2rem] left-[0.5625rem] border-l-6",
								line,
							)}
						/>
						<svg
							viewBox="0 0 24 24"
							aria-hidden="true"
							focusable="false"
							className={classNames(
								"absolute top-0.5 left-0 size-6 fill-paper stroke-current",
								stop,
							)}
							strokeWidth="4.5"
						>
							<circle cx="12" cy="12" r="9" />
						</svg>
						<p className="font-semibold">{t(`phases.${name}.name`)}</p>
						<p className="text-ink-soft">{t(`phases.${name}.sentence`)}</p>
					</li>
				))}
			</ol>
			<p className="mt-2 max-w-104 pl-11 text-ink-soft">{t("phases.promise")}</p>
		</div>
	);
}
