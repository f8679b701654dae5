import { changePhone, type PhoneEntry, writeMessage } from "@parley/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask } from "../../server/ask.ts";
import { sentenceOf } from "../../server/server-error.ts";
import { useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Checkbox, Select } from "../../ui/field.tsx";
import { Chat } from "../chat/chat.tsx";
import { useFindTemplate } from "../chat/use-find-template.ts";
import type { Writing } from "../chat/writing.ts";
import styles from "../phone.module.css";
import { afterTurn, nobodyFollowed, traceOfFollowed } from "../trace-of.ts";
import { chatQuery } from "./chat-query.ts";
import { ContactBar } from "./contact-bar.tsx";
import { recallContacts, rememberContacts, showNumber, type TestContact } from "./contacts.ts";
import { followTurns } from "./follow-turns.ts";

type LiveChatProps = {
  readonly apps: readonly { readonly id: string; readonly name: string; readonly phoneNumber: string }[];
  /** What the flow is called. */
  readonly name: string;
  /** Which version answers, or why none does. */
  readonly standing: string;
};

/** A contact's chat with a number of the server. */
export function LiveChat({ apps, name, standing }: LiveChatProps) {
  const { phone } = useTexts();
  const [contacts, setContacts] = useState(recallContacts);
  const [appId, setAppId] = useState(apps[0]?.id ?? "");
  const app = apps.find(({ id }) => id === appId) ?? apps[0];
  const [isReferred, setIsReferred] = useState(false);
  const { current } = contacts;
  useTraceOf(current.waId);
  return (
    <div className={styles["part"]}>
      {app === undefined ? null : (
        // Another contact or number is another phone: nothing of the one before may stay.
        <ChatWith
          key={`${current.waId} ${app.id}`}
          contact={current}
          appId={app.id}
          number={showNumber(app.phoneNumber.replace(/^\+/, ""))}
          name={name}
          isReferred={isReferred}
          onWritten={() => setIsReferred(false)}
        />
      )}
      <p className={styles["said"]}>{standing}</p>
      <ContactBar
        contacts={contacts}
        onChange={(next) => {
          rememberContacts(next);
          setContacts(next);
        }}
      />
      <Checkbox
        label={phone.referred}
        hint={phone.referredHint}
        checked={isReferred}
        onChange={({ target }) => setIsReferred(target.checked)}
      />
      {apps.length < 2 ? null : (
        <label className={styles["choice"]}>
          {phone.app}
          <Select
            value={app?.id}
            options={apps.map(({ id, name: title, phoneNumber }) => ({
              value: id,
              label: phone.numberOf(title, phoneNumber),
            }))}
            onChange={({ target }) => setAppId(target.value)}
          />
        </label>
      )}
      <PhoneSettings key={current.waId} contact={current} />
    </div>
  );
}

/** The ways of a contact's conversations light up on the canvas. Contacts are told apart by what the server says of them: four digits. */
function useTraceOf(waId: string): void {
  const session = useSession();
  useEffect(() => {
    let followed = nobodyFollowed;
    session.trace.setState(traceOfFollowed(followed));
    return followTurns(session.flowId, (turn) => {
      if (!waId.endsWith(turn.waId)) return;
      followed = afterTurn(followed, turn);
      session.trace.setState(traceOfFollowed(followed));
    });
  }, [session, waId]);
}

type ChatWithProps = {
  readonly contact: TestContact;
  readonly appId: string;
  readonly number: string;
  readonly name: string;
  /** Whether the next message comes by an advertisement. */
  readonly isReferred: boolean;
  readonly onWritten: () => void;
};

const noEntries: readonly PhoneEntry[] = [];

function ChatWith({ contact: { waId }, appId, number, name, isReferred, onWritten }: ChatWithProps) {
  const texts = useTexts();
  const client = useQueryClient();
  const query = chatQuery(waId, appId);
  const { data: chat, error, dataUpdatedAt } = useQuery(query);
  const line = useRef(Promise.resolve());
  const writing = useMutation({
    // One after another, so that they come in the order in which they were written.
    mutationFn: (writing: Writing) => {
      const body = { appId, ...writing, ...(isReferred ? { isReferred } : {}) };
      const sent = line.current.then(() => ask(writeMessage, { params: { waId }, body }));
      line.current = sent.then(
        () => undefined,
        () => undefined,
      );
      return sent;
    },
    onSuccess: () => {
      onWritten();
      return client.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  const entries = chat?.entries ?? noEntries;
  const findTemplate = useFindTemplate(entries, appId);
  const last = entries.at(-1);
  const isAnswering = writing.isPending || (last?.direction === "in" && last.status === "pending");
  const problem = writing.error ?? error;
  return (
    <>
      <Chat
        name={name}
        about={number}
        messages={entries}
        isTyping={isAnswering || chat?.isTyping === true}
        now={dataUpdatedAt}
        findTemplate={findTemplate}
        onWrite={writing.mutate}
      />
      {problem === null ? null : (
        <p className={styles["message"]} role="alert">
          {writing.error === null ? null : texts.phone.notSent} {sentenceOf(problem, texts)}
        </p>
      )}
    </>
  );
}

/** How the contact's phone behaves, as the server has it or is being told. */
function PhoneSettings({ contact: { waId, name } }: { readonly contact: TestContact }) {
  const texts = useTexts();
  const { phone } = texts;
  const [chosen, setChosen] = useState<ChosenSettings>({});
  const { data } = useQuery({
    queryKey: ["phone", waId, "settings"],
    queryFn: () => ask(changePhone, { params: { waId }, body: { name } }),
  });
  const changing = useMutation({
    mutationFn: (body: ChosenSettings) => ask(changePhone, { params: { waId }, body }),
    onError: () => setChosen({}),
  });
  const change = (settings: ChosenSettings): void => {
    setChosen({ ...chosen, ...settings });
    changing.mutate(settings);
  };
  if (data === undefined) return null;
  const { hasReadReceipts, isOffline } = { ...data, ...chosen };
  return (
    <div className={styles["settings"]}>
      <Checkbox
        label={phone.readReceipts}
        checked={hasReadReceipts}
        onChange={({ target }) => change({ hasReadReceipts: target.checked })}
      />
      <Checkbox
        label={phone.offline}
        checked={isOffline}
        onChange={({ target }) => change({ isOffline: target.checked })}
      />
      {changing.error === null ? null : <p role="alert">{sentenceOf(changing.error, texts)}</p>}
    </div>
  );
}

type ChosenSettings = { readonly hasReadReceipts?: boolean; readonly isOffline?: boolean };
