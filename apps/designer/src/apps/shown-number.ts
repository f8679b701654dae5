import type { InputProblems } from "../server/input-problems.ts";
import { waIdOfNumber } from "./wa-link.ts";

/** A number as people see it, in E.164 form with the plus sign; one that cannot be read stays as it is. */
export function plusNumber(number: string): string {
  const waId = waIdOfNumber(number);
  return waId === undefined ? number.trim() : `+${waId}`;
}

/** Problems, and with them what is wrong with the number that people see: the server takes it as it is written. */
export function withNumber(problems: InputProblems, number: string, message: string): InputProblems {
  return waIdOfNumber(number) === undefined ? new Map([...problems, ["displayPhoneNumber", message]]) : problems;
}
