import { signIn } from "@parley/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ask } from "../server/ask.ts";
import { sentenceOf, ServerError } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { PageMessage } from "../ui/page-message.tsx";
import styles from "./sign-in.module.css";
import { useTitle } from "./use-title.ts";

const route = getRouteApi("/sign-in");

/** Asks for the admin token, and goes back to where one came from. */
export function SignIn() {
  const texts = useTexts();
  const { signIn: t, product } = texts.shell;
  const { back = "/" } = route.useSearch();
  const { history } = useRouter();
  const client = useQueryClient();
  const [token, setToken] = useState("");
  useTitle(`${t.title} · ${product}`);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => ask(signIn, { body: { token } }),
    onSuccess: () => {
      client.clear();
      history.replace(back);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate();
  };
  const isWrong = error instanceof ServerError && error.code === "unauthorized";
  const problem = error === null ? undefined : isWrong ? t.wrong : sentenceOf(error, texts);
  return (
    <PageMessage title={t.title}>
      <p>{t.text}</p>
      <form className={styles["form"]} onSubmit={submit}>
        <Field label={t.token} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              autoComplete="current-password"
              required
              value={token}
              onChange={(event) => setToken(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary" disabled={isPending || token === ""}>
          {t.submit}
        </Button>
      </form>
    </PageMessage>
  );
}
