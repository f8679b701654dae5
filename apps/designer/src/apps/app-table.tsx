import type { AppView } from "@parley/api";
import { Link } from "@tanstack/react-router";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Table, TableCell, TableName } from "../ui/table.tsx";
import { appName } from "./app-name.ts";

/** The apps of a connection. */
export function AppTable({ label, apps }: { readonly label: string; readonly apps: readonly AppView[] }) {
  const { connection: t, app: texts } = useAreaTexts().apps;
  if (apps.length === 0) return <p>{t.noNumbers}</p>;
  return (
    <Table
      label={label}
      columns={[
        { title: t.columns.name },
        { title: t.columns.number },
        { title: t.columns.policy, kind: "wide" },
        { title: t.columns.rate, kind: "wide" },
      ]}
    >
      {apps.map((app) => (
        <tr key={app.id}>
          <TableName about={app.phoneNumberId}>
            <Link to="/apps/$appId" params={{ appId: app.id }}>
              {appName(app)}
            </Link>
          </TableName>
          <TableCell>{app.displayPhoneNumber}</TableCell>
          <TableCell kind="wide">{texts.policy[app.settings.policy]}</TableCell>
          <TableCell kind="wide">{app.settings.messagesPerSecond}</TableCell>
        </tr>
      ))}
    </Table>
  );
}
