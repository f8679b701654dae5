import { apps } from "./apps.ts";
import { contacts } from "./contacts.ts";
import { templates } from "./templates.ts";

/** English texts of the areas beside flows, which the editor does without. */
export const areas = { apps, contacts, templates };
