import { templateSchema } from "@parley/messaging";
import { describe, expect, it } from "vitest";
import { blankButton, buttonTypes, withType } from "./button-type.ts";

describe("It is true that a button of a template", () => {
  it.each(buttonTypes)("of the kind %s can be stored before anything is written in it", (type) => {
    const template = { name: "a", language: "en", category: "utility", body: "", buttons: [blankButton(type)] };
    expect(templateSchema.safeParse(template).success).toBe(true);
  });

  it("reads the same when it becomes one of another kind", () => {
    const button = withType({ type: "quick-reply", text: "Call us" }, "phone-number");
    expect(button).toEqual({ type: "phone-number", text: "Call us", phoneNumber: "" });
    expect(withType(button, "phone-number")).toBe(button);
    expect(withType(button, "copy-code")).toEqual({ type: "copy-code", example: "" });
  });
});
