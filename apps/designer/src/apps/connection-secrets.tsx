import { changeConnection, type ConnectionView } from "@parley/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { connectionsQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { Status } from "../ui/status.tsx";
import { showToast } from "../ui/toast.tsx";
import styles from "./connection-secrets.module.css";
import { ReplaceSecretDialog, type SecretName } from "./replace-secret-dialog.tsx";

const secrets = ["accessToken", "appSecret", "verifyToken"] as const;

/** The secrets of a connection: none is shown, each can be replaced. */
export function ConnectionSecrets({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t } = useAreaTexts().apps;
  const [replaced, setReplaced] = useState<SecretName>();
  return (
    <Section title={t.secrets} about={t.secretsAbout}>
      <dl className={styles["list"]}>
        {secrets.map((secret) => (
          <div key={secret} className={styles["line"]}>
            <dt className={styles["name"]}>{t[secret]}</dt>
            <dd className={styles["rest"]}>
              {secret === "verifyToken" ? (
                <code className={styles["shown"]}>{connection.verifyToken}</code>
              ) : (
                <Status tone="plain" Icon={LockKeyhole}>
                  {t.isSet}
                </Status>
              )}
              <Button aria-label={t.replaceOf(t.secretNames[secret])} onClick={() => setReplaced(secret)}>
                {t.replace}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      {connection.hasPreviousAppSecret ? <PreviousSecret connectionId={connection.id} /> : null}
      <ReplaceSecretDialog connectionId={connection.id} secret={replaced} onClose={() => setReplaced(undefined)} />
    </Section>
  );
}

function PreviousSecret({ connectionId }: { readonly connectionId: string }) {
  const texts = useAreaTexts();
  const { connection: t } = texts.apps;
  const client = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => ask(changeConnection, { params: { connectionId }, body: { dropsPreviousAppSecret: true } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      showToast(t.dropped);
    },
  });
  return (
    <>
      <div className={styles["line"]}>
        <p className={styles["name"]}>{t.previousSecret}</p>
        <Button disabled={isPending} onClick={() => mutate()}>
          {t.dropPrevious}
        </Button>
      </div>
      {error === null ? null : <FormError>{sentenceOf(error, texts)}</FormError>}
    </>
  );
}
