import { test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { brokenPromises } from "./invariants.ts";
import { chanceFrom, randomWalk } from "./random-walk.ts";
import { isHeldByRecipient } from "./handoff/handoff.ts";
test("stats", () => {
  const c: Record<string, number> = {}; const acts: Record<string, number> = {};
  const bad: Record<string, number> = {};
  let n=0, closed=0, walks=0;
  for (const {document, id} of catalogue) {
    const r = readProtocol(document); if (!r.ok) throw 1;
    const compiled = compileProtocol(r.protocol);
    const reached = new Set<string>();
    for (let seed=1; seed<=Number(process.env.N ?? 100); seed++) { walks++;
      for (const s of randomWalk(compiled, chanceFrom(seed*7919), 120, 1_788_768_000_000)) { n++;
        const k = s.command.type + " " + (s.decision.accepted ? "ok" : s.decision.refusal.code);
        c[k]=(c[k]??0)+1;
        if (s.decision.accepted) { const sit=s.decision.situation;
          for (const e of s.decision.events) if (e.type==="handoff-moved") acts[e.act]=(acts[e.act]??0)+1;
          for (const st of sit.snapshot.context.open) reached.add(st);
          if (sit.status==="closed" && s.before?.status==="open") closed++;
          const held = Object.values(sit.handoffs).filter(isHeldByRecipient).map(h=>h.step);
          const b = [...brokenPromises(sit), ...held.filter((x,i)=>held.indexOf(x)!==i).map(x=>"twice "+x)];
          for (const x of b) bad[id+" "+x+" "+seed]=(bad[id+" "+x+" "+seed]??0)+1;
        }
      }
    }
    console.log(id, [...compiled.places.steps.keys()].filter(s=>!reached.has(s)));
  }
  console.log(n, "closed", closed, "of", walks, Object.entries(c).sort((a,b)=>b[1]-a[1]).map(([a,b])=>b+" "+a).join("\n"));
  console.log(acts); console.log(Object.entries(bad).slice(0,20));
}, 600000);
