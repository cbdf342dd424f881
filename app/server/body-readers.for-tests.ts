import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A place in the program where what somebody sent is read. */
export type BodyReader = { file: string; by: string; schema: string };

const root = join(import.meta.dirname, "..", "..");

/** What gives a request's body to our own reader alone. */
const door = "app/server/forms.server.ts";

/** Hands the body of Node's request to the pages as a web request, unread. */
const passage = "app/server/remix-handler.server.ts";

const bodyMembers = ["formData", "json", "text", "blob", "arrayBuffer", "bytes", "body"];

/** Every call of `parseForm`, with the schema as it is written there. */
export function formsRead(): BodyReader[] {
	return calls("parseForm").map(({ file, call }) => ({
		file,
		by: "parseForm",
		schema: call.arguments[1]?.getText().replaceAll(/\s+/g, " ") ?? "",
	}));
}

/** Every call of `readForm` beside it: forms of which only the arrival counts. */
export function formsEmptied(): string[] {
	return calls("readForm").map(({ file }) => file);
}

/** Places that read a body past our own reader. */
export function bodiesReadElsewhere(): string[] {
	return sources()
		.filter(({ file }) => file !== door && file !== passage)
		.flatMap(({ file, source }) =>
			nodesOf(source)
				.filter(ts.isPropertyAccessExpression)
				.filter(({ name, expression }) => {
					const isRequest = /(^|\.)request$/.test(expression.getText());
					return isRequest && bodyMembers.includes(name.text);
				})
				.map((node) => `${file}: ${node.getText()}`),
		);
}

function calls(name: string): { file: string; call: ts.CallExpression }[] {
	return sources()
		.filter(({ file }) => file !== door)
		.flatMap(({ file, source }) =>
			nodesOf(source)
				.filter(ts.isCallExpression)
				.filter(({ expression }) => expression.getText() === name)
				.map((call) => ({ file, call })),
		);
}

type Source = { file: string; source: ts.SourceFile };

let read: Source[] | undefined;

/** The program of app/, without its tests. */
function sources(): Source[] {
	read ??= readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
		.filter((path) => /\.tsx?$/.test(path) && !/\.(test|for-tests)\.|\.d\.ts$/.test(path))
		.map((path) => {
			const file = `app/${path}`;
			const text = readFileSync(join(root, file), "utf8");
			const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
			return { file, source: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind) };
		});
	return read;
}

function nodesOf(source: ts.SourceFile): ts.Node[] {
	const found: ts.Node[] = [];
	const visit = (node: ts.Node) => {
		found.push(node);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}
