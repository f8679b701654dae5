import { Fragment, type ReactNode } from "react";
import { chipIndex, isChipMark } from "./chips.ts";

/** A text with what is shown in the place of `chipMark(0)`, `chipMark(1)` and on. */
export function WithChips({ text, chips }: { readonly text: string; readonly chips: readonly ReactNode[] }): ReactNode {
  if (!isChipMark.test(text)) return text;
  return [...text.matchAll(/[\uE000-\uF8FF]|[^\uE000-\uF8FF]+/g)].map(([part], index) => (
    <Fragment key={index}>{isChipMark.test(part) ? (chips[chipIndex(part)] ?? part) : part}</Fragment>
  ));
}
