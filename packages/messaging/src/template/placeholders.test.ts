import { describe, expect, test } from "vitest";
import { fillPlaceholders, needsOf, placeholdersIn } from "./placeholders.ts";
import { authenticationWith, templateWith } from "./sample-template.test-support.ts";
import type { Template, TemplateButton } from "./template.ts";

describe("placeholders", () => {
  test("are named each once, in the order in which they first appear", () => {
    expect(placeholdersIn("{{2}} {{ first_name }} {{2}} { {{}} }} {3}")).toEqual(["2", "first_name", ""]);
    expect(placeholdersIn("none")).toEqual([]);
  });

  test("give place to their values, and stay where they have none", () => {
    expect(fillPlaceholders("{{1}} {{2}} {{ 1 }}", { 1: "a $& {{2}}" })).toBe("a $& {{2}} {{2}} a $& {{2}}");
    expect(fillPlaceholders("{{constructor}}", {})).toBe("{{constructor}}");
  });
});

describe("a message must bring for a template", () => {
  test.each<{ header: Template["header"]; needed: string; name: string }>([
    { header: { type: "none" }, needed: "none", name: "" },
    { header: { type: "text", text: "Hi", example: "" }, needed: "none", name: "" },
    { header: { type: "text", text: "Hi {{1}}", example: "Pablo" }, needed: "text", name: "1" },
    { header: { type: "text", text: "Hi {{first}}", example: "Pablo" }, needed: "text", name: "first" },
    { header: { type: "image", example: "h" }, needed: "image", name: "" },
    { header: { type: "video", example: "h" }, needed: "video", name: "" },
    { header: { type: "document", example: "h" }, needed: "document", name: "" },
    { header: { type: "location" }, needed: "location", name: "" },
  ])("$needed for the header $header", ({ header, needed, name }) => {
    expect(needsOf(templateWith({ header }))).toMatchObject({ header: needed, headerName: name });
  });

  test("a parameter for each placeholder of the body, and the code for authentication", () => {
    expect(needsOf(templateWith()).body).toEqual(["1", "2"]);
    expect(needsOf(authenticationWith()).body).toEqual(["otp"]);
  });

  test("a value for each button that takes one, counted among all buttons", () => {
    const buttons: TemplateButton[] = [
      { type: "quick-reply", text: "Yes" },
      { type: "phone-number", text: "Call", phoneNumber: "+31612345678" },
      { type: "url", text: "Shop", url: "https://example.com", example: "" },
      { type: "url", text: "Track", url: "https://example.com/{{1}}", example: "https://example.com/1" },
      { type: "copy-code", example: "25OFF" },
    ];
    expect(needsOf(templateWith({ buttons })).buttons).toEqual([
      { index: 0, type: "quick-reply", text: "Yes", isRequired: false },
      { index: 3, type: "url", text: "Track", isRequired: true },
      { index: 4, type: "copy-code", text: "", isRequired: true },
    ]);
    expect(needsOf(authenticationWith()).buttons).toEqual([{ index: 0, type: "otp", text: "", isRequired: true }]);
  });
});
