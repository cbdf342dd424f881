import { useT, useText } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { dangerNow, type EmergencyNumber, otherLines } from "./emergency-numbers.ts";

/** Every number with its words: in the strip on demand, and always on paper. */
export function AllNumbers() {
	const t = useT("shell");
	return (
		<>
			<div className="grid gap-x-10 gap-y-2 md:grid-cols-2 print:grid-cols-2 print:gap-y-1">
				<Numbers heading={t("emergency.now")} lines={dangerNow} short />
				<div className="space-y-2 print:space-y-1">
					{otherLines.map(({ heading, lines }) => (
						<Heard key={heading} heading={heading} lines={lines} />
					))}
				</div>
			</div>
			<p className="mt-2 text-small print:mt-1">{t("emergency.verified")}</p>
		</>
	);
}

function Heard({ heading, lines }: (typeof otherLines)[number]) {
	const text = useText();
	return <Numbers heading={text(heading)} lines={lines} />;
}

type NumbersProps = { heading: string; lines: EmergencyNumber[]; short?: boolean };

function Numbers({ heading, lines, short }: NumbersProps) {
	const text = useText();
	return (
		<div>
			<p className="font-semibold">{heading}</p>
			<ul>
				{lines.map(({ number, address, words }) => (
					<li key={number}>
						<a
							href={address}
							className="inline-flex min-h-target items-baseline gap-3 rounded-small py-2.5 print:py-0 underline-offset-4 hover:underline print:min-h-0"
						>
							<strong
								className={classNames("shrink-0 text-title-3", short ? "min-w-9" : "min-w-20")}
							>
								{number}
							</strong>
							<span>{text(words)}</span>
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}
