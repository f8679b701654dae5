import { deleteContact } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { contactQuery } from "../server/queries.ts";
import { ConfirmDialog } from "../shell/confirm-dialog.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { showToast } from "../ui/toast.tsx";
import { contactName } from "./contact-name.ts";
import type { ContactDetail } from "./contact-page.tsx";

/** Deletes the record of a contact, once that was asked. */
export function DeleteContact({ contact }: { readonly contact: ContactDetail }) {
  const { contacts: t } = useAreaTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const name = contactName(contact);
  const remove = async (): Promise<void> => {
    await ask(deleteContact, { params: { contactId: contact.id } });
    await navigate({ to: "/contacts", ignoreBlocker: true });
    client.removeQueries({ queryKey: contactQuery(contact.id).queryKey });
    await client.invalidateQueries({ queryKey: ["contacts", "list"] });
    showToast(t.deleted(name));
  };
  return (
    <Section
      title={t.delete}
      about={t.deleteAbout}
      actions={
        <Button kind="danger" onClick={() => setIsAsking(true)}>
          {t.delete}
        </Button>
      }
    >
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t.deleteTitle(name)}
        confirmLabel={t.delete}
        onConfirm={remove}
      >
        <p>{t.deleteText}</p>
      </ConfirmDialog>
    </Section>
  );
}
