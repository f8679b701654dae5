import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useTexts } from "../texts/texts-context.ts";
import { type ControlProps, TextArea, TextInput } from "../ui/field.tsx";
import { loadEditorChunk, useEditorChunk } from "./editor-chunk.ts";
import type { ExpressionEditor, ExpressionEditorState } from "./expression-editor.ts";
import styles from "./inspector.module.css";
import { type ScopePlace, useScope } from "./scope.ts";
import type { Selected } from "./wrap-marks.ts";

/** What a toolbar does to the text of a field. */
export type ExpressionHandle = {
  readonly edit: (change: (selected: Selected) => Selected) => void;
  readonly offerVariables: () => void;
};

export type ExpressionInputProps = {
  readonly control: ControlProps;
  readonly label: string;
  readonly text: string;
  readonly place: ScopePlace;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly isMultiline?: boolean | undefined;
  readonly isReadOnly: boolean;
  readonly placeholder?: string | undefined;
  readonly handle?: Ref<ExpressionHandle> | undefined;
};

/** A text that may hold expressions: a plain field until the editor that marks and completes them is there. */
export function ExpressionInput(props: ExpressionInputProps) {
  const chunk = useEditorChunk();
  const [isComposing, setIsComposing] = useState(false);
  const focusedAt = useRef<Selection | undefined>(undefined);
  // What an input method composes would be lost with the field that it is composed in.
  if (chunk === undefined || isComposing) {
    return <PlainInput {...props} focusedAt={focusedAt} onComposing={setIsComposing} />;
  }
  return <MarkedInput {...props} open={chunk.openExpressionEditor} focusedAt={focusedAt} />;
}

type Selection = { readonly from: number; readonly to: number };
type FocusedAt = { readonly focusedAt: RefObject<Selection | undefined> };

function PlainInput(props: ExpressionInputProps & FocusedAt & { onComposing: (isComposing: boolean) => void }) {
  const { focusedAt, onComposing, onChange, onBlur, text } = props;
  const element = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useImperativeHandle(props.handle, () => ({
    edit: (change) => {
      const { selectionStart, selectionEnd } = element.current ?? {};
      onChange(change({ text, from: selectionStart ?? text.length, to: selectionEnd ?? text.length }).text);
      element.current?.focus();
    },
    offerVariables: loadEditorChunk,
  }));
  const remember = ({ selectionStart, selectionEnd }: { selectionStart: number | null; selectionEnd: number | null }) =>
    void (focusedAt.current = { from: selectionStart ?? 0, to: selectionEnd ?? 0 });
  const common = {
    ...props.control,
    ref: element,
    value: text,
    placeholder: props.placeholder,
    readOnly: props.isReadOnly,
    onCompositionStart: () => onComposing(true),
    onCompositionEnd: () => onComposing(false),
    onBlur: () => {
      focusedAt.current = undefined;
      onBlur();
    },
  };
  const listeners = {
    onFocus: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      remember(currentTarget);
      loadEditorChunk();
    },
    onSelect: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => remember(currentTarget),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      onChange(currentTarget.value),
  };
  return props.isMultiline === true ? (
    <TextArea {...common} {...listeners} />
  ) : (
    <TextInput {...common} {...listeners} />
  );
}

type Open = typeof import("./expression-editor.ts").openExpressionEditor;

function MarkedInput(props: ExpressionInputProps & FocusedAt & { readonly open: Open }) {
  const { text, open, focusedAt } = props;
  const texts = useTexts();
  const variables = useScope(props.place);
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<ExpressionEditor | undefined>(undefined);
  const state = stateOf(props);
  // The editor lives longer than one drawing, and asks for what is true when it needs it.
  const latest = useRef({ ...props, variables, texts, state });
  useEffect(() => void (latest.current = { ...props, variables, texts, state }));

  useEffect(() => {
    if (parent.current === null) return;
    const { text, placeholder = "", isMultiline = false, texts, state } = latest.current;
    const opened = open(
      parent.current,
      {
        text,
        isMultiline,
        placeholder,
        texts,
        variables: () => latest.current.variables,
        onChange: (next) => latest.current.onChange(next),
        onBlur: () => latest.current.onBlur(),
      },
      state,
    );
    editor.current = opened;
    const at = focusedAt.current;
    focusedAt.current = undefined;
    if (at !== undefined) {
      opened.select(at.from, at.to);
      opened.focus();
    }
    return () => {
      editor.current = undefined;
      opened.close();
    };
  }, [open, focusedAt]);

  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.refresh(), [variables]);
  const stateKey = JSON.stringify(state);
  useEffect(() => editor.current?.setState(JSON.parse(stateKey) as ExpressionEditorState), [stateKey]);
  useLabelClick(props.control.id, editor);
  useImperativeHandle(props.handle, () => ({
    edit: (change) => editor.current?.edit(change),
    offerVariables: () => editor.current?.offerVariables(),
  }));
  return <div ref={parent} className={styles["expression"]} />;
}

function stateOf({ control, label, isMultiline = false, isReadOnly }: ExpressionInputProps): ExpressionEditorState {
  const attributes = {
    id: control.id,
    "aria-label": label,
    "aria-multiline": String(isMultiline),
    "aria-invalid": String(control["aria-invalid"]),
    "aria-required": String(control["aria-required"]),
    "aria-readonly": String(isReadOnly),
    ...(control["aria-describedby"] === undefined ? {} : { "aria-describedby": control["aria-describedby"] }),
  };
  return { attributes, isReadOnly };
}

/** A click on a label leads to form controls alone; this leads it to the editor too. */
function useLabelClick(id: string, editor: RefObject<ExpressionEditor | undefined>): void {
  useEffect(() => {
    const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`);
    const focus = () => editor.current?.focus();
    label?.addEventListener("click", focus);
    return () => label?.removeEventListener("click", focus);
  }, [id, editor]);
}
