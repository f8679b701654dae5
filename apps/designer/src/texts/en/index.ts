import { actions } from "./actions.ts";
import { canvas } from "./canvas.ts";
import { changes } from "./changes.ts";
import { flows } from "./flows.ts";
import { inspector } from "./inspector.ts";
import { messages } from "./messages.ts";
import { nodes } from "./nodes.ts";
import { outline } from "./outline.ts";
import { phone } from "./phone.ts";
import { problems } from "./problems.ts";
import { saving } from "./saving.ts";
import { shell } from "./shell.ts";
import { utilities } from "./utilities.ts";
import { versions } from "./versions.ts";
import { whatsapp } from "./whatsapp.ts";

/** All texts in English: plain strings, and functions where a text holds values. Another language is another object of this type. */
export const en = {
  actions,
  canvas,
  changes,
  flows,
  inspector,
  messages,
  nodes,
  outline,
  phone,
  problems,
  saving,
  shell,
  utilities,
  versions,
  whatsapp,
};

/** What a language must say. */
export type Texts = typeof en;
