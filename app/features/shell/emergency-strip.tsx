import { useT, useText } from "#app/i18n/use-t.ts";
import { Icon } from "#app/ui/icon.tsx";
import { AllNumbers } from "./all-numbers.tsx";
import { childInDanger, dangerNow } from "./emergency-numbers.ts";

/** The emergency numbers, on every page and on paper; they can never be hidden. */
export function EmergencyStrip() {
	const t = useT("shell");
	return (
		<section
			aria-label={t("emergency.label")}
			className="emergency-strip relative z-20 border-b border-rule bg-emergency-paper text-emergency tall:sticky tall:top-0 print:static print:mb-6 print:border-b-2 print:border-ink print:pb-3 print:text-ink"
		>
			<div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-2 px-2 sm:px-8 print:hidden">
				<ShortLine />
				<details className="group/numbers">
					<summary className="inline-flex min-h-target items-center gap-1 rounded-small px-2 font-semibold">
						<span className="lg:hidden">{t("emergency.allShort")}</span>
						<span className="max-lg:hidden">{t("emergency.all")}</span>
						<Icon name="down" className="size-4 group-open/numbers:rotate-180" />
					</summary>
					<div className="absolute inset-x-0 top-full max-h-[75dvh] overflow-y-auto border-y border-rule bg-emergency-paper shadow-lg">
						<div className="mx-auto max-w-page px-4 py-4 sm:px-8">
							<AllNumbers />
						</div>
					</div>
				</details>
			</div>
			<div className="hidden text-small print:block">
				<AllNumbers />
			</div>
		</section>
	);
}

function ShortLine() {
	const t = useT("shell");
	const text = useText();
	return (
		<ul className="flex flex-wrap items-center md:gap-x-4">
			<li className="pr-2 font-semibold max-lg:sr-only">{t("emergency.now")}</li>
			{[...dangerNow, childInDanger].map(({ number, address, words, short }) => (
				<li key={number}>
					<a
						href={address}
						className="inline-flex min-h-target min-w-11 items-center justify-center gap-1.5 rounded-small underline-offset-4 hover:underline min-[22.5rem]:min-w-target"
					>
						<strong className="text-title-3">{number}</strong>
						<span className="max-md:sr-only">{text(short ?? words)}</span>
					</a>
				</li>
			))}
		</ul>
	);
}
