import { test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { brokenPromises } from "./invariants.ts";
import { chanceFrom, randomWalk } from "./random-walk.ts";
test("one", () => {
  const { document } = catalogue.find((c) => c.id === process.env.P)!;
    const r = readProtocol(document); if (!r.ok) throw 1;
    const compiled = compileProtocol(r.protocol);
      for (const s of randomWalk(compiled, chanceFrom(Number(process.env.S)), Number(process.env.L), 1_788_768_000_000)) {
        if (!s.decision.accepted) continue;
        const sit = s.decision.situation;
        console.log(s.decision.events.map(e => `${e.type} by ${e.by} ` + JSON.stringify(Object.fromEntries(Object.entries(e).filter(([k]) => ["step","outcome","handoff","act","to","role","structure","interruption","clock","stage","of","from"].includes(k))))).join("\n   + "), "\n      open", sit.snapshot.context.open.join(","), "holders", Object.entries(sit.holders).map(([a,b])=>a+"="+b!.structure).join(" "), brokenPromises(sit).join(" "));
      }
});
