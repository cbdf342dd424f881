/**
 * The slip of a handoff as a page of its own: its number and nothing else, so that whoever finds
 * the paper learns nothing from it. The title is that of every page.
 *
 * @param number two groups of five symbols
 */
export function slipPage(number: string, stylesheet: string, title: string): string {
	if (!/^[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(number)) throw new RangeError(`No number: ${number}`);
	return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body><main><h1>${number}</h1></main></body>
</html>
`;
}
