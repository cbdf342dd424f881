import { renderSVG } from "uqr";
import { spellCode } from "#app/i18n/spelling.ts";

/** What a sheet is printed with. */
type Slip = {
	/** Two groups of five symbols. */
	number: string;
	/** Tells whoever holds the sheet to keep it bare. */
	header: string;
	stylesheet: string;
	/** That of every page; no printer writes it beside the number. */
	title: string;
	/** Whether the territory wants a square code beside the number. */
	qr: boolean;
};

/**
 * The slip of a handoff as a page of its own: its number, how to spell it, and nothing else, so
 * that whoever finds the paper learns nothing from it: no name, no address, no date, no structure.
 * The square code holds the number alone, never an address.
 */
export function slipPage({ number, header, stylesheet, title, qr }: Slip): string {
	if (!/^[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(number)) throw new RangeError(`No number: ${number}`);
	return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body><main>
<p>${header}</p>
<h1>${number}</h1>
${spellCode(number).map(group).join("\n")}
${qr ? squareOf(number) : ""}</main></body>
</html>
`;
}

function group(symbols: { symbol: string; word: string }[]): string {
	const lines = symbols.map(({ symbol, word }) => `<li><b>${symbol}</b> ${word}</li>`);
	return `<ol>${lines.join("")}</ol>`;
}

/** The same number again, for a camera; whoever reads or hears the page has it already. */
function squareOf(number: string): string {
	const svg = renderSVG(number.replace("-", ""), { ecc: "M", border: 2 });
	return svg.replace("<svg ", '<svg aria-hidden="true" ');
}
