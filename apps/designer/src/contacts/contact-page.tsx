import { type getContact } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { contactQuery } from "../server/queries.ts";
import { AreaPage, failedOf, isMissing } from "../shell/area-page.tsx";
import { MissingPage } from "../shell/missing-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { ContactDetails } from "./contact-details.tsx";
import { contactName } from "./contact-name.ts";
import { ContactThreads } from "./contact-threads.tsx";
import { DeleteContact } from "./delete-contact.tsx";

const route = getRouteApi("/contacts/$contactId");

/** A contact with how it stands on each app. */
export type ContactDetail = z.output<typeof getContact.response>;

/** The page of a contact: who it is, what is known of it, and how it stands on each app. */
export function ContactPage() {
  const { contactId } = route.useParams();
  const { contacts: t } = useAreaTexts();
  const sayTime = useSayTime();
  const query = useQuery(contactQuery(contactId));
  const contact = query.data;
  const up = { label: t.title, link: { to: "/contacts" } } as const;
  if (isMissing(query.error)) return <MissingPage said={t.missing} up={up} />;
  const since = contact === undefined ? undefined : t.since(sayTime(contact.createdAt));
  const username = contact?.username === undefined ? "" : `@${contact.username} · `;
  return (
    <AreaPage
      title={contact === undefined ? t.title : contactName(contact)}
      up={up}
      about={since === undefined ? undefined : `${username}${since}`}
      failed={failedOf(query)}
    >
      {query.isPending && query.error === null ? <ListSkeleton /> : null}
      {contact === undefined ? null : (
        <>
          <ContactThreads contact={contact} />
          <ContactDetails key={contact.id} contact={contact} />
          <DeleteContact contact={contact} />
        </>
      )}
    </AreaPage>
  );
}
