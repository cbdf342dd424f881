import { budgetOf, type Size } from "./budget.ts";

/*
 * Measures one budget in a process of its own: what another one left in memory, or compiled, is not
 * there. Its outcome goes to whoever started it.
 */
const [number, size] = process.argv.slice(2);
const budget = await budgetOf(Number(number));
const outcome = await budget.run((size ?? "usual") as Size);
const { title, whenMissed } = budget;
process.send?.({ title, whenMissed, ...outcome });
process.disconnect?.();
