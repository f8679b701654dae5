import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import type { InputProblems } from "./input-problems.ts";
import { sentenceOf } from "./server-error.ts";

type SubmitOptions<Result> = {
  /** What is wrong with what is to be handed in; nothing is asked of the server while there is something. */
  readonly problems?: InputProblems;
  readonly act: () => Promise<Result>;
  readonly onDone: (result: Result) => Promise<void> | void;
};

/** How the handing in of a form stands. */
export type Submit = {
  readonly submit: () => void;
  /** Whether it was handed in once: only then is what is missing told. */
  readonly isAsked: boolean;
  readonly isPending: boolean;
  /** Why the server did not take it, in a sentence. */
  readonly failure: string | undefined;
  /** What is wrong with a field, in a sentence, once that is to be told. */
  readonly problem: (path: string, label: string) => string | undefined;
};

/** Hands in a form: first what is wrong is told at the fields, then the server is asked, and what it refuses is told below them. */
export function useSubmit<Result>({ problems = new Map(), act, onDone }: SubmitOptions<Result>): Submit {
  const texts = useTexts();
  const [isAsked, setIsAsked] = useState(false);
  const { mutate, error, isPending } = useMutation({ mutationFn: act, onSuccess: onDone });
  return {
    submit: () => {
      setIsAsked(true);
      if (problems.size === 0 && !isPending) mutate();
    },
    isAsked,
    isPending,
    failure: error === null ? undefined : sentenceOf(error, texts),
    problem: (path, label) => {
      const message = isAsked ? problems.get(path) : undefined;
      return message === undefined ? undefined : texts.shell.problem(label, message);
    },
  };
}
