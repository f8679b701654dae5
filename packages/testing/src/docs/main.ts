import { writeFileSync } from "node:fs";
import { nodesPage } from "./nodes-page.ts";

/* Writes docs/nodes.md. */
writeFileSync(new URL("../../../../docs/nodes.md", import.meta.url), nodesPage());
