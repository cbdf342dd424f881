import "#app/locales/needed/exchange.ts";
import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Booklet } from "./booklet.ts";
import { type PrintedVersion, VersionLine } from "./print-frame.tsx";

/** The first page: what it is, for whom, what it promises, what follows. */
export function Cover({
	outline,
	version,
}: Pick<Booklet, "outline"> & { version: PrintedVersion }) {
	const t = useT("exchange");
	const { audience, prerequisites, promises } = outline;
	return (
		<section className="mb-12 print:mb-0">
			<p className="text-ink-soft print:mt-[18mm]">{t("booklet.kind")}</p>
			<Heading level={1}>{outline.title}</Heading>
			<div className="mt-2 mb-8">
				<VersionLine version={version} />
			</div>
			{audience ? <Said title={t("booklet.audience")}>{audience}</Said> : null}
			{prerequisites ? <Said title={t("booklet.prerequisites")}>{prerequisites}</Said> : null}
			{promises.length > 0 ? (
				<>
					<h2 className="mb-2 font-semibold">{t("booklet.promises")}</h2>
					<DataList
						items={promises.map(({ milestone, within }) => ({
							term: milestone,
							description: t("booklet.within", { within }),
						}))}
					/>
				</>
			) : null}
			<Contents outline={outline} />
		</section>
	);
}

function Said({ title, children }: { title: string; children: string }) {
	return (
		<div className="mb-5 max-w-measure">
			<h2 className="font-semibold">{title}</h2>
			<p>{children}</p>
		</div>
	);
}

function Contents({ outline }: Pick<Booklet, "outline">) {
	const t = useT("exchange");
	const parts = [
		{ id: "booklet-line", title: t("booklet.line") },
		{ id: "booklet-steps", title: t("booklet.steps") },
		{ id: "booklet-law", title: t("booklet.law") },
		{ id: "booklet-telephones", title: t("booklet.telephones") },
		{ id: "booklet-codes", title: t("booklet.codes") },
	];
	return (
		<section aria-label={t("booklet.contents")} className="mt-8">
			<h2 className="font-semibold">{t("booklet.contents")}</h2>
			<ul>
				{parts.map(({ id, title }) => (
					<li key={id}>
						<a
							href={`#${id}`}
							className="inline-flex items-center text-link underline underline-offset-4 thumb:min-h-target"
						>
							{title}
						</a>
					</li>
				))}
			</ul>
			<p className="mt-2 text-small text-ink-soft">
				{outline.phases.map(({ title }) => title).join(" · ")}
			</p>
		</section>
	);
}

/** Which texts of law stand behind which delays. */
export function LawReferences({ law }: Pick<Booklet, "law">) {
	const t = useT("exchange");
	return (
		<section className="mt-16 print:mt-0 print:break-before-page">
			<Heading level={2} id="booklet-law" className="mb-2">
				{t("booklet.law")}
			</Heading>
			{law.length === 0 ? (
				<p>{t("booklet.lawNone")}</p>
			) : (
				<Table
					caption={t("booklet.lawLead")}
					columns={[
						{ key: "text", title: t("booklet.lawText"), cell: ({ text }) => text },
						{
							key: "steps",
							title: t("booklet.lawSteps"),
							cell: ({ steps }) => (
								<ul>
									{steps.map(({ number, title, delay }) => (
										<li key={number}>
											{number}. {title} · {delay}
										</li>
									))}
								</ul>
							),
						},
					]}
					rows={law}
					rowKey={({ text }) => text}
				/>
			)}
		</section>
	);
}

/** Who is reached under which number, by role. */
export function Telephones({ telephones }: Pick<Booklet, "telephones">) {
	const t = useT("exchange");
	const rows = telephones.flatMap(({ role, structures }) =>
		structures.map((structure) => ({ role, ...structure })),
	);
	return (
		<section className="mt-16 print:mt-8">
			<Heading level={2} id="booklet-telephones" className="mb-2">
				{t("booklet.telephones")}
			</Heading>
			{rows.length === 0 ? (
				<p>{t("booklet.telephonesNone")}</p>
			) : (
				<Table
					caption={t("booklet.telephonesLead")}
					columns={[
						{ key: "role", title: t("booklet.role"), cell: ({ role }) => role },
						{ key: "name", title: t("booklet.structure"), cell: ({ name }) => name },
						{
							key: "phone",
							title: t("booklet.number"),
							cell: ({ phone }) => <span className="whitespace-nowrap">{phone}</span>,
						},
					]}
					rows={rows}
					rowKey={({ role, name }) => `${role} ${name}`}
				/>
			)}
		</section>
	);
}

/** Every closed answer with the code under which it is recorded. */
export function CodeGlossary({ codes }: Pick<Booklet, "codes">) {
	const t = useT("exchange");
	return (
		<section className="mt-16 print:mt-0 print:break-before-page print:text-[9.5pt] print:leading-snug">
			<Heading level={2} id="booklet-codes" className="mb-2">
				{t("booklet.codes")}
			</Heading>
			<p className="mb-4 max-w-measure text-ink-soft">{t("booklet.codesLead")}</p>
			<div className="gap-x-10 md:columns-2 print:columns-2">
				{codes.map(({ id, label, codes: answers }) => (
					<section key={id} className="mb-4 break-inside-avoid">
						<h3 className="font-semibold">{label}</h3>
						<dl>
							{answers.map(({ code, label: words }) => (
								<div
									key={code}
									className="gap-x-2 sm:grid sm:grid-cols-[9em_1fr] print:grid print:grid-cols-[9em_1fr]"
								>
									<dt className="break-all font-mono text-[0.85em]">{code}</dt>
									<dd>{words}</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
		</section>
	);
}
