import "#app/locales/needed/handoffs.ts";
import { type Spelled, spellCode } from "#app/i18n/spelling.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { buttonStyle } from "#app/ui/button-style.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Panel } from "#app/ui/page.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";

type Props = { handoff: PresentedHandoff };

/** What two people say to each other on the telephone, to be sure that they mean the same line. */
export function HandoffNumber({ handoff }: Props) {
	const t = useT("handoffs");
	const { number, words, pairs, side } = handoff;
	const looksOn = side === "lead" || side === "coordinator";
	if (number === null && words === null) return <Register handoff={handoff} />;
	const says = pairs && !looksOn;
	return (
		<Panel>
			<Heading level={2} size={3} id="number">
				{says ? t("pairing.title") : t("pairing.titleAlone")}
			</Heading>
			{number === null ? null : <Spelt number={number} spelt={says} />}
			{words === null ? null : <Words words={words} pairs={pairs} />}
			{looksOn ? null : <Voice handoff={handoff} />}
			<Register handoff={handoff} />
		</Panel>
	);
}

function Spelt({ number, spelt }: { number: string; spelt: boolean }) {
	return (
		<>
			<p className="mt-2 font-mono text-title-1 tracking-wider">{number}</p>
			{spelt ? <Spelling number={number} /> : null}
		</>
	);
}

function Words({ words, pairs }: { words: string; pairs: boolean }) {
	const t = useT("handoffs");
	return (
		<div className="mt-4">
			<p className="text-small text-ink-soft">{t("pairing.wordsTitle")}</p>
			<p lang="fr" className="text-title-2 font-bold">
				{words}
			</p>
			{pairs ? <p className="text-small text-ink-soft">{t("pairing.wordsBoth")}</p> : null}
		</div>
	);
}

/** What the voice is for, and whom to call. */
function Voice({ handoff: { handle, side, external, pairs, from, to } }: Props) {
	const t = useT("handoffs");
	if (side !== "sender") {
		return (
			<>
				{pairs ? (
					<ByVoice next={t("pairing.recipientNext")}>{t("pairing.recipient")}</ByVoice>
				) : null}
				<Call party={from} />
			</>
		);
	}
	return (
		<>
			{pairs ? <ByVoice next={t("pairing.expires")}>{t("pairing.sender")}</ByVoice> : null}
			{external ? <ByVoice>{t("pairing.external")}</ByVoice> : null}
			<Call party={to} />
			{pairs ? <SlipLink handle={handle} /> : null}
		</>
	);
}

function ByVoice({ next, children }: { next?: string; children: string }) {
	return (
		<>
			<p className="mt-4 flex max-w-measure gap-3 font-semibold">
				<Icon name="phone" className="mt-0.5" />
				{children}
			</p>
			{next ? <p className="mt-2">{next}</p> : null}
		</>
	);
}

function SlipLink({ handle }: { handle: string }) {
	const t = useT("handoffs");
	return (
		<a
			href={paths.handoffAct(handle, "slip")}
			target="_blank"
			rel="noreferrer"
			className="mt-2 inline-flex min-h-target items-center gap-2 text-link underline decoration-1 underline-offset-4 hover:decoration-2 print:hidden"
		>
			<Icon name="printer" />
			{t("page.slip")}
		</a>
	);
}

/** Once it is received: what one's own structure calls it from now on. */
function Register({ handoff: { side, paired, code, alias } }: Props) {
	const t = useT("handoffs");
	if (side !== "recipient" || !paired || code === null || alias === null) return null;
	return (
		<div className="mt-6">
			<Heading level={3}>{t("pairing.register")}</Heading>
			<p className="mb-2 text-small text-ink-soft">{t("pairing.registerWhy")}</p>
			<DataList
				items={[
					{ term: t("reading.alias"), description: <strong>{alias}</strong> },
					{ term: t("pairing.code"), description: <span className="font-mono">{code}</span> },
				]}
			/>
		</div>
	);
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
