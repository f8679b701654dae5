import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { flowLimits } from "@parley/flow";
import { type FormEvent, useId, useState } from "react";
import { newDocument, openDocument, toDraft } from "../document/open-document.ts";
import { examplesQuery } from "../server/queries.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useFlowActions } from "./flow-actions.ts";
import { holdings } from "./holdings.ts";
import styles from "./new-flow-dialog.module.css";

type NewFlowDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The names that there are. */
  readonly names: ReadonlySet<string>;
};

/** Makes a new flow, empty or from an example, and opens it. */
export function NewFlowDialog({ isOpen, onClose, names }: NewFlowDialogProps) {
  const { create: t } = useTexts().flows;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.title}>
      {isOpen ? <NewFlow onClose={onClose} names={names} /> : null}
    </Dialog>
  );
}

function NewFlow({ onClose, names }: Omit<NewFlowDialogProps, "isOpen">) {
  const texts = useTexts();
  const { create: t } = texts.flows;
  const actions = useFlowActions();
  const navigate = useNavigate();
  const { data: examples = [] } = useQuery(examplesQuery);
  const [name, setName] = useState("");
  const [beginId, setBeginId] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const example = examples.find(({ id }) => id === beginId);
  const wanted = name.trim() === "" ? (example?.name ?? "") : name.trim();
  const isMissing = wanted === "";

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsAsked(true);
    if (isMissing) return;
    const draft = example === undefined ? newDocument({ id: "new", name: wanted }) : openDocument(example.draft);
    const flowId = await actions.create(toDraft(draft), wanted);
    if (flowId === undefined) return;
    onClose();
    await navigate({ to: "/flows/$flowId", params: { flowId } });
  };

  return (
    <form className={styles["form"]} onSubmit={(event) => void submit(event)}>
      <Field
        label={t.name}
        hint={names.has(wanted) ? t.nameTaken : t.nameHint}
        error={isAsked && isMissing ? t.nameMissing : undefined}
        count={{ used: name.length, limit: flowLimits.nameLength }}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            maxLength={flowLimits.nameLength}
            placeholder={example?.name ?? ""}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Beginnings chosen={beginId} onChoose={setBeginId} />
      <div className={styles["actions"]}>
        <Button onClick={onClose}>{texts.shell.cancel}</Button>
        <Button type="submit" kind="primary">
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

function Beginnings({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const texts = useTexts();
  const { create: t } = texts.flows;
  const { data: examples = [], isPending, isError } = useQuery(examplesQuery);
  const choices = [
    { id: "", name: t.empty, text: t.emptyText, holds: "" },
    ...examples.map(({ id, name, description, draft }) => ({
      id,
      name,
      text: description,
      holds: holdings(openDocument(draft), texts),
    })),
  ];
  return (
    <fieldset className={styles["beginnings"]}>
      <legend className={styles["legend"]}>{t.begin}</legend>
      {choices.map((choice) => (
        <Beginning key={choice.id} {...choice} isChosen={choice.id === chosen} onChoose={() => onChoose(choice.id)} />
      ))}
      {isPending ? <Skeleton width={320} /> : null}
      {isError ? <p>{t.noExamples}</p> : null}
    </fieldset>
  );
}

type BeginningProps = {
  readonly name: string;
  readonly text: string;
  readonly holds: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Beginning({ name, text, holds, isChosen, onChoose }: BeginningProps) {
  const id = useId();
  return (
    <div className={styles["beginning"]} data-chosen={isChosen ? "" : undefined}>
      <input
        id={id}
        type="radio"
        name="beginning"
        checked={isChosen}
        onChange={onChoose}
        aria-describedby={`${id}-about`}
      />
      <label htmlFor={id}>{name}</label>
      <div id={`${id}-about`} className={styles["about"]}>
        <p>{text}</p>
        {holds === "" ? null : <p className={styles["holds"]}>{holds}</p>}
      </div>
    </div>
  );
}
