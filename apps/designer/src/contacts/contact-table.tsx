import type { ContactView } from "@parley/api";
import { Link } from "@tanstack/react-router";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Table, TableCell, TableName } from "../ui/table.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { contactName, shownNumber } from "./contact-name.ts";

/** Contacts that were found. */
export function ContactTable({ contacts }: { readonly contacts: readonly ContactView[] }) {
  const { contacts: t } = useAreaTexts();
  const sayTime = useSayTime();
  return (
    <Table
      label={t.list}
      columns={[
        { title: t.columns.name },
        { title: t.columns.identity },
        { title: t.columns.customerId, kind: "wide" },
        { title: t.columns.changed, kind: "wide" },
      ]}
    >
      {contacts.map((contact) => (
        <tr key={contact.id}>
          <TableName {...(contact.username === undefined ? {} : { about: `@${contact.username}` })}>
            <Link to="/contacts/$contactId" params={{ contactId: contact.id }}>
              {contactName(contact)}
            </Link>
          </TableName>
          <TableCell>{shownNumber(contact.waId) || contact.bsuid}</TableCell>
          <TableCell kind="wide">{contact.customerId}</TableCell>
          <TableCell kind="wide">
            <time dateTime={new Date(contact.updatedAt).toISOString()}>{sayTime(contact.updatedAt)}</time>
          </TableCell>
        </tr>
      ))}
    </Table>
  );
}
