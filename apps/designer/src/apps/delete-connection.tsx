import { type ConnectionView, deleteConnection } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { connectionsQuery } from "../server/queries.ts";
import { ConfirmDialog } from "../shell/confirm-dialog.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { showToast } from "../ui/toast.tsx";

/** Deletes a connection, once that was asked. */
export function DeleteConnection({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t } = useAreaTexts().apps;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const remove = async (): Promise<void> => {
    await ask(deleteConnection, { params: { connectionId: connection.id } });
    // The page is left first: it has nothing to show once the connection is gone from the list.
    await navigate({ to: "/apps", ignoreBlocker: true });
    await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
    showToast(t.deleted(connection.name));
  };
  return (
    <Section
      title={t.delete}
      about={t.deleteText}
      actions={
        <Button kind="danger" onClick={() => setIsAsking(true)}>
          {t.delete}
        </Button>
      }
    >
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t.deleteTitle(connection.name)}
        confirmLabel={t.delete}
        onConfirm={remove}
      >
        <p>{t.deleteText}</p>
      </ConfirmDialog>
    </Section>
  );
}
