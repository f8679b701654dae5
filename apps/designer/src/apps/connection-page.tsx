import type { ConnectionView } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { appsQuery, connectionsQuery } from "../server/queries.ts";
import { AreaPage, failedOf } from "../shell/area-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { PageMessage } from "../ui/page-message.tsx";
import { Section } from "../ui/section.tsx";
import { AppTable } from "./app-table.tsx";
import { ConnectionDetails } from "./connection-details.tsx";
import { ConnectionSecrets } from "./connection-secrets.tsx";
import { ConnectionWebhook } from "./connection-webhook.tsx";
import { DeleteConnection } from "./delete-connection.tsx";
import { NewAppDialog } from "./new-app-dialog.tsx";
import { SimulatedMark } from "./simulated-mark.tsx";

const route = getRouteApi("/apps/connections/$connectionId");

/** The page of a connection: its webhook, credentials and numbers. */
export function ConnectionPage() {
  const { connectionId } = route.useParams();
  const { apps: t } = useAreaTexts();
  const query = useQuery(connectionsQuery);
  const connection = query.data?.find(({ id }) => id === connectionId);
  if (query.data !== undefined && connection === undefined) return <MissingConnection />;
  const name = connection?.name || connectionId;
  return (
    <AreaPage
      title={name}
      up={{ label: t.title, link: { to: "/apps" } }}
      mark={connection?.isSimulated === true ? <SimulatedMark /> : null}
      failed={failedOf(query)}
    >
      {connection === undefined ? query.isPending && <ListSkeleton /> : <OpenConnection connection={connection} />}
    </AreaPage>
  );
}

function MissingConnection() {
  const { missing: t } = useAreaTexts().apps.connection;
  return (
    <PageMessage title={t.title} actions={<Link to="/apps">{t.back}</Link>}>
      <p>{t.text}</p>
    </PageMessage>
  );
}

function OpenConnection({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t } = useAreaTexts().apps;
  return (
    <>
      {connection.isSimulated ? <p>{t.simulated}</p> : null}
      <Numbers connection={connection} />
      <ConnectionWebhook connection={connection} />
      <ConnectionDetails connection={connection} />
      {connection.isSimulated ? null : (
        <>
          <ConnectionSecrets connection={connection} />
          <DeleteConnection connection={connection} />
        </>
      )}
    </>
  );
}

function Numbers({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t, app } = useAreaTexts().apps;
  const { data: apps = [] } = useQuery(appsQuery);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section
      title={t.numbers}
      actions={
        connection.isSimulated ? null : (
          <Button onClick={() => setIsAdding(true)}>
            <Plus size={16} aria-hidden /> {app.new}
          </Button>
        )
      }
    >
      <AppTable label={t.numbers} apps={apps.filter(({ connectionId }) => connectionId === connection.id)} />
      <NewAppDialog isOpen={isAdding} onClose={() => setIsAdding(false)} connection={connection} />
    </Section>
  );
}
