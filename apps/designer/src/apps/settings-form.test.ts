import { type AppView, changeApp } from "@parley/api";
import { describe, expect, it } from "vitest";
import { inputProblems } from "../server/input-problems.ts";
import { fromSettingsForm, toSettingsForm, withRate } from "./settings-form.ts";

const app: AppView = {
  id: "juniper",
  name: "Juniper Books",
  connectionId: "main",
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+31612345678",
  settings: {
    messagesPerSecond: 80,
    ambiguous: "retry",
    policy: "enforce",
    demandsPlus: false,
    stopWords: ["STOP"],
    startWords: ["START"],
  },
  isSimulated: false,
};

describe("It is true that the form of an app's settings", () => {
  it("gives back what it was made of", () => {
    const { name, displayPhoneNumber, settings } = app;
    expect(fromSettingsForm(toSettingsForm(app))).toEqual({ name, displayPhoneNumber, settings });
  });

  it("reads a rate as people write it", () => {
    const form = { ...toSettingsForm(app), messagesPerSecond: " 0,5 " };
    expect(fromSettingsForm(form).settings.messagesPerSecond).toBe(0.5);
  });

  it.each(["", "many", "1e3", "-1", "0", "1001"])("tells in words that a rate of “%s” is none", (messagesPerSecond) => {
    const body = fromSettingsForm({ ...toSettingsForm(app), messagesPerSecond });
    const problems = withRate(inputProblems(changeApp.body, body), "must be a number");
    expect([...problems]).toEqual([["settings.messagesPerSecond", "must be a number"]]);
  });

  it("writes the number that people see with the plus sign, however it was typed", () => {
    const form = { ...toSettingsForm(app), displayPhoneNumber: "0031 6 1234 5678" };
    expect(fromSettingsForm(form).displayPhoneNumber).toBe("+31612345678");
  });
});
