import { type AppView, testApp } from "@parley/api";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck, CircleX, PlugZap } from "lucide-react";
import { ask } from "../server/ask.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { Status } from "../ui/status.tsx";
import styles from "./app-test.module.css";

/** Asks WhatsApp for the app's number, and shows step by step how that went. */
export function AppTest({ app }: { readonly app: AppView }) {
  const texts = useAreaTexts();
  const { app: t } = texts.apps;
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => ask(testApp, { params: { appId: app.id } }),
  });
  return (
    <Section
      title={t.test}
      about={t.testAbout}
      mark={
        data === undefined || isPending ? null : <Result isOk={data.isOk} text={data.isOk ? t.testOk : t.testFailed} />
      }
      actions={
        <Button disabled={isPending} onClick={() => mutate()}>
          <PlugZap size={16} aria-hidden /> {isPending ? t.testing : t.runTest}
        </Button>
      }
    >
      {error === null ? null : <FormError>{sentenceOf(error, texts)}</FormError>}
      <div role="status" aria-live="polite" aria-busy={isPending}>
        {data === undefined ? null : (
          <ol className={styles["steps"]}>
            {data.steps.map(({ name, isOk, sentence }) => (
              <li key={name} className={styles["step"]}>
                <Result isOk={isOk} text={isOk ? t.stepOk : t.stepFailed} />
                <div>
                  <p className={styles["name"]}>{Object.hasOwn(t.steps, name) ? t.steps[name] : name}</p>
                  <p>{sentence}</p>
                </div>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Section>
  );
}

function Result({ isOk, text }: { readonly isOk: boolean; readonly text: string }) {
  return (
    <Status tone={isOk ? "good" : "bad"} Icon={isOk ? CircleCheck : CircleX}>
      {text}
    </Status>
  );
}
