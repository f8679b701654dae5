import { UserPlus } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { phoneLimits } from "../limits.ts";
import styles from "../phone.module.css";
import { addContact, type Contacts, freeNumber, readNumber, showNumber } from "./contacts.ts";

type ContactBarProps = { readonly contacts: Contacts; readonly onChange: (contacts: Contacts) => void };

/** Who writes, and how others come to. */
export function ContactBar({ contacts, onChange }: ContactBarProps) {
  const { phone } = useTexts();
  const [isAdding, setIsAdding] = useState(false);
  const { all, current } = contacts;
  const choose = (waId: string): void => onChange({ all, current: all.find((one) => one.waId === waId) ?? current });
  return (
    <div className={styles["contact"]}>
      <label className={styles["choice"]}>
        {phone.contact}
        <Select
          value={current.waId}
          options={all.map(({ waId, name }) => ({ value: waId, label: phone.contactOption(name, showNumber(waId)) }))}
          onChange={({ target }) => choose(target.value)}
        />
      </label>
      <IconButton label={phone.newContact} onClick={() => setIsAdding(true)}>
        <UserPlus size={16} aria-hidden />
      </IconButton>
      {isAdding ? <NewContact contacts={contacts} onChange={onChange} onClose={() => setIsAdding(false)} /> : null}
    </div>
  );
}

function NewContact({ contacts, onChange, onClose }: ContactBarProps & { readonly onClose: () => void }) {
  const { phone, shell } = useTexts();
  const [name, setName] = useState("");
  const [number, setNumber] = useState(() => showNumber(freeNumber(contacts)));
  const form = useId();
  const waId = readNumber(number);
  const isTaken = contacts.all.some((known) => known.waId === waId);
  const error = waId === undefined ? phone.contactNumberWrong : isTaken ? phone.contactNumberTaken : undefined;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (waId === undefined || error !== undefined) return;
    onChange(addContact(contacts, { waId, name: name.trim() === "" ? showNumber(waId) : name.trim() }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={phone.newContactTitle}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button kind="primary" type="submit" form={form} disabled={error !== undefined}>
            {phone.addContact}
          </Button>
        </>
      }
    >
      <form id={form} className={styles["settings"]} onSubmit={add}>
        <Field label={phone.contactName}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={phoneLimits.nameLength}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label={phone.contactNumber} hint={phone.contactNumberHint} error={error}>
          {(control) => (
            <TextInput {...control} type="tel" value={number} onChange={({ target }) => setNumber(target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
