import type { ContactRow } from "../contact-store.ts";
import { joinContact } from "../join-contact.ts";
import type { SeenContact } from "../rows.ts";
import { toColumn } from "./column.ts";
import { findStep, saveStep } from "./contact-steps.ts";
import { DataError } from "./failure.ts";
import type { Row, Step } from "./unit.ts";

/** The steps that join a contact that was seen, as JSON, to the records as they stand now. */
export function joinSteps(seen: string, read: (step: Step) => readonly Row[]): readonly Step[] {
  const readContact = (step: Step | undefined): ContactRow | undefined => {
    const [row] = step === undefined ? [] : read(step);
    return row && contactOf(row);
  };
  const changes = joinContact(JSON.parse(seen) as SeenContact, {
    find: (identity) => readContact(findStep(identity)),
    get: (id) => readContact(["getContact", toColumn(id)]),
  });
  return changes.map((change) =>
    change.type === "save" ? saveStep(change.contact) : ["removeContact", toColumn(change.id)],
  );
}

function contactOf([row]: Row): ContactRow {
  try {
    return JSON.parse(String(row)) as ContactRow;
  } catch {
    throw new DataError("corrupt", "The record of a contact is not JSON.");
  }
}
