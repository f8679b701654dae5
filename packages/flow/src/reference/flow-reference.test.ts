import { describe, expect, test } from "vitest";
import { messageTypes } from "../messages/index.ts";
import { type NodeType, nodeDefinitions } from "../nodes/index.ts";
import { conditionFields, messageReferences, nodeReferences } from "./flow-reference.ts";
import { messageDescriptions, partDescriptions } from "./message-descriptions.ts";
import { nodeDescriptions } from "./node-descriptions.ts";
import { outputDescriptions } from "./output-descriptions.ts";

const nodes = nodeReferences();
const messages = messageReferences();

describe("the reference", () => {
  test("tells of every node type and every message type", () => {
    expect(nodes.map(({ type }) => type).toSorted()).toEqual(Object.keys(nodeDefinitions).toSorted());
    expect(messages.map(({ type }) => type).toSorted()).toEqual(messageTypes.toSorted());
  });

  test.each(nodes.map((node) => [node.type, node] as const))(
    "says of %s what every field, outcome and output is for",
    (_, node) => {
      const untold = [
        ...node.fields.flatMap(({ path, meaning }) => (meaning === undefined ? [path] : [])),
        ...node.outcomes.flatMap(({ name, when }) => (when === undefined ? [name] : [])),
        ...node.outputs.flatMap(({ name, meaning }) => (meaning === undefined ? [name] : [])),
      ];
      expect(untold).toEqual([]);
    },
  );

  test.each(messages.map((message) => [message.type, message] as const))(
    "says of %s what every field is for",
    (_, message) => {
      expect(message.fields.length).toBeGreaterThan(0);
      expect(message.fields.flatMap(({ path, meaning }) => (meaning === undefined ? [path] : []))).toEqual([]);
    },
  );

  test("says nothing of what is not there", () => {
    for (const { type, fields, outcomes } of nodes) {
      expect(fields.map(({ path }) => path)).toEqual(
        expect.arrayContaining(Object.keys(nodeDescriptions[type].fields)),
      );
      expect(outcomes.map(({ name }) => name)).toEqual(
        expect.arrayContaining(Object.keys(nodeDescriptions[type as NodeType].outcomes).filter((name) => name !== "")),
      );
    }
    for (const { type, fields } of messages) {
      expect(fields.map(({ path }) => path)).toEqual(
        expect.arrayContaining(Object.keys(messageDescriptions[type].fields)),
      );
    }
    const paths = messages.flatMap(({ fields }) => fields.map(({ path }) => path));
    expect(Object.keys(partDescriptions).filter((end) => !paths.some((path) => path.endsWith(end)))).toEqual([]);
    const outputs = nodes.flatMap((node) => node.outputs.map(({ name }) => name));
    expect(Object.keys(outputDescriptions).filter((name) => !outputs.includes(name))).toEqual([]);
  });

  test("has the bounds of a message's values, not of the text that is drawn", () => {
    const boundsOf = (type: string, path: string) =>
      messages.find((message) => message.type === type)?.fields.find((field) => field.path === path)?.limits;
    expect(boundsOf("text", "body")).toEqual(["1 to 4096 characters"]);
    expect(boundsOf("list", "sections[].rows[].description")).toEqual(["0 to 72 characters"]);
    expect(boundsOf("reply-buttons", "buttons")).toEqual(["1 to 3 entries"]);
    expect(boundsOf("location", "latitude")).toEqual(["-90 to 90"]);
    expect(boundsOf("template", "buttons[]{otp}.code")).toEqual(["1 to 15 characters"]);
  });

  test("tells what a field holds, whether it must be there, and what it is unless given", () => {
    const fieldOf = (type: NodeType, path: string) =>
      nodes.find((node) => node.type === type)?.fields.find((field) => field.path === path);
    expect(fieldOf("whatsapp", "destinationType")).toMatchObject({
      type: "one of `waId`, `bsuid`, `customerId`",
      isRequired: false,
      default: '"waId"',
    });
    expect(fieldOf("whatsapp", "destination")).toMatchObject({ type: "text, with expressions", limits: [] });
    expect(fieldOf("receive", "events")).toMatchObject({
      type: "list",
      isRequired: true,
      limits: ["1 to 20 entries"],
    });
    expect(fieldOf("delay", "seconds")).toMatchObject({
      type: "number, or an expression",
      limits: ["more than 0 to 31536000"],
    });
    expect(fieldOf("start", "trigger")).toMatchObject({ type: "one of `whatsapp`, `webhook`, `custom-event`" });
  });

  test("has the outcomes of every config, and which of them must lead somewhere", () => {
    const outcomes = nodes
      .find(({ type }) => type === "whatsapp")
      ?.outcomes.map(({ name, colour }) => `${colour} ${name}`);
    expect(outcomes).toEqual([
      "green onSuccess",
      "green onSubmit",
      "green onDeliveryReportSuccess",
      "green onRead",
      "amber onTimeout",
      "red onPolicyFail",
      "red onError",
      "red onDeliveryReportFail",
    ]);
  });

  test("has the fields of conditions by their operators", () => {
    expect(conditionFields().map(({ path }) => path)).toContain("{between}.from");
  });
});
