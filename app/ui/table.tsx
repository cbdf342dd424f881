import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type Column<Row> = {
	key: string;
	title: ReactNode;
	cell: (row: Row) => ReactNode;
	/** Figures line up on the right. */
	figures?: boolean;
};

type Props<Row> = {
	caption: string;
	columns: Column<Row>[];
	rows: Row[];
	rowKey: (row: Row) => string;
	/** Keeps the caption for those who listen, where a title above already says it. */
	captionHidden?: boolean;
};

/** Rows and columns with a caption; the first column names its row. Scrolls sideways by itself. */
export function Table<Row>({ caption, columns, rows, rowKey, captionHidden }: Props<Row>) {
	const captionId = useId();
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
		<section aria-labelledby={captionId} tabIndex={0} className="overflow-x-auto">
			<table className="w-full border-collapse text-left">
				<caption
					id={captionId}
					className={captionHidden ? "sr-only" : "pb-3 text-left font-semibold"}
				>
					{caption}
				</caption>
				<thead>
					<tr className="border-b-2 border-ink">
						{columns.map(({ key, title, figures }) => (
							<th
								key={key}
								scope="col"
								className={classNames(
									"py-2 pr-3 align-bottom font-semibold last:pr-0 sm:pr-6",
									figures && "text-right",
								)}
							>
								{title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={rowKey(row)} className="border-b border-rule">
							{columns.map((column, place) => (
								<Cell key={column.key} head={place === 0} figures={column.figures}>
									{column.cell(row)}
								</Cell>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Cell(props: { head: boolean; figures?: boolean; children: ReactNode }) {
	const className = classNames(
		"py-3 pr-3 align-top last:pr-0 sm:pr-6",
		props.figures && "text-right",
	);
	if (!props.head) return <td className={className}>{props.children}</td>;
	return (
		<th scope="row" className={classNames(className, "font-semibold")}>
			{props.children}
		</th>
	);
}
