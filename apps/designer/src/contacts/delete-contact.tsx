import { deleteContact } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask } from "../server/ask.ts";
import { contactQuery } from "../server/queries.ts";
import { DeleteSection } from "../shell/delete-section.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { showToast } from "../ui/toast.tsx";
import { contactName } from "./contact-name.ts";
import type { ContactDetail } from "./contact-page.tsx";

/** Deletes the record of a contact, once that was asked. */
export function DeleteContact({ contact }: { readonly contact: ContactDetail }) {
  const { contacts: t } = useAreaTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const name = contactName(contact);
  const remove = async (): Promise<void> => {
    await ask(deleteContact, { params: { contactId: contact.id } });
    await navigate({ to: "/contacts", ignoreBlocker: true });
    client.removeQueries({ queryKey: contactQuery(contact.id).queryKey });
    await client.invalidateQueries({ queryKey: ["contacts", "list"] });
    showToast(t.deleted(name));
  };
  return (
    <DeleteSection
      title={t.delete}
      about={t.deleteAbout}
      question={t.deleteTitle(name)}
      warning={t.deleteText}
      onDelete={remove}
    />
  );
}
