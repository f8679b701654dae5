import { type Ref, type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { type ControlProps, TextArea, TextInput } from "../ui/field.tsx";
import { loadEditorChunk, useEditorChunk } from "./editor-chunk.ts";
import type { ExpressionEditor, ExpressionEditorState, openExpressionEditor } from "./expression-editor.ts";
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
  readonly isScript?: boolean | undefined;
  readonly isReadOnly: boolean;
  readonly placeholder?: string | undefined;
  readonly handle?: Ref<ExpressionHandle> | undefined;
};

/** A text that may hold expressions: a plain field until the editor that marks and completes them is there. */
export function ExpressionInput(props: ExpressionInputProps) {
  const chunk = useEditorChunk();
  const [isComposing, setIsComposing] = useState(false);
  const focusedAtRef = useRef<Selection | undefined>(undefined);
  // What an input method composes would be lost with the field that it is composed in.
  if (chunk === undefined || isComposing) {
    return <PlainInput {...props} focusedAtRef={focusedAtRef} onComposing={setIsComposing} />;
  }
  // One line or several is settled as the editor opens.
  const kind = props.isMultiline === true ? "lines" : "line";
  return <MarkedInput key={kind} {...props} open={chunk.openExpressionEditor} focusedAtRef={focusedAtRef} />;
}

type Selection = { readonly from: number; readonly to: number };
type FocusedAt = { readonly focusedAtRef: RefObject<Selection | undefined> };

function PlainInput(props: ExpressionInputProps & FocusedAt & { onComposing: (isComposing: boolean) => void }) {
  const { focusedAtRef, onComposing, onChange, onBlur, text } = props;
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
    void (focusedAtRef.current = { from: selectionStart ?? 0, to: selectionEnd ?? 0 });
  const common = {
    ...props.control,
    ref: element,
    value: text,
    placeholder: props.placeholder,
    readOnly: props.isReadOnly,
    onCompositionStart: () => onComposing(true),
    onCompositionEnd: () => onComposing(false),
    onBlur: () => {
      focusedAtRef.current = undefined;
      onBlur();
    },
  };
  const listeners = {
    onFocus: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      remember(currentTarget);
      loadEditorChunk();
    },
    onSelect: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => remember(currentTarget),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      // The browser tells of the new place only later, when the editor may have taken this field's place.
      remember(currentTarget);
      onChange(currentTarget.value);
    },
  };
  return props.isMultiline === true ? (
    <TextArea {...common} {...listeners} />
  ) : (
    <TextInput {...common} {...listeners} />
  );
}

type Open = typeof openExpressionEditor;

function MarkedInput(props: ExpressionInputProps & FocusedAt & { readonly open: Open }) {
  const { text, open, focusedAtRef } = props;
  const texts = useTexts();
  const variables = useScope(props.place);
  const parent = useRef<HTMLDivElement>(null);
  const editorRef = useRef<ExpressionEditor | undefined>(undefined);
  /** What the editor has told and has not come back yet. */
  const toldRef = useRef<string[]>([]);
  const state = stateOf(props);
  // The editor lives longer than one drawing, and asks for what is true when it needs it.
  const latestRef = useRef({ ...props, variables, texts, state });
  useEffect(() => void (latestRef.current = { ...props, variables, texts, state }));

  // Before anything else happens: a key that is pressed while the fields change places goes to one or the other.
  useLayoutEffect(() => {
    if (parent.current === null) return;
    const { text, placeholder = "", isMultiline = false, isScript = false, texts, state } = latestRef.current;
    const opened = open(
      parent.current,
      {
        text,
        isMultiline,
        isScript,
        placeholder,
        texts,
        variables: () => latestRef.current.variables,
        onChange: (next) => {
          toldRef.current.push(next);
          latestRef.current.onChange(next);
        },
        onBlur: () => {
          toldRef.current = [];
          latestRef.current.onBlur();
        },
      },
      state,
    );
    editorRef.current = opened;
    const at = focusedAtRef.current;
    focusedAtRef.current = undefined;
    if (at !== undefined) {
      opened.select(at.from, at.to);
      opened.focus();
    }
    return () => {
      editorRef.current = undefined;
      opened.close();
    };
  }, [open, focusedAtRef]);

  useEffect(() => {
    // What the editor itself has told comes back later than the next key; only what comes from elsewhere is put into it.
    const known = toldRef.current.lastIndexOf(text);
    toldRef.current.splice(0, known === -1 ? toldRef.current.length : known + 1);
    if (known === -1) editorRef.current?.setText(text);
  }, [text]);
  useEffect(() => editorRef.current?.refresh(), [variables]);
  const stateKey = JSON.stringify(state);
  useEffect(() => editorRef.current?.setState(JSON.parse(stateKey) as ExpressionEditorState), [stateKey]);
  useLabelClick(props.control.id, editorRef);
  useImperativeHandle(props.handle, () => ({
    edit: (change) => editorRef.current?.edit(change),
    offerVariables: () => editorRef.current?.offerVariables(),
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
function useLabelClick(id: string, editorRef: RefObject<ExpressionEditor | undefined>): void {
  useEffect(() => {
    const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`);
    const focus = () => editorRef.current?.focus();
    label?.addEventListener("click", focus);
    return () => label?.removeEventListener("click", focus);
  }, [id, editorRef]);
}
