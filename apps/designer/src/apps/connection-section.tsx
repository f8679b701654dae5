import type { AppView, ConnectionView } from "@parley/api";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/button-link.tsx";
import { Section } from "../ui/section.tsx";
import { AppTable } from "./app-table.tsx";
import { NewAppDialog } from "./new-app-dialog.tsx";
import { SimulatedMark } from "./simulated-mark.tsx";

type ConnectionSectionProps = { readonly connection: ConnectionView; readonly apps: readonly AppView[] };

/** A connection of the list, with its apps. */
export function ConnectionSection({ connection, apps }: ConnectionSectionProps) {
  const { connection: t, app, simulatedHint } = useAreaTexts().apps;
  const [isAdding, setIsAdding] = useState(false);
  const params = { connectionId: connection.id };
  const name = connection.name || connection.id;
  return (
    <Section
      title={
        <Link to="/apps/connections/$connectionId" params={params}>
          {name}
        </Link>
      }
      mark={connection.isSimulated ? <SimulatedMark /> : null}
      {...(connection.isSimulated ? { about: simulatedHint } : {})}
      actions={
        <>
          {connection.isSimulated ? null : (
            <Button aria-label={app.newOf(name)} onClick={() => setIsAdding(true)}>
              <Plus size={16} aria-hidden /> {app.new}
            </Button>
          )}
          <ButtonLink to="/apps/connections/$connectionId" params={params} aria-label={t.manageOf(name)}>
            {t.manage}
          </ButtonLink>
        </>
      }
    >
      <AppTable label={name} apps={apps} />
      <NewAppDialog isOpen={isAdding} onClose={() => setIsAdding(false)} connection={connection} />
    </Section>
  );
}
