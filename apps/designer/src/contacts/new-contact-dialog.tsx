import { createContact } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { inputProblems } from "../server/input-problems.ts";
import { useSubmit } from "../server/use-submit.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions, FormError } from "../ui/form.tsx";
import { showToast } from "../ui/toast.tsx";
import { type ContactForm, newContact, withContactProblems } from "./contact-form.ts";
import { contactName } from "./contact-name.ts";
import { IdentityFields } from "./identity-fields.tsx";

type NewContactDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Makes a contact, and opens it: there its fields and its opt-in are written. */
export function NewContactDialog({ isOpen, onClose }: NewContactDialogProps) {
  const { contacts: t } = useAreaTexts();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.new}>
      {isOpen ? <NewContact onClose={onClose} /> : null}
    </Dialog>
  );
}

const blank: ContactForm = { name: "", waId: "", bsuid: "", customerId: "", fields: [] };

function NewContact({ onClose }: Pick<NewContactDialogProps, "onClose">) {
  const { contacts: t, shell } = useAreaTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [values, setValues] = useState(blank);
  const body = newContact(values);
  const problems = withContactProblems(inputProblems(createContact.body, body), values, t);
  const { submit, isAsked, problem, failure, isPending } = useSubmit({
    problems,
    act: () => ask(createContact, { body }),
    onDone: async (contact) => {
      await client.invalidateQueries({ queryKey: ["contacts", "list"] });
      onClose();
      showToast(t.created(contactName(contact)));
      await navigate({ to: "/contacts/$contactId", params: { contactId: contact.id } });
    },
  });
  // That nothing is given by which the contact could be known is wrong with no field of its own.
  const whole = isAsked && problems.has("") ? t.needsIdentity : failure;
  return (
    <Form onSubmit={submit}>
      <IdentityFields
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        problem={problem}
      />
      {whole === undefined ? null : <FormError>{whole}</FormError>}
      <FormActions>
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button type="submit" kind="primary" disabled={isPending}>
          {t.create}
        </Button>
      </FormActions>
    </Form>
  );
}
