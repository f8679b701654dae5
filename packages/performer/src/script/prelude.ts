import { performerLimits } from "../limits.ts";

/*
 * The half of the sandbox that stands inside it. It puts the globals in place, and afterwards writes what the script left as JSON. It keeps the functions of
 * the language that it needs before the script can change them; yet nothing rests on that: whatever a script does to it changes the script's own answer only,
 * because all that ever leaves is one text, which is read as JSON outside.
 *
 * Every call gives a text: `=` and what was asked for, or `!` and the name of a reason why there is none.
 */

const { resultLength, answerLength } = performerLimits;

/** Evaluates to the function that the outside calls, with what it wants and what that needs. */
export const prelude = `(() => {
  "use strict";
  const { parse, stringify } = JSON;
  const { defineProperty, keys } = Object;
  const { Error, Promise, String } = globalThis;
  const slice = Function.prototype.call.bind(String.prototype.slice);
  const scope = globalThis;
  const names = [];
  const values = [];
  const texts = [];

  // A name that the language keeps for itself, such as NaN, cannot be given; then it means what it always means.
  const give = (name, value) => {
    try {
      defineProperty(scope, name, { value, writable: true, enumerable: true, configurable: true });
      return true;
    } catch {
      return false;
    }
  };

  const begin = (outputs, variables) => {
    const roots = parse(outputs);
    for (const name of keys(roots)) give(name, roots[name]);
    give("$", (value) => value);
    const given = parse(variables);
    for (const name of keys(given)) {
      const value = given[name];
      if (!give(name, value)) continue;
      names[names.length] = name;
      values[values.length] = value;
      texts[texts.length] = typeof value === "object" ? written(value) : "";
    }
    return "=";
  };

  const written = (value) => {
    switch (typeof value) {
      case "undefined":
        return "=null";
      case "function":
      case "symbol":
      case "bigint":
        return "!" + typeof value;
      case "string":
        if (value.length > ${resultLength}) return "!long";
    }
    if (value instanceof Promise) return "!promise";
    const json = stringify(value);
    if (json === undefined) return "=null";
    return json.length > ${resultLength} ? "!long" : "=" + json;
  };

  const changes = () => {
    let json = "";
    for (let index = 0; index < names.length; index++) {
      const value = scope[names[index]];
      if (value === values[index] && (typeof value !== "object" || value === null)) continue;
      const text = written(value);
      if (text === texts[index]) continue;
      if (text[0] === "!") return text + " " + names[index];
      json += (json === "" ? "" : ",") + stringify(names[index]) + ":" + slice(text, 1);
      if (json.length > ${answerLength}) return "!together";
    }
    return "={" + json + "}";
  };

  const cut = (value) => slice(String(value), 0, 2000);

  const describe = (thrown) => {
    if (thrown instanceof Error) {
      return "=" + stringify({ name: cut(thrown.name), message: cut(thrown.message), stack: cut(thrown.stack) });
    }
    const isData = typeof thrown === "object" || typeof thrown === "string";
    return "=" + stringify({ thrown: cut(isData ? stringify(thrown) : thrown) });
  };

  const calls = { begin, written, changes, describe };
  return (call, first, second) => calls[call](first, second);
})()`;

/** What the outside calls. */
export type PreludeCall = "begin" | "written" | "changes" | "describe";
