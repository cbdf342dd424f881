import { useT } from "#app/i18n/use-t.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Mark } from "#app/ui/mark.tsx";

/** A person's place in a structure. */
export type Place = { memberId: string; structureName: string };

type Props = { current: Place; places: Place[]; action: string; back: string };

/** For whom the person acts; with several structures, the way to change. */
export function ActingFor({ current, places, action, back }: Props) {
	const t = useT("shell");
	const sentence = (
		<span className="leading-snug">
			<span className="block text-small text-ink-soft">{t("acting.as")} </span>
			<strong className="font-semibold">{current.structureName}</strong>
		</span>
	);
	if (places.length < 2) return <p className="flex min-h-target items-center">{sentence}</p>;
	return (
		<details className="group/acting relative">
			<summary className="flex min-h-target items-center justify-between gap-3 rounded-small sm:-mx-2 sm:justify-start sm:px-2">
				{sentence}
				<Icon name="down" className="group-open/acting:rotate-180" />
				<span className="sr-only">{t("acting.change")}</span>
			</summary>
			<form
				method="post"
				action={action}
				className="z-10 mt-1 rounded-panel border border-border bg-surface p-2 shadow-lg sm:absolute sm:left-0 sm:min-w-80"
			>
				<HiddenFields values={{ back }} />
				<ul aria-label={t("acting.choose")}>
					{places.map(({ memberId, structureName }) => (
						<li key={memberId}>
							<button
								type="submit"
								name="memberId"
								value={memberId}
								className="flex min-h-target w-full items-center gap-3 rounded-small px-3 py-2 text-left hover:bg-sunken"
							>
								<Mark kind={memberId === current.memberId ? "here" : "open"} />
								<span>
									{structureName}
									{memberId === current.memberId ? (
										<span className="text-ink-soft"> ({t("acting.current")})</span>
									) : null}
								</span>
							</button>
						</li>
					))}
				</ul>
			</form>
		</details>
	);
}
