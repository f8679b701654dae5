import { type ComponentProps, useState } from "react";
import { flushSync } from "react-dom";
import { type Option, Select } from "../ui/field.tsx";

type LazySelectProps = Omit<ComponentProps<typeof Select>, "options"> & {
  /** What is chosen now, and whatever else is shown before the list is opened. */
  readonly now: readonly Option[];
  /** All there is to choose from. */
  readonly optionsOf: () => readonly Option[];
};

/** One of many, such as a flow's nodes: with a thousand of them, options are made only for the list that is looked at. */
export function LazySelect({ now, optionsOf, onBlur, ...rest }: LazySelectProps) {
  const [isOpen, setIsOpen] = useState(false);
  // The browser opens the list right after the pointer is down, so the options must be there by then.
  const open = () => (isOpen ? undefined : flushSync(() => setIsOpen(true)));
  return (
    <Select
      {...rest}
      options={isOpen ? optionsOf() : now}
      onPointerDown={open}
      onFocus={open}
      onBlur={(event) => {
        setIsOpen(false);
        onBlur?.(event);
      }}
    />
  );
}
