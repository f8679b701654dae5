import { z } from "zod";

/** The name of a custom event, as callers of the API write it. */
export const eventNameSchema = z
  .string()
  .regex(
    /^[A-Za-z][\w.-]{0,99}$/,
    "must begin with a letter and have letters, digits, points, - and _, at most 100 in all",
  );

const taken: ReadonlySet<string> = new Set(["onTimeout", "onError"]);

/** The name that a designer gives to an outcome. */
export const outcomeNameSchema = z
  .string()
  .regex(
    /^[^\s"'\\](.{0,58}[^\s"'\\])?$/u,
    "must be 1 to 60 characters without quotation marks, and no space at an end",
  )
  .refine((name) => !taken.has(name), "is the name of another outcome of the node; choose another");
