import { serve } from "./serve.server.ts";

await serve(process.env);
