import { type Spelled, spellCode } from "#app/i18n/spelling.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { buttonStyle } from "#app/ui/button-style.ts";
import { Heading } from "#app/ui/heading.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Panel } from "#app/ui/page.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";

type Props = Pick<
	PresentedHandoff,
	"number" | "handle" | "side" | "external" | "from" | "to" | "state"
>;

/** The number that two people say on the telephone, how to spell it, and what voice is for. */
export function HandoffNumber({ number, handle, side, external, from, to, state }: Props) {
	const t = useT("handoffs");
	const other = side === "sender" ? to : from;
	const looksOn = side === "lead" || side === "coordinator";
	const waits = pairing(state) && !looksOn;
	const pairs = waits && !external;
	return (
		<Panel>
			<Heading level={2} size={3} id="number">
				{pairs ? t("page.numberTitle") : t("page.numberPlain")}
			</Heading>
			<p className="mt-2 font-mono text-title-1 tracking-wider whitespace-nowrap">{number}</p>
			{pairs ? <Spelling number={number} /> : null}
			{waits ? (
				<p className="mt-4 flex max-w-measure gap-3 font-semibold">
					<Icon name="phone" className="mt-0.5" />
					{t(voiceOf(side, external))}
				</p>
			) : null}
			{looksOn ? null : <Call party={other} />}
			{pairs ? (
				<a
					href={paths.handoffAct(handle, "slip")}
					target="_blank"
					rel="noreferrer"
					className="mt-2 inline-flex min-h-target items-center gap-2 text-link underline decoration-1 underline-offset-4 hover:decoration-2 print:hidden"
				>
					<Icon name="printer" />
					{t("page.slip")}
				</a>
			) : null}
		</Panel>
	);
}

/** What the voice is for, on each side. */
function voiceOf(side: Props["side"], external: boolean) {
	if (external) return "page.numberVoiceExternal";
	return side === "sender" ? "page.numberVoice" : "page.numberVoiceRecipient";
}

/** Until the recipient has answered, the two still have to agree on which line they mean. */
function pairing(state: PresentedHandoff["state"]): boolean {
	return state === "sent" || state === "unanswered" || state.startsWith("received");
}

function Call({ party: { name, phone } }: { party: PresentedHandoff["to"] }) {
	const t = useT("handoffs");
	if (!phone) return null;
	return (
		<a
			href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}
			className={buttonStyle("secondary", "mt-4 flex-wrap sm:w-full print:hidden")}
		>
			{t("page.call", { name })}
			<span className="font-normal whitespace-nowrap">{phone}</span>
		</a>
	);
}

function Spelling({ number }: { number: string }) {
	const t = useT("handoffs");
	return (
		<div className="mt-3">
			<p className="text-small text-ink-soft">{t("page.numberSpelling")}</p>
			<div lang="fr" className="mt-1 grid gap-2 sm:grid-cols-2">
				{spellCode(number).map((group) => (
					<Group key={group[0]?.key} symbols={group} />
				))}
			</div>
		</div>
	);
}

function Group({ symbols }: { symbols: Spelled[] }) {
	return (
		<ol className="flex flex-wrap gap-x-4 gap-y-0.5 rounded-control bg-sunken px-3 py-2 sm:block">
			{symbols.map(({ key, symbol, word }) => (
				<li key={key} className="inline-flex gap-2 sm:flex">
					<strong className="font-mono">{symbol}</strong>
					<span>{word}</span>
				</li>
			))}
		</ol>
	);
}
