import { z } from "zod";

/** A name that a designer gives to something a node puts out, so that expressions can read it. */
export const fieldNameSchema = z
  .string()
  .regex(/^[A-Za-z]\w{0,99}$/, "must be letters, digits and _, begin with a letter, and have at most 100 characters");
